import { atOnce, fourDots } from '../../four-dots.ts';

const heads = 4;

/**
 * What each of `count` places gathers from all, by how well what it asks fits what they have (Vaswani et al. 2017).
 * `mixed`: of each place `size` numbers of what it asks, then of what it has, then of what it gives.
 */
export function attention(mixed: Float32Array, count: number, size: number): Float32Array {
  // As 64-bit numbers, which each place reads again.
  const numbers = Float64Array.from(mixed);
  const output = new Float32Array(count * size);
  const width = size / heads;
  const weights = new Float64Array(count);
  for (let head = 0; head < heads; head += 1) {
    for (let row = 0; row < count; row += 1) {
      weigh(weights, numbers, { row, count, size, at: head * width, width });
      const gathered = output.subarray(row * size + head * width, row * size + (head + 1) * width);
      gather(gathered, weights, numbers, { count, size, at: 2 * size + head * width });
    }
  }
  return output;
}

type Head = { readonly count: number; readonly size: number; readonly at: number };

const dots = new Float64Array(atOnce);

/** How much each place counts for one: together 1. */
function weigh(
  weights: Float64Array,
  numbers: Float64Array,
  { row, count, size, at, width }: Head & { readonly row: number; readonly width: number },
): void {
  const apart = 3 * size;
  const scale = 1 / Math.sqrt(width);
  let most = -Infinity;
  for (let other = 0; other < count; other += atOnce) {
    fourDots(dots, numbers, row * apart + at, numbers, other * apart + size + at, apart, width);
    for (let each = 0; each < atOnce && other + each < count; each += 1) {
      const fits = (dots[each] ?? 0) * scale;
      weights[other + each] = fits;
      most = Math.max(most, fits);
    }
  }
  let total = 0;
  for (let other = 0; other < count; other += 1) {
    const weight = Math.exp((weights[other] ?? 0) - most);
    weights[other] = weight;
    total += weight;
  }
  for (let other = 0; other < count; other += 1) weights[other] = (weights[other] ?? 0) / total;
}

/** Adds up what the places give, two at a time. */
function gather(
  gathered: Float32Array,
  weights: Float64Array,
  numbers: Float64Array,
  { count, size, at }: Head,
): void {
  const apart = 3 * size;
  for (let other = 0; other < count; other += 2) {
    const [weight, nextWeight] = [weights[other] ?? 0, other + 1 < count ? (weights[other + 1] ?? 0) : 0];
    const value = other * apart + at;
    const nextValue = other + 1 < count ? value + apart : value;
    for (let each = 0; each < gathered.length; each += 1)
      gathered[each] =
        (gathered[each] ?? 0) +
        weight * (numbers[value + each] ?? 0) +
        nextWeight * (numbers[nextValue + each] ?? 0);
  }
}
