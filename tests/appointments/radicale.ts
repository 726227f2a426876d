import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '@ambit/cli/free-ports';

/** A calendar server of its own on loopback, with one user. */
export type Radicale = {
  readonly user: string;
  readonly password: string;
  /** Makes an empty calendar and returns its address. */
  makeCalendar(name: string): Promise<string>;
  /** What a person's own program does, at a path or address of the server. */
  ask(
    method: string,
    address: string,
    body?: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  stop(): Promise<void>;
};

/**
 * Whether tests with a calendar server can run. Without one they are skipped loudly; under CI=true
 * that is a failure, so that nobody believes they ran.
 */
export function hasRadicale(): boolean {
  if (spawnSync('radicale', ['--version']).status === 0) return true;
  const told = 'There is no radicale: calendars are not tested. Install Debian\'s "radicale".';
  if (process.env['CI'] === 'true') throw new Error(told);
  console.warn(`\n  ${told}\n`);
  return false;
}

/** Starts radicale with a storage that goes away with it. */
export async function startRadicale(): Promise<Radicale> {
  const home = await mkdtemp(join(tmpdir(), 'ambit-radicale-'));
  const [user, password] = ['desk', 'a plain secret'];
  await writeFile(join(home, 'users'), `${user}:${password}\n`);
  const port = await findFreePort();
  const server = spawn(
    'radicale',
    [
      '--config=',
      `--server-hosts=127.0.0.1:${port}`,
      '--auth-type=htpasswd',
      `--auth-htpasswd-filename=${join(home, 'users')}`,
      '--auth-htpasswd-encryption=plain',
      `--storage-filesystem-folder=${join(home, 'collections')}`,
      '--logging-level=error',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const base = `http://127.0.0.1:${port}`;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const ask: Radicale['ask'] = (method, address, body, headers = {}) =>
    fetch(new URL(address, base), {
      method,
      headers: { authorization, 'content-type': 'text/calendar; charset=utf-8', ...headers },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(20_000),
    });
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await rm(home, { recursive: true, force: true });
  };
  const until = performance.now() + 40_000;
  for (;;) {
    const answered = await ask('OPTIONS', '/').then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) break;
    if (server.exitCode !== null || performance.now() > until) {
      await stop();
      throw new Error('radicale did not start');
    }
    await wait(100);
  }
  return {
    user,
    password,
    ask,
    async makeCalendar(name) {
      const address = `${base}/${user}/${name}/`;
      const made = await ask('MKCALENDAR', address);
      if (made.status !== 201) throw new Error(`radicale made no calendar: ${made.status}`);
      return address;
    },
    stop,
  };
}
