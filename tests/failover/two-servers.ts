import { spawnSync } from 'node:child_process';
import { appendFileSync, chownSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres, type EmbeddedPostgres } from '@ambit/server/postgres/start-postgres';
import { eventually } from '../processes/real-process.ts';

const quiet = { info: () => undefined, warn: () => undefined };

/** A primary and the standby that confirms each of its commits. */
export type TwoServers = {
  readonly primary: EmbeddedPostgres;
  readonly standby: EmbeddedPostgres;
  stop(): Promise<void>;
};

/**
 * Starts both in a folder. There is no pg_basebackup among the embedded programs, so the standby is a copy of the
 * primary's files, taken while it is stopped.
 */
export async function startTwoServers(folder: string): Promise<TwoServers> {
  const primaryDir = join(folder, 'a');
  const standbyDir = join(folder, 'b');
  const first = await start(primaryDir);
  await first.stop();
  // What a primary needs to have before its standby copies it.
  mkdirSync(standbyDir, { mode: 0o711 });
  for (const name of ['cluster', 'password']) copy(join(primaryDir, name), join(standbyDir, name));
  const primary = await start(primaryDir);
  makeStandby(join(standbyDir, 'cluster'), primary, passwordOf(primaryDir));
  const standby = await start(standbyDir);
  await ask(primary, `alter system set synchronous_standby_names = '*'`);
  await ask(primary, 'select pg_reload_conf()');
  await eventually(
    async () =>
      (await ask(primary, `select 1 from pg_stat_replication where sync_state = 'sync'`)).rowCount === 1,
    'the standby to be synchronous',
  );
  return {
    primary,
    standby,
    async stop() {
      await standby.stop();
      await primary.stop();
    },
  };
}

/** Runs one statement on a server, past everything of ours. */
export async function ask(
  server: EmbeddedPostgres,
  statement: string,
): Promise<pg.QueryResult<Record<string, unknown>>> {
  const client = new pg.Client({ connectionString: server.connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query<Record<string, unknown>>(statement);
  } finally {
    await client.end();
  }
}

/** The URL that names these servers, in this order. */
export function urlOf(...servers: readonly EmbeddedPostgres[]): string {
  const [base = ''] = servers.map(({ connectionString }) => connectionString.split('?')[0]);
  const hosts = servers.map(({ socketDir }) => encodeURIComponent(socketDir)).join(',');
  return `${base}?host=${hosts}&port=5432&target_session_attrs=read-write`;
}

function start(dataDir: string): Promise<EmbeddedPostgres> {
  return startPostgres({ dataDir, log: quiet, endsWithOwner: true });
}

/** With owners and modes, which `cpSync` leaves out. */
function copy(from: string, to: string): void {
  const made = spawnSync('cp', ['-a', from, to]);
  if (made.status !== 0) throw new Error(`${from} could not be copied: ${made.stderr.toString()}`);
}

function makeStandby(cluster: string, primary: EmbeddedPostgres, password: string): void {
  const { uid, gid } = statSync(cluster);
  const signal = join(cluster, 'standby.signal');
  writeFileSync(signal, '', { mode: 0o600 });
  chownSync(signal, uid, gid);
  const conninfo = `host=${primary.socketDir} port=5432 user=ambit password=${password}`;
  appendFileSync(join(cluster, 'postgresql.auto.conf'), `primary_conninfo = '${conninfo}'\n`);
}

function passwordOf(dataDir: string): string {
  return readFileSync(join(dataDir, 'password'), 'utf8').trim();
}
