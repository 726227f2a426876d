import { editDistance } from '../knowledge/edit-distance.ts';
import { tellingWeight, type CatalogueIndex, type IndexedProduct } from './index-catalogue.ts';
import { isHan } from './words/fold-words.ts';
import { searchWords, type SearchWord } from './words/terms.ts';

/** A product that the words of a search may mean, and how well, 0 to 1. */
export type Ranked = { readonly entry: IndexedProduct; readonly score: number };

/** So much of what was said must be found in a product, by how telling the words are. */
const leastShare = 0.34;
/** What a misspelt word counts, against one written right. */
const misspelt = 0.8;
/** What counts as the same thing by another word, against the very word. */
const sameIdea = 0.85;
/** What is much worse than the best is not meant. */
const leastOfBest = 0.6;
const mostWeight = 3;

type KnownWord = {
  readonly terms: readonly string[];
  readonly idf: number;
  readonly likeness: number;
  readonly noun: boolean;
};

/**
 * The products that the words of a search may mean, best first; ties keep the order of the catalogue.
 * Where a kind of product was named, only that kind; without any words, everything.
 */
export function rankProducts(index: CatalogueIndex, text: string): readonly Ranked[] {
  const words = searchWords(text);
  if (words.length === 0) return index.products.map((entry) => ({ entry, score: 1 }));
  const known = words.map((word) => knownWord(index, word)).filter((word) => word !== undefined);
  const nouns = known.filter(({ noun }) => noun);
  // A kind of product that is not sold here, or words that nothing here has.
  if (known.length === 0 || (words.some(({ noun }) => noun) && nouns.length === 0)) return [];
  const total = known.reduce((sum, { idf }) => sum + idf, 0);
  const ranked = index.products
    .filter(({ terms }) => nouns.length === 0 || nouns.some((noun) => isA(terms, noun)))
    .map((entry) => {
      const found = known.reduce(
        (sum, word) => sum + (word.idf * word.likeness * weightOf(entry.terms, word)) / mostWeight,
        0,
      );
      return { entry, score: found / total };
    })
    .filter(({ score }) => score >= leastShare / mostWeight)
    .toSorted((a, b) => b.score - a.score);
  return ranked.filter(({ score }) => score >= leastOfBest * (ranked[0]?.score ?? 0));
}

/** The words of a search that this catalogue knows. */
export function knownText(index: CatalogueIndex, text: string): string {
  return searchWords(text)
    .filter((word) => knownWord(index, word) !== undefined)
    .map(({ written }) => written)
    .join(' ');
}

function weightOf(terms: ReadonlyMap<string, number>, word: KnownWord): number {
  return Math.max(0, ...word.terms.map((term) => (terms.get(term) ?? 0) * (isIdea(term) ? sameIdea : 1)));
}

/** Whether a product is of the kind that a word names: more than its description must say so. */
function isA(terms: ReadonlyMap<string, number>, noun: KnownWord): boolean {
  return noun.terms.some((term) => isIdea(term) && (terms.get(term) ?? 0) >= tellingWeight);
}

function isIdea(term: string): boolean {
  return term.startsWith('#');
}

/** A word as the catalogue knows it, misspelt or not; undefined when nothing comes near. */
function knownWord({ idf }: CatalogueIndex, { terms, noun }: SearchWord): KnownWord | undefined {
  const there = terms.filter((term) => idf.has(term));
  const telling = (of: readonly string[]): number => Math.max(...of.map((term) => idf.get(term) ?? 0));
  if (there.length > 0) return { terms: there, idf: telling(there), likeness: 1, noun };
  const [stem] = terms;
  // A word that names a kind of thing was written right: "boat" is no "boot".
  const near = stem === undefined || noun ? undefined : nearest([...idf.keys()], stem);
  return near === undefined
    ? undefined
    : { terms: [near], idf: telling([near]), likeness: misspelt, noun: false };
}

/** The one term closest to a misspelt stem: one slip from five letters on, two from eight. */
function nearest(known: readonly string[], stem: string): string | undefined {
  if (stem.length < 5 || isHan(stem) || /\p{N}/u.test(stem)) return undefined;
  const most = stem.length >= 8 ? 2 : 1;
  let best: { term: string; distance: number } | undefined;
  for (const term of known) {
    if (isIdea(term) || term.length < 4 || Math.abs(term.length - stem.length) > most) continue;
    const distance = editDistance(stem, term);
    if (distance <= most && (best === undefined || distance < best.distance)) best = { term, distance };
  }
  return best?.term;
}
