/** Where a word begins and ends, in scripts that write words apart. */
export const wordStart = String.raw`(?<![\p{L}\p{M}\p{N}])`;
export const wordEnd = String.raw`(?![\p{L}\p{M}\p{N}])`;

/** Words as patterns, and what must stand around all of them. */
export type WordGroup = {
  readonly words: readonly string[];
  readonly before?: string;
  readonly after?: string;
};

/**
 * One expression for any of the words, the longest first. What stands around them is written once a
 * group: the classes of letters are long, and compiling them for each word takes a start's time.
 */
export function anyWord(groups: readonly WordGroup[]): RegExp {
  const patterns = groups
    .filter(({ words }) => words.length > 0)
    .map(({ words, before = '', after = '' }) => {
      const longestFirst = [...new Set(words)].toSorted((a, b) => b.length - a.length);
      return `${before}(?:${longestFirst.join('|')})${after}`;
    });
  return new RegExp(patterns.join('|'), 'u');
}

/** Whether a word is of a script without spaces between words. */
export function isHan(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}
