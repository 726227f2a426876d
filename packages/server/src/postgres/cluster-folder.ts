import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { blockedAt, giveToOwnerOf, openPassage } from './folder-access.ts';
import type { PostgresLog } from './postgres-log.ts';
import type { PostgresUser } from './postgres-user.ts';

/**
 * The files of one embedded PostgreSQL. `home` is the folder the caller named; the cluster lies in it, or elsewhere if
 * the user that runs PostgreSQL cannot get there (then `home` holds a pointer).
 */
export type ClusterFolder = {
  readonly home: string;
  readonly clusterDir: string;
  readonly logFile: string;
  readonly password: string;
};

/** The longest path of a unix socket on Linux is 107 bytes, on macOS 103. Source: unix(7). */
const longestSocketPath = 103;
const Pointer = z.object({ path: z.string() });

/** Makes the folders that are missing. Throws, naming the folder, if one cannot be made or used. */
export function openClusterFolder(
  dataDir: string,
  user: (clusterDir: string) => PostgresUser,
  log: PostgresLog,
): {
  folder: ClusterFolder;
  user: PostgresUser;
} {
  const home = resolve(dataDir);
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const pointer = readPointer(home);
    const chosen = user(join(pointer ?? home, 'cluster'));
    const base = pointer ?? placeFor(home, chosen, log);
    const clusterDir = join(base, 'cluster');
    const password = keepPassword(home);
    if (chosen.kind === 'other') chmodSync(base, 0o711);
    return {
      folder: { home, clusterDir, logFile: join(home, 'postgres.log'), password },
      user: chosen,
    };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The database folder ${home} cannot be used: ${reason}`, { cause });
  }
}

function readPointer(home: string): string | undefined {
  const file = join(home, 'location.json');
  return existsSync(file) ? Pointer.parse(JSON.parse(readFileSync(file, 'utf8'))).path : undefined;
}

function placeFor(home: string, user: PostgresUser, log: PostgresLog): string {
  openPassage(home, user);
  const barrier = blockedAt(join(home, 'cluster'), user);
  if (barrier === undefined || barrier === home) return home;
  const path = `/var/lib/ambit/${randomBytes(8).toString('hex')}`;
  mkdirSync(path, { recursive: true, mode: 0o711 });
  writePrivate(home, 'location.json', JSON.stringify({ path }));
  log.info(
    { path, barrier },
    'the database lies elsewhere: PostgreSQL may not enter this folder as root’s delegate',
  );
  return path;
}

function keepPassword(home: string): string {
  const file = join(home, 'password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  writePrivate(home, 'password', `${password}\n`);
  return password;
}

/** Writes a file that only its owner reads, whole or not at all: a full disk leaves no empty one behind. */
export function writePrivate(home: string, name: string, content: string): void {
  const file = join(home, name);
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, content, { mode: 0o600, flush: true });
    giveToOwnerOf(home, unfinished);
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/**
 * Where PostgreSQL listens: beside the cluster, or in a short temporary folder if that path is too long.
 * `before`: where it listened until it died, and where its clients look for it.
 */
export function makeSocketDir(folder: ClusterFolder, user: PostgresUser, before?: string): string {
  const beside = join(dirname(folder.clusterDir), 'socket');
  const fits = Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= longestSocketPath;
  const wanted = before ?? (fits ? beside : undefined);
  if (wanted !== undefined) mkdirSync(wanted, { recursive: true, mode: 0o700 });
  const socketDir = wanted ?? mkdtempSync(join(tmpdir(), 'ambit-'));
  if (user.kind === 'other') chownSync(socketDir, user.uid, user.gid);
  return socketDir;
}

/** Removes a socket folder that had to be made outside the database folder. */
export function removeSocketDir(folder: ClusterFolder, socketDir: string): void {
  if (dirname(socketDir) !== dirname(folder.clusterDir)) rmSync(socketDir, { recursive: true, force: true });
}
