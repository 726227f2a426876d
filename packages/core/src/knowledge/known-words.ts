import { editDistance } from './edit-distance.ts';

/** How much of a mistyped word must be right for it to count as a known one. */
const leastLikeness = 0.75;
/** Shorter words are too like one another. */
const shortestMistyped = 4;

/** Words of one length, in the order they were given. `letters`: which are in each. */
type SameLength = {
  readonly words: readonly string[];
  readonly letters: Int32Array;
  /** Where each stood among all. */
  readonly places: Int32Array;
};

/** Words that a mistyped one may have been meant to be, by their length. */
export type KnownWords = ReadonlyMap<number, SameLength>;

/** Of equally near words the earlier given is found. */
export function indexWords(words: Iterable<string>): KnownWords {
  const all = [...words].map((word, place) => ({ word, place }));
  const long = all.filter(({ word }) => word.length >= shortestMistyped);
  return new Map(
    [...Map.groupBy(long, ({ word }) => word.length)].map(([length, group]) => [
      length,
      {
        words: group.map(({ word }) => word),
        letters: Int32Array.from(group, ({ word }) => lettersOf(word)),
        places: Int32Array.from(group, ({ place }) => place),
      },
    ]),
  );
}

/** A known word, and the share of the letters that are right, 0.75 to 1. */
export type NearWord = { readonly word: string; readonly likeness: number };

/** The known word that differs least from another; undefined if each differs too much. */
export function nearestWord(known: KnownWords, word: string): NearWord | undefined {
  if (word.length < shortestMistyped) return undefined;
  const letters = lettersOf(word);
  let best: NearWord | undefined;
  let bestPlace = 0;
  for (let length = shortestMistyped; length * leastLikeness <= word.length; length += 1) {
    const group = known.get(length);
    if (group === undefined) continue;
    const longer = Math.max(word.length, length);
    const mostSlips = Math.floor(longer * (1 - leastLikeness));
    // A slip takes one letter away and brings one in at most; of those that make a word longer or shorter, it does one only.
    const mostMissing = mostSlips - Math.max(0, length - word.length);
    const mostMore = mostSlips - Math.max(0, word.length - length);
    if (mostMissing < 0 || mostMore < 0) continue;
    for (let at = 0; at < group.letters.length; at += 1) {
      const others = group.letters[at] ?? 0;
      if (countBits(letters & ~others) > mostMissing || countBits(others & ~letters) > mostMore) continue;
      const other = group.words[at] ?? '';
      const place = group.places[at] ?? 0;
      const likeness = 1 - editDistance(word, other) / longer;
      const isBetter =
        best === undefined || likeness > best.likeness || (likeness === best.likeness && place < bestPlace);
      if (likeness < leastLikeness || !isBetter) continue;
      best = { word: other, likeness };
      bestPlace = place;
    }
  }
  return best;
}

/** Which letters a word has, as bits; several letters share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

/** Pairs, fours and eights of bits are added up side by side. Source: Warren, Hacker's Delight 2013, section 5-1. */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
