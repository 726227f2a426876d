import { editDistance } from '../knowledge/edit-distance.ts';

/**
 * Whether a name that was changed still means the same person: a slip was mended, a name was added or left out, or
 * they stand in another order. "Bruna" and "Lopes, Bruna" are one, "Bruna Lopes" and "Bruna Reis" are not: numbers are
 * given away, within families too. Who has no name is nobody else.
 */
export function isSamePerson(before: string | undefined, after: string | undefined): boolean {
  const [one, other] = [wordsOf(before ?? ''), wordsOf(after ?? '')];
  const [fewer, more] = one.length < other.length ? [one, other] : [other, one];
  const left = [...more];
  return fewer.every((word) => {
    const found = left.findIndex((each) => isSameWord(word, each));
    if (found >= 0) left.splice(found, 1);
    return found >= 0;
  });
}

function wordsOf(name: string): readonly string[] {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** One slip in a word of four letters, two in one of eight; an initial stands for its name. */
function isSameWord(one: string, other: string): boolean {
  if (one.length === 1 || other.length === 1) return one.charAt(0) === other.charAt(0);
  return editDistance(one, other) <= Math.min(2, Math.floor(Math.min(one.length, other.length) / 4));
}
