import { plainWords } from '../slot/plain-words.ts';
import { placeIn } from '../slot/place-words.ts';
import { placeInList } from './place-in-list.ts';

/** The longest answer that may mean one of a list by a word of it. */
const mostWords = 6;

/** Which of the orders on a list an answer means: by its place, or by a word that only this one has. */
export function ownOrderMeant<T extends { readonly line: string }>(
  text: string,
  orders: readonly T[],
): T | undefined {
  const place = placeIn(text, orders.length) ?? placeInList(text, orders.length);
  if (place === 'unclear') return undefined;
  if (place !== undefined) return orders[place];
  if (plainWords(text).split(' ').length > mostWords) return undefined;
  const named = ordersNaming(text, orders, ({ line }) => line);
  return named.length === 1 ? named[0] : undefined;
}

/** The orders whose contents have most of a text's words, where some have them and others do not. */
export function ordersNaming<T>(
  text: string,
  orders: readonly T[],
  contents: (order: T) => string,
): readonly T[] {
  const said = wordsOf(text);
  const scored = orders.map((order) => {
    const inside = new Set(wordsOf(contents(order)));
    return { order, score: said.filter((word) => inside.has(word)).length };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ order }) => order);
}

/** Words without their plural; in Chinese every two signs that stand together. */
function wordsOf(text: string): readonly string[] {
  return plainWords(text)
    .split(' ')
    .flatMap((word) =>
      /\p{Script=Han}/u.test(word)
        ? [...word].slice(1).map((sign, place) => `${[...word][place] ?? ''}${sign}`)
        : [word.length > 3 ? word.replace(/e?s$/u, '') : word],
    )
    .filter((word) => !/^\p{N}*$/u.test(word) && (word.length > 2 || /\p{Script=Han}{2}/u.test(word)));
}
