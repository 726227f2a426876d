import { productNouns, propertyWords } from './concepts.ts';
import { fillerWords } from './fillers.ts';
import { foldedText, isHan, stemOf, wordsOf } from './fold-words.ts';

/**
 * What one word of a request or a product can be found by: its stem, and the ideas it stands for in
 * any language ("#3"). `noun`: it names a kind of product, so what is found must be one.
 */
export type SearchWord = {
  readonly written: string;
  readonly terms: readonly string[];
  readonly noun: boolean;
};

/** The words of a request that say what is looked for, as written and as found. */
export function searchWords(text: string): readonly SearchWord[] {
  return wordsOf(foldedText(text)).flatMap(({ text: word }): readonly SearchWord[] => {
    if (isHan(word)) return hanPieces(word).filter(({ terms }) => terms.length > 0);
    if (isFiller(word)) return [];
    return [searchWord(word)];
  });
}

/** Every term under which a product with this text is found. */
export function indexTerms(text: string): readonly string[] {
  const found = wordsOf(foldedText(text)).flatMap(({ text: word }): readonly string[] => {
    if (isHan(word)) return [...hanPieces(word).flatMap(({ terms }) => terms), ...pairs(word)];
    return isFiller(word) ? [] : searchWord(word).terms;
  });
  return [...new Set(found)];
}

/** The kinds of product that texts name. */
export function kindsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap(indexTerms).filter((term) => nouns.has(term)));
}

/** What things of these kinds are called in a language, as far as its script tells: Latin words are for all that use them. */
export function wordsForKinds(kinds: ReadonlySet<string>, language: string): readonly string[] {
  const script = scriptOf[language] ?? /^\p{Script=Latin}/u;
  return productNouns.flatMap((line, place) =>
    kinds.has(`#${place}`) ? line.split(' ').filter((word) => script.test(word)) : [],
  );
}

const scriptOf: Readonly<Record<string, RegExp>> = {
  hi: /^\p{Script=Devanagari}/u,
  ar: /^\p{Script=Arabic}/u,
  zh: /^\p{Script=Han}/u,
};

function searchWord(word: string): SearchWord {
  const stem = stemOf(word);
  const ideas = ideasOfWord.get(word) ?? ideasOfStem.get(stem) ?? [];
  return { written: word, terms: [stem, ...ideas], noun: ideas.some((idea) => nouns.has(idea)) };
}

function isFiller(word: string): boolean {
  return fillerWords.has(word) || /^\p{N}+$/u.test(word) || word.length === 1;
}

/** A Chinese run cut at the words we know, longest first; what is left between them counts by pairs of characters. */
function hanPieces(run: string): readonly SearchWord[] {
  const pieces: SearchWord[] = [];
  let rest = '';
  const flush = (): void => {
    for (const pair of pairs(rest)) pieces.push({ written: pair, terms: [pair], noun: false });
    rest = '';
  };
  for (let at = 0; at < run.length;) {
    const known = hanWords.find((word) => run.startsWith(word, at));
    if (known === undefined) {
      rest += run.charAt(at);
      at += 1;
      continue;
    }
    flush();
    if (!fillerWords.has(known)) pieces.push(searchWord(known));
    at += known.length;
  }
  flush();
  return pieces;
}

function pairs(run: string): readonly string[] {
  return run.length < 2
    ? []
    : Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2));
}

const lines = [...productNouns, ...propertyWords].map((line) => foldedText(line).split(' '));
/** By the word itself first: a French "veste" is no English "vest", though both are cut to one stem. */
const ideasOfWord = ideasBy((word) => word);
const ideasOfStem = ideasBy(stemOf);

function ideasBy(key: (word: string) => string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [place, words] of lines.entries())
    for (const each of new Set(words.map(key))) found.set(each, [...(found.get(each) ?? []), `#${place}`]);
  return found;
}

const nouns: ReadonlySet<string> = new Set(productNouns.map((_, place) => `#${place}`));

const hanWords: readonly string[] = [
  ...new Set([...lines.flat(), ...fillerWords].filter((word) => isHan(word))),
].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
