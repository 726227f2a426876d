import { z } from 'zod';
import type { VectorExtension } from '../ports/vector-store.ts';
import type { Queryable } from './database.ts';

/** The oldest pgvector with `halfvec`. Source: pgvector's CHANGELOG, 0.7.0. */
const oldest = [0, 7] as const;

const InstalledRow = z.object({ version: z.string(), schema: z.string() });
const AvailableRow = z.object({ version: z.string() });

/** Looks whether pgvector is there, without changing anything. */
export async function readVectorExtension(client: Queryable): Promise<VectorExtension> {
  const installed = await client.query({
    text: `select e.extversion as version, quote_ident(n.nspname) as schema
             from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'vector'`,
  });
  if (installed.rows[0] !== undefined) {
    const { version, schema } = InstalledRow.parse(installed.rows[0]);
    return isOld(version) ? { kind: 'old', version } : { kind: 'ready', version, schema };
  }
  const available = await client.query({
    text: `select default_version as version from pg_available_extensions where name = 'vector'`,
  });
  if (available.rows[0] === undefined) return { kind: 'absent' };
  const { version } = AvailableRow.parse(available.rows[0]);
  return isOld(version) ? { kind: 'old', version } : { kind: 'not-created', version };
}

/** The same, having created it where the server has it and this user may. */
export async function createVectorExtension(client: Queryable): Promise<VectorExtension> {
  const found = await readVectorExtension(client);
  if (found.kind !== 'not-created') return found;
  try {
    await client.query({ text: 'create extension if not exists vector' });
  } catch {
    // Without the right to, or because another node did in the same instant: what is there now tells.
  }
  return readVectorExtension(client);
}

function isOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
}
