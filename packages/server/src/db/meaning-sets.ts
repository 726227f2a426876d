import { z } from 'zod';
import type { NearMeaning, StoredMeaning, VectorSearch } from '../ports/vector-store.ts';
import type { Database, Queryable } from './database.ts';

/** More cannot be indexed. Source: pgvector's README, "HNSW", halfvec. */
const mostDimensions = 4_000;
const atOnce = 500;
/** A set that nobody has used for so long is dropped when another is made. */
const keptDays = 2;

const FirstRow = z.object({ first: z.boolean() });
const NearRow = z.object({ at: z.number(), whitened: z.number(), raw: z.number() });

/**
 * Searches meanings with pgvector: a table for each set, with an index over its whitened vectors in numbers of 16 bits.
 * `schema`: where the extension's types are, quoted. A set is made in one transaction, by whichever node is first; the
 * others wait for it.
 */
export function createMeaningSets(database: Database, schema: string): VectorSearch {
  return {
    mostDimensions,
    async prepare(name, meanings) {
      const dimensions = meanings[0]?.raw.length;
      if (dimensions === undefined) return;
      await database.transaction(async (client) => {
        const made = await client.query({
          text: `insert into meaning_sets (name) values ($1)
                 on conflict (name) do update set used_on = current_date returning xmax = 0 as first`,
          values: [name],
        });
        if (!FirstRow.parse(made.rows[0]).first) return;
        await makeTable(client, schema, tableOf(name), dimensions, meanings);
        await dropUnused(client);
      });
    },
    async nearest(name, asked, most) {
      const half = `${schema}.halfvec`;
      const found = await database.transaction(async (client) => {
        // Left to itself, the index gives 40 at most.
        await client.query({ text: `set local hnsw.ef_search = ${Math.max(most, 40)}` });
        return client.query({
          text: `with used as (
                   update meaning_sets set used_on = current_date where name = $3 and used_on < current_date)
                 select at, -(whitened operator(${schema}.<#>) $1::${half}) as whitened,
                        -(raw operator(${schema}.<#>) $2::${half}) as raw
                   from (select at, whitened, raw from ${tableOf(name)}
                          order by whitened operator(${schema}.<#>) $1::${half} limit ${most}) nearest
                  order by 2 desc`,
          values: [numbersOf(asked.whitened), numbersOf(asked.raw), name],
        });
      });
      return found.rows.map((row): NearMeaning => NearRow.parse(row));
    },
  };
}

async function makeTable(
  client: Queryable,
  schema: string,
  table: string,
  dimensions: number,
  meanings: readonly StoredMeaning[],
): Promise<void> {
  const half = `${schema}.halfvec`;
  await client.query({
    text: `create table ${table} (
             at integer not null, raw ${half}(${dimensions}) not null, whitened ${half}(${dimensions}) not null)`,
  });
  for (let from = 0; from < meanings.length; from += atOnce) {
    const some = meanings.slice(from, from + atOnce);
    await client.query({
      text: `insert into ${table} (at, raw, whitened)
             select at, raw::${half}, whitened::${half}
               from unnest($1::int[], $2::text[], $3::text[]) as u (at, raw, whitened)`,
      values: [
        some.map((_, n) => from + n),
        some.map(({ raw }) => numbersOf(raw)),
        some.map(({ whitened }) => numbersOf(whitened)),
      ],
    });
  }
  // Left to itself, an index of some ten thousand no longer fits, and takes many times as long to make.
  await client.query({ text: `set local maintenance_work_mem = '512MB'` });
  await client.query({
    text: `create index on ${table} using hnsw (whitened ${schema}.halfvec_ip_ops)`,
  });
}

const NameRow = z.object({ name: z.string() });

async function dropUnused(client: Queryable): Promise<void> {
  const gone = await client.query({
    text: 'delete from meaning_sets where used_on < current_date - $1::int returning name',
    values: [keptDays],
  });
  for (const row of gone.rows)
    await client.query({ text: `drop table if exists ${tableOf(NameRow.parse(row).name)}` });
}

/** Names come from digests; anything else would stand in a statement as it is. */
function tableOf(name: string): string {
  if (!/^[0-9a-f]{1,40}$/.test(name)) throw new Error(`A set of meanings cannot be called "${name}"`);
  return `meaning_set_${name}`;
}

/** As pgvector reads them; 16 bits hold no more than four digits. */
function numbersOf(vector: Float32Array): string {
  return `[${Array.from(vector, (value) => value.toPrecision(5)).join(',')}]`;
}
