import { randomInt } from 'node:crypto';
import { mkdirSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { StackPorts } from './environment.ts';

/** Below the ports that Linux (from 32768) and macOS (from 49152) hand out to whoever asks for any port. */
const lowest = 20_000;
const beyond = 32_000;

/** A program that was given a port listens on it by then. */
const claimLastsMs = 120_000;
const mostTries = 200;
const claims = join(tmpdir(), `ambit-ports-${userInfo().uid}`);
const claimed = new Set<string>();
process.once('exit', forget);

/**
 * Three ports of the loopback address that nobody listens on, and that no other call of this user on this machine was
 * given in the last two minutes: whoever gets them may take a while to start. Throws if there are none.
 */
export async function findFreePorts(): Promise<StackPorts> {
  return { webhook: await findFreePort(), desk: await findFreePort(), simulator: await findFreePort() };
}

/** One such port. */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const port = randomInt(lowest, beyond);
    if (claim(join(claims, String(port))) && (await isFree(port))) return port;
  }
  throw new Error(`No free port was found between ${lowest} and ${beyond - 1}`);
}

function claim(file: string): boolean {
  mkdirSync(claims, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, '', { flag: 'wx' });
  } catch {
    if (!renew(file)) return false;
  }
  claimed.add(file);
  return true;
}

/** Leaves nothing behind but what others claim. */
function forget(): void {
  for (const file of claimed) rmSync(file, { force: true });
  try {
    rmdirSync(claims);
  } catch {
    // Others have claims in it, or nobody ever had.
  }
}

/** Takes over a claim that has run out. */
function renew(file: string): boolean {
  const now = Date.now();
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined || now - made < claimLastsMs) return false;
  utimesSync(file, now / 1_000, now / 1_000);
  return true;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const server = createServer();
    server.once('error', () => settle(false));
    server.listen(port, '127.0.0.1', () => server.close(() => settle(true)));
  });
}
