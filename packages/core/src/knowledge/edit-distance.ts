/**
 * How many typing slips (a letter more, less or other, two neighbours swapped) lie between two words.
 * Source: optimal string alignment distance, Damerau 1964.
 */
export function editDistance(left: string, right: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      const swapped =
        left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
          ? (beforeLast[j - 2] ?? Infinity) + 1
          : Infinity;
      row.push(
        Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, i > 1 && j > 1 ? swapped : Infinity),
      );
    }
    beforeLast = last;
    last = row;
  }
  return last[right.length] ?? 0;
}
