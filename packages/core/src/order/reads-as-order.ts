import { otherThanOrdering } from './order-words.ts';
import { isPartOfName } from './parts-of-names.ts';
import { readWanted, withCounts } from './read-wanted.ts';
import { tokensOf, type NamedProduct } from './wanted-tokens.ts';
import { measureWords } from './wanted-words.ts';

const articles: ReadonlySet<string> = new Set(['a', 'an', 'un', 'una', 'une', 'um', 'uma', 'ek', 'एक']);

/** An order names few things; a long text that names one is about something else. */
const mostWords = 40;

/**
 * Whether a text asks for so many of what the business sells and says little else: how many of its words
 * say something else. Undefined for a text that counts nothing that is sold.
 */
export function readsAsOrder(
  text: string,
  products: readonly NamedProduct[],
  language: string,
): number | undefined {
  const tokens = withCounts(text, language)
    .split(/[\n,;+&،、，。!！]+|(?<!\d)\.|\.(?!\d)/u)
    .flatMap((part) => tokensOf(part, products, language));
  if (tokens.length > mostWords || !tokens.some(({ kind }) => kind === 'number')) return undefined;
  const { lines, which } = readWanted(text, products, language);
  if (lines.length + which.length === 0) return undefined;
  const other = tokens.flatMap((token) =>
    token.kind === 'word' && !measureWords.has(token.word) && !isPartOfName(token.word, products)
      ? [token.word]
      : [],
  );
  const words = otherThanOrdering(other);
  // "Do you have a speaker": an article counts nothing.
  const counted = tokens.some((token) => token.kind === 'number' && !articles.has(token.word));
  return words > 0 && !counted ? undefined : words;
}
