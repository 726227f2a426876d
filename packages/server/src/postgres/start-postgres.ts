import pg from 'pg';
import { openClusterFolder, removeSocketDir, type ClusterFolder } from './cluster-folder.ts';
import { endWithOwner } from './end-with-owner.ts';
import { databaseName, initializeCluster } from './initialize-cluster.ts';
import { becomeOwner, disown, findOwner, withStartLock } from './owner-file.ts';
import { preparePostgresBinaries } from './postgres-binaries.ts';
import type { PostgresLog } from './postgres-log.ts';
import { choosePostgresUser } from './postgres-user.ts';
import { findPostmaster, startPostmaster, stopPostmaster, type Postmaster } from './postmaster.ts';

/**
 * A running PostgreSQL of our own.
 * `kind`: started by this process; adopted from a process that died without stopping it; or attached to one that
 * another living process looks after. `stop` ends the first two, waits until they are gone, and leaves the third alone.
 */
export type EmbeddedPostgres = {
  readonly kind: 'started' | 'adopted' | 'attached';
  readonly connectionString: string;
  readonly pid: number;
  readonly socketDir: string;
  stop(): Promise<void>;
};

/**
 * `dataDir`: made if it is missing; keeps its data between starts.
 * `endsWithOwner`: PostgreSQL ends even if this process is killed; for tests and throw-away databases.
 * `socketDir`: where it has to listen; left out, it is chosen.
 */
export type StartPostgresOptions = {
  readonly dataDir: string;
  readonly log: PostgresLog;
  readonly endsWithOwner?: boolean;
  readonly socketDir?: string;
};

/**
 * Starts the PostgreSQL that lives in `dataDir`, or finds it running.
 * Throws, with the reason and what to do, if it cannot run; then nothing half-started is left.
 */
export async function startPostgres(options: StartPostgresOptions): Promise<EmbeddedPostgres> {
  const { folder, user } = openClusterFolder(options.dataDir, choosePostgresUser, options.log);
  return withStartLock(folder.home, async () => {
    const running = findPostmaster(folder);
    if (running !== undefined) {
      const owner = findOwner(folder.home);
      if (owner.kind === 'alive') {
        options.log.info({ pid: running.pid, owner: owner.pid }, 'PostgreSQL already runs');
        return { kind: 'attached', ...describe(folder, running), stop: () => Promise.resolve() };
      }
      options.log.info({ pid: running.pid }, 'adopting the PostgreSQL that an earlier run left behind');
      return lookAfter('adopted', folder, running, options.endsWithOwner ?? false);
    }
    const binaries = preparePostgresBinaries(user, options.log);
    const made = await initializeCluster({ folder, user, binaries });
    options.log.info(
      { folder: folder.home, user: user.kind === 'other' ? user.name : 'self', made },
      'starting PostgreSQL',
    );
    const postmaster = await startPostmaster({
      folder,
      user,
      binaries,
      ...(options.socketDir === undefined ? {} : { socketDir: options.socketDir }),
    });
    return lookAfter('started', folder, postmaster, options.endsWithOwner ?? false);
  });
}

async function lookAfter(
  kind: 'started' | 'adopted',
  folder: ClusterFolder,
  postmaster: Postmaster,
  endsWithOwner: boolean,
): Promise<EmbeddedPostgres> {
  becomeOwner(folder.home);
  const callOff = endsWithOwner ? endWithOwner(postmaster) : () => undefined;
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= stopPostmaster(postmaster.pid).then(() => {
      callOff();
      disown(folder.home);
      removeSocketDir(folder, postmaster.socketDir);
    });
    return stopped;
  };
  try {
    await ensureDatabase(folder, postmaster);
  } catch (cause) {
    await stop();
    throw new Error(`PostgreSQL runs in ${folder.home} but refuses connections`, { cause });
  }
  return { kind, ...describe(folder, postmaster), stop };
}

function describe(folder: ClusterFolder, postmaster: Postmaster): Postmaster & { connectionString: string } {
  return { connectionString: connectionString(folder, postmaster, databaseName), ...postmaster };
}

function connectionString(folder: ClusterFolder, { socketDir }: Postmaster, database: string): string {
  return `postgresql://${databaseName}:${folder.password}@/${database}?host=${encodeURIComponent(socketDir)}&port=5432`;
}

async function ensureDatabase(folder: ClusterFolder, postmaster: Postmaster): Promise<void> {
  const client = new pg.Client({ connectionString: connectionString(folder, postmaster, 'postgres') });
  // A server that dies before the client has ended must not bring this process down: the next query fails.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  } finally {
    await client.end();
  }
}
