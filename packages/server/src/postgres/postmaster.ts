import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeSocketDir, removeSocketDir, type ClusterFolder } from './cluster-folder.ts';
import { giveToOwnerOf } from './folder-access.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { PostgresUser } from './postgres-user.ts';
import { findProcess } from './running-process.ts';

/** PostgreSQL's main process. `socketDir`: where it listens. */
export type Postmaster = { readonly pid: number; readonly socketDir: string };

const startLimitMs = 300_000;
const fastStopLimitMs = 15_000;
const immediateStopLimitMs = 5_000;
const largestLogBytes = 10_000_000;

/**
 * What PostgreSQL is told beyond its defaults: nothing listens on the network, and nothing is traded for durability.
 */
function settings(socketDir: string): readonly string[] {
  return [
    'listen_addresses=',
    `unix_socket_directories=${socketDir}`,
    'unix_socket_permissions=0700',
    'port=5432',
    'max_connections=100',
    'shared_buffers=128MB',
    'jit=off',
    'fsync=on',
    'synchronous_commit=on',
    'full_page_writes=on',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
  ].flatMap((setting) => ['-c', setting]);
}

/** The postmaster that runs on this cluster, whoever started it. */
export function findPostmaster(folder: ClusterFolder): Postmaster | undefined {
  const lines = readPidFile(folder);
  const [pidLine, , , , socketDir] = lines;
  if (pidLine === undefined || socketDir === undefined || socketDir === '') return undefined;
  const running = findProcess(Number(pidLine));
  return running?.command.includes(folder.clusterDir) === true ? { pid: running.pid, socketDir } : undefined;
}

/** Starts PostgreSQL and waits until it accepts connections. Throws with the last lines of its log if it does not. */
export async function startPostmaster(options: {
  folder: ClusterFolder;
  user: PostgresUser;
  binaries: PostgresBinaries;
}): Promise<Postmaster> {
  const { folder, user, binaries } = options;
  const socketDir = makeSocketDir(folder, user);
  clearStaleFiles(folder, socketDir);
  const log = openLog(folder);
  const logStart = statSync(folder.logFile).size;
  const child = spawn(join(binaries.binDir, 'postgres'), ['-D', folder.clusterDir, ...settings(socketDir)], {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    // A session of its own: a Ctrl-C in the terminal reaches the server, which then stops PostgreSQL in order.
    detached: true,
    stdio: ['ignore', log, log],
    ...(user.kind === 'other' ? { uid: user.uid, gid: user.gid } : {}),
  });
  closeSync(log);
  const failed = new Promise<never>((_, fail) => child.once('error', fail));
  child.unref();
  try {
    await Promise.race([failed, waitUntilReady(folder, child.pid, logStart)]);
  } catch (cause) {
    removeSocketDir(folder, socketDir);
    throw cause;
  }
  return { pid: child.pid ?? 0, socketDir };
}

/** Stops PostgreSQL and returns once it is gone: politely, then firmly, then by force. */
export async function stopPostmaster(pid: number): Promise<void> {
  const steps = [
    { signal: 'SIGINT', limitMs: fastStopLimitMs },
    { signal: 'SIGQUIT', limitMs: immediateStopLimitMs },
    { signal: 'SIGKILL', limitMs: immediateStopLimitMs },
  ] as const;
  const startedAt = findProcess(pid)?.startedAt;
  for (const { signal, limitMs } of steps) {
    if (startedAt === undefined || findProcess(pid)?.startedAt !== startedAt) return;
    process.kill(pid, signal);
    const giveUpAt = performance.now() + limitMs;
    while (findProcess(pid)?.startedAt === startedAt && performance.now() < giveUpAt) await wait(20);
  }
  if (startedAt !== undefined && findProcess(pid)?.startedAt === startedAt)
    throw new Error(`PostgreSQL (process ${pid}) does not stop; end it by hand`);
}

async function waitUntilReady(
  folder: ClusterFolder,
  pid: number | undefined,
  logStart: number,
): Promise<void> {
  const giveUpAt = performance.now() + startLimitMs;
  for (;;) {
    const lines = readPidFile(folder);
    // Line 8 is the state, as pg_ctl reads it. Source: PostgreSQL 18, src/include/utils/pidfile.h.
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return;
    if (pid === undefined || findProcess(pid) === undefined)
      throw new Error(`PostgreSQL did not start: ${lastWords(folder, logStart)}`);
    if (performance.now() > giveUpAt) {
      await stopPostmaster(pid);
      throw new Error(
        `PostgreSQL did not get ready in ${startLimitMs / 1000} s: ${lastWords(folder, logStart)}`,
      );
    }
    await wait(20);
  }
}

/** After a reboot or a lost container the recorded process is gone or is another one; PostgreSQL might not see that. */
function clearStaleFiles(folder: ClusterFolder, socketDir: string): void {
  rmSync(join(folder.clusterDir, 'postmaster.pid'), { force: true });
  rmSync(join(socketDir, '.s.PGSQL.5432.lock'), { force: true });
  rmSync(join(socketDir, '.s.PGSQL.5432'), { force: true });
}

function openLog(folder: ClusterFolder): number {
  const log = openSync(folder.logFile, 'a', 0o600);
  giveToOwnerOf(folder.home, folder.logFile);
  if (statSync(folder.logFile).size > largestLogBytes) truncateSync(folder.logFile, 0);
  return log;
}

function lastWords(folder: ClusterFolder, logStart: number): string {
  const lines = readFileSync(folder.logFile).subarray(logStart).toString('utf8').trim().split('\n');
  const reason = lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? '';
  const full = /no space left/i.test(reason) ? 'the disk is full; free some space and start again: ' : '';
  return `${full}${reason.trim()} (see ${folder.logFile})`;
}

function readPidFile(folder: ClusterFolder): readonly string[] {
  try {
    return readFileSync(join(folder.clusterDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    // No file: it does not run.
    return [];
  }
}
