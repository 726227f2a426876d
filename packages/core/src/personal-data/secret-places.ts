import { findPersonalData } from './find-personal-data.ts';
import { isOtherNumber, namedSecretsIn } from './secrets-in.ts';

/** Where a secret stands in a text, or the words that stand in its place: from `start` up to, not with, `end`. */
export type SecretPlace = { readonly kind: 'card' | 'code'; readonly start: number; readonly end: number };

/** Stands for a secret wherever a customer's words are kept or shown. */
export const hiddenSecret = { card: '(card number hidden)', code: '(code hidden)' } as const;

/**
 * Finds card numbers, security codes, PINs, passwords and login codes in what a customer says, and where such stood
 * before `hideSecrets` took them out; in order, and none within another.
 */
export function secretPlaces(text: string): readonly SecretPlace[] {
  const taken = [...text.matchAll(hiddenBefore)].map((match) => ({
    kind: match[0] === hiddenSecret.card ? ('card' as const) : ('code' as const),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const ends = [...taken.map(({ start }) => start), text.length];
  // What one of them was called must not reach beyond it.
  const found = ends.flatMap((end, n) => {
    const from = taken[n - 1]?.end ?? 0;
    return placesIn(text.slice(from, end)).map((place) => ({
      ...place,
      start: place.start + from,
      end: place.end + from,
    }));
  });
  return [...taken, ...found].toSorted((a, b) => a.start - b.start);
}

const hiddenBefore = /\((?:card number|code) hidden\)/gu;

function placesIn(text: string): readonly SecretPlace[] {
  // All of them have a digit; most messages have none.
  if (!/\p{Nd}/u.test(text)) return [];
  const cards = findPersonalData(text).flatMap(({ kind, start, end }): readonly SecretPlace[] =>
    kind === 'card' && !isOtherNumber(text, start) ? [{ kind, start, end }] : [],
  );
  const places: SecretPlace[] = [];
  for (const place of [...cards, ...namedSecretsIn(text).map((code) => ({ kind: 'code' as const, ...code }))])
    if (places.every(({ start, end }) => place.end <= start || place.start >= end)) places.push(place);
  return places;
}
