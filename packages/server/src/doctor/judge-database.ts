import type { Check } from '../ports/doctor.ts';
import type { VectorExtension } from '../ports/vector-store.ts';

/** What is known of the database. `skewMs`: its clock minus this machine's. */
export type DatabaseState = {
  readonly version: number;
  readonly fsync: boolean;
  readonly fullPageWrites: boolean;
  readonly synchronousCommit: string;
  readonly connections: { readonly limit: number; readonly used: number };
  readonly isReplica: boolean;
  readonly bytes: number;
  readonly schema: { readonly applied: number; readonly known: number };
  readonly skewMs: number;
  readonly poolSize: number;
  readonly vectors: VectorExtension;
};

/** The oldest major version whose statements are all understood. */
const oldestMajor = 14;
export const mostSkewMs = 2_000;

/** Whether the database keeps what it acknowledges, speaks our version and has room. */
export function judgeDatabase(state: DatabaseState): readonly Check[] {
  const { connections, schema } = state;
  const major = Math.floor(state.version / 10_000);
  const free = connections.limit - connections.used;
  const unsafe = [
    ...(state.fsync ? [] : ['fsync']),
    ...(state.fullPageWrites ? [] : ['full_page_writes']),
    ...(state.synchronousCommit === 'off' ? ['synchronous_commit'] : []),
  ];
  return [
    state.isReplica
      ? bad('database', 'it is a standby and takes no writes', 'Name the primary in DATABASE_URL.')
      : major < oldestMajor
        ? bad('database', `PostgreSQL ${major} is too old`, `Use PostgreSQL ${oldestMajor} or newer.`)
        : ok('database', `PostgreSQL ${major}, ${megabytes(state.bytes)}`),
    schema.applied < schema.known
      ? bad(
          'migrations',
          `${schema.applied} of ${schema.known} are applied`,
          'Start the server again; it applies them.',
        )
      : ok('migrations', `${schema.applied} applied, ${schema.known} known`),
    unsafe.length > 0
      ? bad(
          'durability',
          `${unsafe.join(' and ')} is off: a power cut loses acknowledged messages`,
          `Turn ${unsafe.join(' and ')} on in the PostgreSQL server.`,
        )
      : ok('durability', 'fsync, full_page_writes and synchronous_commit are on'),
    free < state.poolSize
      ? {
          name: 'connections',
          verdict: 'warning',
          says: `${connections.used} of ${connections.limit} are in use; another node of ${state.poolSize} does not fit`,
          fix: 'Raise max_connections, or lower AMBIT_POOL_SIZE.',
        }
      : ok('connections', `${connections.used} of ${connections.limit} in use`),
    judgeSkew('clock, database', state.skewMs),
    judgeVectors(state.vectors),
  ];
}

/** Whether the database could compare meanings, which only many questions need. */
function judgeVectors(extension: VectorExtension): Check {
  const inMemory = 'the meanings of questions are compared in memory';
  switch (extension.kind) {
    case 'ready':
      return ok('pgvector', `${extension.version}, compares the meanings of many questions`);
    case 'absent':
      return ok('pgvector', `not there; ${inMemory}`);
    case 'old':
      return {
        name: 'pgvector',
        verdict: 'warning',
        says: `${extension.version} is too old; ${inMemory}`,
        fix: 'Upgrade it to 0.7 or newer, and start again.',
      };
    case 'not-created':
      return {
        name: 'pgvector',
        verdict: 'warning',
        says: `${extension.version} is on the server, but not in this database; ${inMemory}`,
        fix: 'Have a superuser run "create extension vector" in it, and start again.',
      };
  }
}

/** `skewMs`: the other clock minus this machine's. */
export function judgeSkew(name: string, skewMs: number): Check {
  return Math.abs(skewMs) <= mostSkewMs
    ? ok(name, `${Math.round(Math.abs(skewMs))} ms apart`)
    : {
        name,
        verdict: 'warning',
        says: `${(Math.abs(skewMs) / 1_000).toFixed(1)} s ${skewMs > 0 ? 'ahead of' : 'behind'} this machine`,
        fix: 'Let both follow NTP (timedatectl set-ntp true).',
      };
}

function ok(name: string, says: string): Check {
  return { name, verdict: 'ok', says };
}

function bad(name: string, says: string, fix: string): Check {
  return { name, verdict: 'problem', says, fix };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
