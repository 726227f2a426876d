import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeSocketDir, removeSocketDir, type ClusterFolder } from './cluster-folder.ts';
import { giveToOwnerOf } from './folder-access.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { PostgresUser } from './postgres-user.ts';
import { findProcess } from './running-process.ts';

/** The pid file names the shared memory in line 7. Source: PostgreSQL 18, src/include/utils/pidfile.h. */
const linesUpToSharedMemory = 7;

/** PostgreSQL's main process. `socketDir`: where it listens. */
export type Postmaster = { readonly pid: number; readonly socketDir: string };

const startLimitMs = 300_000;
const fastStopLimitMs = 15_000;
const immediateStopLimitMs = 5_000;
const orphansLimitMs = 30_000;
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

type StartOptions = {
  folder: ClusterFolder;
  user: PostgresUser;
  binaries: PostgresBinaries;
  /** Where it has to listen; left out, it is chosen. */
  socketDir?: string;
};

/**
 * Starts PostgreSQL and waits until it accepts connections. Processes that a killed one left behind are given time to
 * end. Throws with the last lines of its log if it does not start.
 */
export async function startPostmaster(options: StartOptions): Promise<Postmaster> {
  const giveUpAt = performance.now() + orphansLimitMs;
  for (;;) {
    try {
      return await tryPostmaster(options);
    } catch (cause) {
      const orphaned = cause instanceof Error && /pre-existing shared memory block/.test(cause.message);
      if (!orphaned || performance.now() > giveUpAt) throw cause;
    }
    await wait(200);
  }
}

async function tryPostmaster({ folder, user, binaries, ...given }: StartOptions): Promise<Postmaster> {
  const socketDir = makeSocketDir(folder, user, given.socketDir);
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
      throw new Error(`PostgreSQL did not start: ${lastWords(folder, logStart, pid)}`);
    if (performance.now() > giveUpAt) {
      await stopPostmaster(pid);
      throw new Error(
        `PostgreSQL did not get ready in ${startLimitMs / 1000} s: ${lastWords(folder, logStart, pid)}`,
      );
    }
    await wait(20);
  }
}

/**
 * After a reboot or a lost container the recorded process is gone or is another one; PostgreSQL might not see that.
 * Its pid file stays, as it also names the shared memory by which PostgreSQL sees that processes of a killed one still
 * work on these files; but the process in it becomes this one, which PostgreSQL knows for its parent.
 * Source: PostgreSQL 18, CreateLockFile in src/backend/utils/init/miscinit.c.
 */
function clearStaleFiles(folder: ClusterFolder, socketDir: string): void {
  const [, ...rest] = readPidFile(folder);
  const pidFile = join(folder.clusterDir, 'postmaster.pid');
  if (rest.length >= linesUpToSharedMemory - 1)
    writeFileSync(pidFile, [String(process.pid), ...rest].join('\n'));
  else rmSync(pidFile, { force: true });
  rmSync(join(socketDir, '.s.PGSQL.5432.lock'), { force: true });
  rmSync(join(socketDir, '.s.PGSQL.5432'), { force: true });
}

function openLog(folder: ClusterFolder): number {
  const log = openSync(folder.logFile, 'a', 0o600);
  giveToOwnerOf(folder.home, folder.logFile);
  if (statSync(folder.logFile).size > largestLogBytes) truncateSync(folder.logFile, 0);
  return log;
}

/** What this PostgreSQL gave as its reason: processes of a killed one still write their farewells into the same log. */
function lastWords(folder: ClusterFolder, logStart: number, pid: number | undefined): string {
  const all = readFileSync(folder.logFile).subarray(logStart).toString('utf8').trim().split('\n');
  const own = all.filter((line) => line.includes(` [${pid}] `));
  const lines = own.length === 0 ? all : own;
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
