import { likeness, type Meaning } from './encoder/meaning.ts';
import type { Features } from './features.ts';
import type { Matrix } from './invert-matrix.ts';
import { cosines, type TextIndex } from './text-index.ts';

/** How alike each of some texts is to each: `size` rows one after the other. */
export type Kernel = { readonly size: number; readonly values: Matrix };

/** By words and letters. `features`: of each text of the index. */
export function kernelOf(index: TextIndex, features: readonly Features[]): Kernel {
  const size = features.length;
  const values = new Float64Array(size * size);
  for (const [row, each] of features.entries()) values.set(cosines(index, each), row * size);
  return { size, values };
}

/** How alike one text is to each; it stays part of the kernel. */
export function rowOf({ size, values }: Kernel, row: number): Float64Array {
  return values.subarray(row * size, (row + 1) * size);
}

/** A copy of what the first `count` texts have to do with each other. */
export function beginningOf(kernel: Kernel, count: number): Matrix {
  const beginning = new Float64Array(count * count);
  for (let row = 0; row < count; row += 1) beginning.set(rowOf(kernel, row).subarray(0, count), row * count);
  return beginning;
}

/** Adds how alike the texts are to an encoder. `all`: the meaning of each. It is symmetric, so that half of it needs computing. */
export function addAllLikeness({ size, values }: Kernel, all: readonly Meaning[]): void {
  for (const [at, meaning] of all.entries()) {
    for (let other = 0; other <= at; other += 1) {
      const otherMeaning = all[other];
      const value = otherMeaning === undefined ? 0 : likeness(meaning, otherMeaning);
      values[at * size + other] = (values[at * size + other] ?? 0) + value;
      if (other !== at) values[other * size + at] = (values[other * size + at] ?? 0) + value;
    }
  }
}
