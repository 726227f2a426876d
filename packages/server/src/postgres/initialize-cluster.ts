import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { ClusterFolder } from './cluster-folder.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { PostgresUser } from './postgres-user.ts';

/** The name of the database's owner and of the database itself. */
export const databaseName = 'ambit';

/** An empty cluster with its first write-ahead log takes 40 MB; below this it is the disk that fails. */
const neededBytes = 40_000_000;

/**
 * Makes the cluster if there is none: in a folder beside it, renamed when it is whole, so that a full disk or a kill
 * leaves nothing half-made. Throws if an existing one is of another major version.
 */
export async function initializeCluster(options: {
  folder: ClusterFolder;
  user: PostgresUser;
  binaries: PostgresBinaries;
}): Promise<'made' | 'kept'> {
  const { folder, user, binaries } = options;
  const base = dirname(folder.clusterDir);
  removeUnfinished(base);
  if (existsSync(folder.clusterDir)) {
    checkVersion(folder.clusterDir, binaries.major);
    return 'kept';
  }
  const staging = mkdtempSync(join(base, 'making-'));
  try {
    const passwordFile = join(staging, 'password');
    writeFileSync(passwordFile, `${folder.password}\n`, { mode: 0o600 });
    if (user.kind === 'other')
      for (const path of [staging, passwordFile]) chownSync(path, user.uid, user.gid);
    const cluster = join(staging, 'cluster');
    await runInitdb(binaries, user, staging, [
      `--pgdata=${cluster}`,
      `--username=${databaseName}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ]);
    renameSync(cluster, folder.clusterDir);
    return 'made';
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function removeUnfinished(base: string): void {
  for (const name of readdirSync(base))
    if (name.startsWith('making-')) rmSync(join(base, name), { recursive: true, force: true });
}

function checkVersion(clusterDir: string, major: string): void {
  const found = readFileSync(join(clusterDir, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new Error(
    `The database in ${clusterDir} was made by PostgreSQL ${found}, and this program brings PostgreSQL ${major}; ` +
      `use the version of Ambit that made it, or move the folder away to start afresh`,
  );
}

async function runInitdb(
  binaries: PostgresBinaries,
  user: PostgresUser,
  staging: string,
  args: readonly string[],
): Promise<void> {
  const child = spawn(join(binaries.binDir, 'initdb'), args, {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user.kind === 'other' ? { uid: user.uid, gid: user.gid } : {}),
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const code = await new Promise<number | null>((settle, fail) => {
    child.once('error', fail);
    child.once('close', settle);
  });
  if (code === 0) return;
  const lines = output.trim().split('\n');
  const reason =
    lines.findLast((line) => /error|fatal|panic|could not/i.test(line)) ?? lines.at(-1) ?? 'no output';
  // PostgreSQL does not always get to say it.
  const { bavail, bsize } = statfsSync(staging);
  const full = /no space left/i.test(output) || bavail * bsize < neededBytes;
  throw new Error(
    full
      ? `The disk is full: the database could not be made (${reason.trim()}); free some space and start again`
      : `The database could not be made: ${reason.trim()}`,
  );
}
