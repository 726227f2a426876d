import { readdir, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Database, Queryable } from './database.ts';

const migrationsFolder = new URL('./migrations/', import.meta.url);
/** A migration that a database has gone through. */
export const AppliedMigration = z.object({ number: z.number(), name: z.string(), checksum: z.string() });
export type AppliedMigration = z.infer<typeof AppliedMigration>;

type Migration = { number: number; name: string; sql: string; checksum: string };

/**
 * Brings the database's schema up to this program. Any number of nodes may start at once: the
 * lock row lets one of them migrate while the others wait.
 * `only`: stop after these, which a backup was made with.
 * Throws when the database (or `only`) is newer than the program, or was migrated by a different file.
 */
export async function migrate(
  database: Database,
  only?: readonly AppliedMigration[],
): Promise<{ applied: readonly string[] }> {
  const migrations = await readMigrations();
  if (only !== undefined) checkKnown(only, migrations);
  await database
    .query({
      text: `create table if not exists schema_migrations (
             number integer primary key, name text not null, checksum text not null,
             applied_at timestamptz not null default now());
           create table if not exists schema_lock (only_row boolean primary key default true check (only_row));
           insert into schema_lock default values on conflict do nothing`,
    })
    .catch(async (error: unknown) => {
      // Two first starts may create the tables at the same instant; the loser finds them made.
      const made = await database.query({ text: `select to_regclass('schema_lock') is not null as made` });
      if (made.rows[0]?.['made'] !== true) throw error;
    });
  return database.transaction(async (client) => {
    await client.query({ text: 'insert into schema_lock default values on conflict do nothing' });
    await client.query({ text: 'select only_row from schema_lock for update' });
    const applied = await readAppliedMigrations(client);
    checkKnown(applied, migrations);
    const missing = migrations.slice(applied.length, only?.length);
    for (const migration of missing) await apply(client, migration);
    return { applied: missing.map((migration) => migration.name) };
  });
}

/** The migrations a database has gone through, in order. */
export async function readAppliedMigrations(client: Queryable): Promise<readonly AppliedMigration[]> {
  const found = await client.query({
    text: 'select number, name, checksum from schema_migrations order by number',
  });
  return found.rows.map((row) => AppliedMigration.parse(row));
}

/** How many migrations the database has, and how many this program knows. */
export async function readSchemaState(client: Queryable): Promise<{ applied: number; known: number }> {
  const counted = await client.query({
    name: 'schema-state',
    text: 'select count(*)::int as applied from schema_migrations',
  });
  const { applied } = z.object({ applied: z.number() }).parse(counted.rows[0]);
  return { applied, known: (await knownMigrations()).length };
}

let migrationsKnown: ReturnType<typeof readMigrations> | undefined;

function knownMigrations(): ReturnType<typeof readMigrations> {
  migrationsKnown ??= readMigrations();
  return migrationsKnown;
}

async function apply(client: Queryable, migration: Migration): Promise<void> {
  try {
    await client.query({ text: migration.sql });
  } catch (cause) {
    throw new Error(`Migration ${migration.name} failed; the database is unchanged`, { cause });
  }
  await client.query({
    text: 'insert into schema_migrations (number, name, checksum) values ($1, $2, $3)',
    values: [migration.number, migration.name, migration.checksum],
  });
}

function checkKnown(applied: readonly AppliedMigration[], migrations: readonly Migration[]): void {
  const newest = applied.at(-1);
  const newestKnown = migrations.at(-1);
  if (newest !== undefined && newestKnown !== undefined && newest.number > newestKnown.number) {
    throw new Error(
      `The database is newer than this program: it has migration ${newest.name}, the newest this program knows ` +
        `is ${newestKnown.name}. Start the newer program, or restore a backup made before it.`,
    );
  }
  for (const [index, row] of applied.entries()) {
    const known = migrations[index];
    if (known === undefined || known.number !== row.number || known.checksum !== row.checksum) {
      throw new Error(
        `Migration ${row.name} in the database differs from this program's ${known?.name ?? 'files'}; ` +
          `the database belongs to another build. Use that build, or another database.`,
      );
    }
  }
}

async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name, index) => {
      const sql = await readFile(new URL(name, migrationsFolder), 'utf8');
      const number = numberOf(name);
      if (number <= numberOf(names[index - 1] ?? '0000'))
        throw new Error(`Migration ${name} has the number of another; every migration has its own`);
      return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Of "0012_what-it-does.sql". Numbers rise, and may leave some out. */
function numberOf(name: string): number {
  const number = Number(/^\d{4}/.exec(name)?.[0]);
  if (Number.isNaN(number)) throw new Error(`Migration ${name} does not begin with four digits`);
  return number;
}
