import { bareWords } from '../message/comparable-text.ts';
import type { NamedProduct } from './wanted-tokens.ts';

/** The products in whose names most of some words stand; none when not one is. */
export function likeliest(words: readonly string[], products: readonly NamedProduct[]): readonly string[] {
  const scored = products.map(({ sku, names }) => {
    const parts = new Set(names.flatMap((name) => bareWords(name).split(' ')));
    return { sku, score: words.filter((word) => isPartOf(word, parts)).length };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ sku }) => sku);
}

/** Whether a word stands in the name of something that is sold. */
export function isPartOfName(word: string, products: readonly NamedProduct[]): boolean {
  return products.some(({ names }) =>
    isPartOf(word, new Set(names.flatMap((name) => bareWords(name).split(' ')))),
  );
}

/** A word of a name, in the plural, with a small word at its end or an Arabic article; in Chinese, some of its signs in their order. */
function isPartOf(word: string, parts: ReadonlySet<string>): boolean {
  if (/^ال\p{L}{3}/u.test(word) && parts.has(word.slice(2))) return true;
  if (!/\p{Script=Han}/u.test(word))
    return ['', 's', 'es', 'nya'].some(
      (end) => word.endsWith(end) && parts.has(word.slice(0, word.length - end.length)),
    );
  const signs = [...word.replace(/(?:的|那个|这个|那款|吧|呢|了)+$/u, '')];
  if (signs.length < 2) return false;
  return [...parts].some((part) => {
    let from = 0;
    return signs.every((sign) => {
      const at = part.indexOf(sign, from);
      from = at + sign.length;
      return at !== -1;
    });
  });
}
