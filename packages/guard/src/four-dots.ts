/** So many rows are multiplied at once. */
export const atOnce = 4;

/** Of one row with four others, `apart` from each other: what is read once counts four times, and no sum waits for itself. Beyond the matrix nothing counts. */
export function fourDots(
  dots: Float64Array,
  one: Float64Array,
  oneAt: number,
  others: Float64Array,
  othersAt: number,
  apart: number,
  length: number,
): void {
  let [a, b, c, d] = [0, 0, 0, 0];
  const [second, third, fourth] = [othersAt + apart, othersAt + 2 * apart, othersAt + 3 * apart];
  const fits = fourth + length <= others.length;
  if (fits) {
    for (let at = 0; at < length; at += 1) {
      const value = one[oneAt + at] ?? 0;
      a += value * (others[othersAt + at] ?? 0);
      b += value * (others[second + at] ?? 0);
      c += value * (others[third + at] ?? 0);
      d += value * (others[fourth + at] ?? 0);
    }
  } else {
    for (let at = 0; at < length; at += 1) {
      const value = one[oneAt + at] ?? 0;
      a += value * (others[othersAt + at] ?? 0);
      if (second + at < others.length) b += value * (others[second + at] ?? 0);
      if (third + at < others.length) c += value * (others[third + at] ?? 0);
    }
  }
  dots[0] = a;
  dots[1] = b;
  dots[2] = c;
  dots[3] = d;
}
