import { editDistance } from '../knowledge/edit-distance.ts';

/**
 * Whether a name that was changed still means the same person: a slip was mended, a name was added or left out, or
 * they stand in another order. "Bruna" and "Lopes, Bruna" are one, "Bruna Lopes" and "Bruna Reis" are not: numbers are
 * given away, within families too, so that "Mario Reis" is not "Maria Reis". Who has no name is nobody else.
 */
export function isSamePerson(before: string | undefined, after: string | undefined): boolean {
  const [one, other] = [wordsOf(before ?? ''), wordsOf(after ?? '')];
  let [wanted, left] = one.length < other.length ? [one, other] : [other, one];
  // The surest first: an initial must not take the place of a name that is written out.
  for (const isSame of [isEqual, isSlip, isInitial]) {
    const unmet: string[] = [];
    for (const word of wanted) {
      const found = left.findIndex((each) => isSame(word, each));
      if (found >= 0) left = left.toSpliced(found, 1);
      else unmet.push(word);
    }
    wanted = unmet;
  }
  return wanted.length === 0;
}

/** Accents are left out where letters stand without them; the vowel signs of Hindi and Thai are no accents. */
function wordsOf(name: string): readonly string[] {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}])\p{Mn}+/gu, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function isEqual(one: string, other: string): boolean {
  return one === other;
}

/** One slip in a word of four letters, two in one of eight; a last vowel makes another name of one ("Luis", "Luisa"). */
function isSlip(one: string, other: string): boolean {
  if (withoutLastVowel(one) === withoutLastVowel(other)) return false;
  return editDistance(one, other) <= Math.min(2, Math.floor(Math.min(one.length, other.length) / 4));
}

function withoutLastVowel(word: string): string {
  return word.replace(/[aeo]$/, '');
}

function isInitial(one: string, other: string): boolean {
  return (one.length === 1 || other.length === 1) && one.charAt(0) === other.charAt(0);
}
