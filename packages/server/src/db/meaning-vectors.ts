import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Queryable } from './database.ts';

const atOnce = 500;
/** Vectors that nobody has read for so long are deleted. */
const keptDays = 30;

const VectorRow = z.object({ text_hash: z.instanceof(Buffer), vector: z.instanceof(Buffer) });

/** The vectors of an encoder for those of the texts that have one. They count as used today. */
export async function readVectors(
  client: Queryable,
  encoder: string,
  texts: readonly string[],
): Promise<ReadonlyMap<string, Float32Array>> {
  const found = new Map<string, Float32Array>();
  for (let from = 0; from < texts.length; from += atOnce) {
    const byHash = new Map(
      texts.slice(from, from + atOnce).map((text) => [hashOf(text).toString('hex'), text]),
    );
    const hashes = [...byHash.keys()].map((hex) => Buffer.from(hex, 'hex'));
    const rows = await client.query({
      text: 'select text_hash, vector from meaning_vectors where encoder = $1 and text_hash = any($2::bytea[])',
      values: [encoder, hashes],
    });
    for (const row of rows.rows) {
      const { text_hash: hash, vector } = VectorRow.parse(row);
      const text = byHash.get(hash.toString('hex'));
      if (text !== undefined) found.set(text, floatsOf(vector));
    }
    await client.query({
      text: `update meaning_vectors set used_on = current_date
              where encoder = $1 and text_hash = any($2::bytea[]) and used_on < current_date`,
      values: [encoder, hashes],
    });
  }
  return found;
}

/** Keeps vectors, and forgets those that have not been used for a month. */
export async function keepVectors(
  client: Queryable,
  encoder: string,
  vectors: ReadonlyMap<string, Float32Array>,
): Promise<void> {
  const all = [...vectors];
  for (let from = 0; from < all.length; from += atOnce) {
    const some = all.slice(from, from + atOnce);
    await client.query({
      text: `insert into meaning_vectors (encoder, text_hash, vector)
             select $1, hash, vector from unnest($2::bytea[], $3::bytea[]) as u (hash, vector)
             on conflict do nothing`,
      values: [encoder, some.map(([text]) => hashOf(text)), some.map(([, vector]) => bytesOf(vector))],
    });
  }
  await client.query({
    text: 'delete from meaning_vectors where used_on < current_date - $1::int',
    values: [keptDays],
  });
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** 32-bit numbers, the lowest byte first on every machine. */
function bytesOf(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [at, value] of vector.entries()) bytes.writeFloatLE(value, at * 4);
  return bytes;
}

function floatsOf(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(at * 4));
}
