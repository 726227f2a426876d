import type { CatalogueIndex } from './index-catalogue.ts';
import { readBudget, type Budget } from './read-budget.ts';
import { readChanges, type Change } from './words/changes.ts';
import { readColours } from './words/colour-in.ts';
import type { Colour } from './words/colours.ts';
import { foldedText } from './words/fold-words.ts';
import { searchWords, type SearchWord } from './words/terms.ts';

/** What one message asks for. */
export type ShoppingRequest = {
  readonly words: readonly SearchWord[];
  /** How the words were spelt before they were folded. */
  readonly spelt: Readonly<Record<string, string>>;
  readonly budget: Budget | undefined;
  readonly changes: readonly Change[];
  readonly colours: readonly Colour[];
  readonly notColours: readonly Colour[];
  readonly size: string | undefined;
  readonly brands: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
};

/**
 * Reads a message against a catalogue: budget, colours, size, brands and properties it knows, wishes
 * relative to what was shown, and the words that are left. `budgetAsked`: it answers a question for the budget.
 */
export function readRequest(
  text: string,
  language: string,
  index: CatalogueIndex,
  { currency, budgetAsked }: { readonly currency: string; readonly budgetAsked: boolean },
): ShoppingRequest {
  const money = readBudget(text.slice(0, longest), language, { currency, asked: budgetAsked });
  const changed = readChanges(money.rest);
  const coloured = readColours(changed.rest);
  const sized = readSize(coloured.rest, index);
  const branded = readBrands(sized.rest, index);
  const words = searchWords(branded.rest);
  return {
    words,
    spelt: spellings(text, words),
    budget: money.budget,
    changes: changed.changes,
    colours: coloured.colours,
    notColours: coloured.declined,
    size: sized.size,
    brands: branded.brands,
    attributes: attributesIn(words, branded.rest, index),
  };
}

/** Nobody describes a product in more characters than that. */
const longest = 500;

/** Whether a message said nothing a catalogue can be searched by. */
export function saysNothing(request: ShoppingRequest): boolean {
  const { words, budget, changes, colours, notColours, size, brands, attributes } = request;
  const lists = [words, changes, colours, notColours, brands, Object.keys(attributes)];
  return budget === undefined && size === undefined && lists.every((list) => list.length === 0);
}

const sizeWord =
  /(?<![\p{L}\p{M}])(?:size|sz|talla|talle|tamanho|tam|numero|taille|pointure|ukuran|uk|साइज|مقاس|尺码|尺寸)\s*(?:is|:|#|de|do)?\s*([\p{L}\p{N}/.,]{1,6})|(?<![\p{L}\p{N}])([a-z]{1,4}|\d{1,3})\s*(?:码|号|साइज)/u;
const letterSize = /(?<![\p{L}\p{N}'])(xxs|xs|xl|xxl|xxxl|2xl|3xl)(?![\p{L}\p{N}])/u;
/** One letter is a size only behind a word that makes it one: "in M", "en M", "em M". */
const bareLetter = /(?<![\p{L}\p{N}])(?:in|en|em|in a|in an)\s+(s|m|l)(?![\p{L}\p{N}'])/u;

function readSize(line: string, index: CatalogueIndex): { readonly size?: string; readonly rest: string } {
  for (const pattern of [sizeWord, letterSize, bareLetter]) {
    const match = pattern.exec(line);
    const written = match?.[1] ?? match?.[2];
    // A size that nothing comes in is asked for all the same: that there is none is the answer.
    const unknown = pattern === sizeWord && /^\d{1,3}$/u.test(written ?? '') && index.sizes.size > 0;
    const size =
      written === undefined ? undefined : (index.sizes.get(written) ?? (unknown ? written : undefined));
    if (match !== null && size !== undefined)
      return { size, rest: `${line.slice(0, match.index)} ${line.slice(match.index + match[0].length)}` };
  }
  return { rest: line };
}

function readBrands(
  line: string,
  { brands }: CatalogueIndex,
): { readonly brands: readonly string[]; readonly rest: string } {
  let rest = line;
  const found: string[] = [];
  for (const [folded, brand] of [...brands].toSorted(([a], [b]) => b.length - a.length)) {
    const at = wholeWordAt(rest, folded);
    if (at === -1) continue;
    found.push(brand);
    rest = `${rest.slice(0, at)} ${rest.slice(at + folded.length)}`;
  }
  return { brands: found, rest };
}

/** The value of an attribute counts as asked for when every word of it was said, in any language. */
function attributesIn(
  words: readonly SearchWord[],
  line: string,
  { values }: CatalogueIndex,
): Readonly<Record<string, string>> {
  const said = new Set(words.flatMap(({ terms }) => terms));
  const found = values.filter(({ folded }) => {
    if ((folded.match(/\d+/gu) ?? []).some((number) => wholeWordAt(line, number) === -1)) return false;
    const needed = searchWords(folded);
    if (needed.length === 0) return wholeWordAt(line, folded) !== -1;
    return needed.every(({ terms, noun }) => !noun && terms.some((term) => said.has(term)));
  });
  return Object.fromEntries(found.map(({ attribute, value }) => [attribute, value]));
}

function spellings(text: string, words: readonly SearchWord[]): Readonly<Record<string, string>> {
  const wanted = new Set(words.map(({ written }) => written));
  const found = (text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word): [string, string] => [
    foldedText(word),
    word,
  ]);
  return Object.fromEntries(found.filter(([folded, word]) => wanted.has(folded) && folded !== word));
}

function wholeWordAt(line: string, phrase: string): number {
  const letter = /[\p{L}\p{M}\p{N}]/u;
  for (let at = line.indexOf(phrase); phrase !== '' && at !== -1; at = line.indexOf(phrase, at + 1)) {
    const han = /\p{Script=Han}/u.test(phrase);
    const open = at === 0 || !letter.test(line.charAt(at - 1));
    const end = line.charAt(at + phrase.length);
    if (han || (open && (end === '' || !letter.test(end) || /\p{Script=Han}/u.test(end)))) return at;
  }
  return -1;
}
