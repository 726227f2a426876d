import { z } from 'zod';
import type { Queryable } from './database.ts';

const Row = z.object({ name: z.string(), sealed: z.instanceof(Uint8Array) });

/** A tool's secret, sealed. */
export async function readToolSecret(client: Queryable, name: string): Promise<Uint8Array | undefined> {
  const found = await client.query({
    name: 'read-tool-secret',
    text: 'select name, sealed from tool_secrets where name = $1',
    values: [name],
  });
  const [row] = found.rows;
  return row === undefined ? undefined : Row.parse(row).sealed;
}

/** All of them, by name. */
export async function readToolSecrets(client: Queryable): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = await client.query({ text: 'select name, sealed from tool_secrets order by name' });
  return new Map(found.rows.map((row) => Row.parse(row)).map(({ name, sealed }) => [name, sealed]));
}

/** Sets a secret, in the place of an older one. */
export async function saveToolSecret(client: Queryable, name: string, sealed: Uint8Array): Promise<void> {
  await client.query({
    text: `insert into tool_secrets (name, sealed) values ($1, $2)
           on conflict (name) do update set sealed = excluded.sealed, saved_at = now()`,
    values: [name, sealed],
  });
}
