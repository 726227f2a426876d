import { chmodSync, chownSync, statSync, type Stats } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { PostgresUser } from './postgres-user.ts';

/** The highest folder above `path` that this user may not pass through, or nothing if the way is free. */
export function blockedAt(path: string, user: PostgresUser): string | undefined {
  if (user.kind === 'self') return undefined;
  return foldersAbove(path).find((folder) => {
    const stats = statSync(folder, { throwIfNoEntry: false });
    return stats !== undefined && !mayPass(stats, user);
  });
}

/**
 * Lets the user pass through the one folder that directly holds `path`, if it is root's own and nobody's home.
 * Passing (mode 0711) lets nobody list it; files in it keep their own modes.
 */
export function openPassage(path: string, user: PostgresUser): void {
  const parent = dirname(resolve(path));
  if (blockedAt(path, user) !== parent || parent === '/' || parent === resolve(homedir())) return;
  const stats = statSync(parent);
  if (stats.uid === 0) chmodSync(parent, stats.mode | 0o111);
}

/** Gives what root made in a folder to the folder's owner, so that the owner can start without root next time. */
export function giveToOwnerOf(folder: string, file: string): void {
  if (process.getuid?.() !== 0) return;
  const owner = statSync(folder);
  chownSync(file, owner.uid, owner.gid);
}

function foldersAbove(path: string): readonly string[] {
  const folder = dirname(resolve(path));
  return folder === '/' ? ['/'] : [...foldersAbove(folder), folder];
}

function mayPass(stats: Stats, user: PostgresUser): boolean {
  if (stats.uid === user.uid) return (stats.mode & 0o100) !== 0;
  if (stats.gid === user.gid) return (stats.mode & 0o010) !== 0;
  return (stats.mode & 0o001) !== 0;
}
