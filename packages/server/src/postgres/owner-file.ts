import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { writePrivate } from './cluster-folder.ts';
import { giveToOwnerOf } from './folder-access.ts';
import { findProcess } from './running-process.ts';

const Owner = z.object({ pid: z.number(), startedAt: z.string() });
const fileName = 'owner.json';

/** Whether the process that looks after this database still runs; `pid` is its number. */
export function findOwner(home: string): { kind: 'alive'; pid: number } | { kind: 'gone' } {
  return readAlive(join(home, fileName));
}

/** Makes this process the one that looks after the database. */
export function becomeOwner(home: string): void {
  writePrivate(home, fileName, describeThisProcess());
}

export function disown(home: string): void {
  rmSync(join(home, fileName), { force: true });
}

/** Runs one start at a time per folder, across processes. A lock whose holder has died is taken over. */
export async function withStartLock<T>(home: string, start: () => Promise<T>): Promise<T> {
  const lock = join(home, 'starting.lock');
  const giveUpAt = performance.now() + 120_000;
  while (!takeLock(home, lock)) {
    if (readAlive(lock).kind === 'gone') rmSync(lock, { force: true });
    else if (performance.now() > giveUpAt)
      throw new Error(
        `Another process has been starting the database in ${home} for two minutes; see ${lock}`,
      );
    await wait(50);
  }
  try {
    return await start();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(home: string, lock: string): boolean {
  try {
    writeFileSync(lock, describeThisProcess(), { flag: 'wx', mode: 0o600 });
    giveToOwnerOf(home, lock);
    return true;
  } catch (cause) {
    if (z.object({ code: z.literal('EEXIST') }).safeParse(cause).success) return false;
    throw cause;
  }
}

function describeThisProcess(): string {
  return JSON.stringify({ pid: process.pid, startedAt: findProcess(process.pid)?.startedAt ?? '' });
}

function readAlive(file: string): { kind: 'alive'; pid: number } | { kind: 'gone' } {
  const owner = readOwner(file);
  if (owner === undefined || findProcess(owner.pid)?.startedAt !== owner.startedAt) return { kind: 'gone' };
  return { kind: 'alive', pid: owner.pid };
}

function readOwner(file: string): z.infer<typeof Owner> | undefined {
  try {
    return Owner.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Missing, or cut short by a kill: nobody to wait for.
    return undefined;
  }
}
