import { readFile } from 'node:fs/promises';
import { unitVector, type MeaningSpace } from '../meaning.ts';

/**
 * Where the whitening lies: `size` means, `size` row scales (float32), then the rows of a lower
 * triangular matrix in 16-bit integers. Made by `training/fit-whitening.ts`.
 */
export const whiteningFile = new URL('../../../src/data/english-whitening.bin', import.meta.url);

const size = 512;

/**
 * The space in which messages of one task lie close together and tasks apart: the inverse Cholesky
 * factor of the within-class covariance of English intents, read from the shipped file.
 * Derived from HWU64 (Liu et al. 2019) and BANKING77 (Casanueva et al. 2020), both CC BY 4.0
 * (https://creativecommons.org/licenses/by/4.0/).
 */
export async function loadEnglishSpace(): Promise<MeaningSpace> {
  const bytes = await readFile(whiteningFile);
  const header = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 8 * size));
  const rows = new Int16Array(
    bytes.buffer.slice(bytes.byteOffset + 8 * size, bytes.byteOffset + bytes.length),
  );
  if (rows.length !== (size * (size + 1)) / 2)
    throw new Error(`${whiteningFile.pathname} has the wrong length`);
  return (vector) => {
    const whitened = new Float32Array(size);
    const centred = vector.map((value, at) => value - (header[at] ?? 0));
    let at = 0;
    for (let row = 0; row < size; row += 1) {
      // Four sums at once: one would wait for itself. Taken from an array they would cost twice the time.
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      const end = at + row + 1;
      let column = 0;
      for (; at + 3 < end; at += 4, column += 4) {
        a += (rows[at] ?? 0) * (centred[column] ?? 0);
        b += (rows[at + 1] ?? 0) * (centred[column + 1] ?? 0);
        c += (rows[at + 2] ?? 0) * (centred[column + 2] ?? 0);
        d += (rows[at + 3] ?? 0) * (centred[column + 3] ?? 0);
      }
      for (; at < end; at += 1, column += 1) a += (rows[at] ?? 0) * (centred[column] ?? 0);
      whitened[row] = (a + b + c + d) * (header[size + row] ?? 0);
    }
    return { raw: vector, whitened: unitVector(whitened) };
  };
}

/** The file's bytes. `factor`: lower triangular, rows after rows. */
export function packWhitening(mean: Float64Array, factor: Float64Array): Uint8Array {
  const header = new Float32Array(2 * size);
  header.set(mean);
  const rows = new Int16Array((size * (size + 1)) / 2);
  let at = 0;
  for (let row = 0; row < size; row += 1) {
    const values = factor.subarray(row * size, row * size + row + 1);
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 32_767 || 1;
    header[size + row] = scale;
    for (const value of values) {
      rows[at] = Math.round(value / scale);
      at += 1;
    }
  }
  return Buffer.concat([new Uint8Array(header.buffer), new Uint8Array(rows.buffer)]);
}
