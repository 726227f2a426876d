import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { unitVector } from '../meaning.ts';

/** The vectors of the shipped messages of no business: a SHA-256 of the texts, then 512 8-bit integers for each. */
export const noBusinessVectorsFile = new URL('../../../src/data/english-no-business.bin', import.meta.url);

const size = 512;
const hashBytes = 32;

/** The vectors, so that fitting need not encode some hundred messages; undefined when the texts are other ones. */
export async function loadNoBusinessVectors(
  texts: readonly string[],
): Promise<readonly Float32Array[] | undefined> {
  const bytes = await readFile(noBusinessVectorsFile);
  if (!bytes.subarray(0, hashBytes).equals(hashOf(texts))) return undefined;
  return texts.map((_, at) => {
    const start = hashBytes + at * size;
    return unitVector(Float32Array.from(bytes.subarray(start, start + size), (byte) => (byte << 24) >> 24));
  });
}

export function packNoBusinessVectors(
  texts: readonly string[],
  vectors: readonly Float32Array[],
): Uint8Array {
  const rows = vectors.map((vector) => {
    const most = vector.reduce((found, value) => Math.max(found, Math.abs(value)), 0);
    return Int8Array.from(vector, (value) => Math.round((value / most) * 127));
  });
  return Buffer.concat([hashOf(texts), ...rows.map((row) => new Uint8Array(row.buffer))]);
}

function hashOf(texts: readonly string[]): Buffer {
  return createHash('sha256').update(texts.join('\n')).digest();
}
