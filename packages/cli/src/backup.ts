import { createReadStream, existsSync, rmSync } from 'node:fs';
import { link, open, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import type { AmbitClient } from '@ambit/sdk/client';
import { connectDesk } from './files/connect-desk.ts';

const End = z.object({ end: z.literal(true), rows: z.number(), sha256: z.string() });

/** `ambit backup FILE`: asks the running server for its database and keeps it, whole or not at all. Returns the exit code. */
export async function backup(given: string): Promise<number> {
  const { client, home } = connectDesk();
  const file = resolve(given);
  if (existsSync(file)) throw new Error(`${file} is there already; name another file, or remove it`);
  const unfinished = `${file}.part`;
  try {
    await fetchInto(client, unfinished);
    const rows = await rowsOf(unfinished);
    await keepWithoutOverwriting(unfinished, file);
    process.stdout.write(
      `${file}: ${rows} rows.\n` +
        `Not in it, and to be kept apart: ${join(home, 'secrets.json')} (or AMBIT_SECRET_KEY), ` +
        `without which the access tokens in the backup cannot be read; customers' files in ${join(home, 'media')}.\n`,
    );
    return 0;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

async function fetchInto(client: AmbitClient, path: string): Promise<void> {
  const stream = await client.backup(new AbortController().signal);
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of stream) await handle.write(chunk);
    await handle.sync();
  } catch (cause) {
    throw new Error('The backup was cut off on its way; look at the log of the server as "backup.failed"', {
      cause,
    });
  } finally {
    await handle.close();
  }
}

/** Reads the file back to its end. Throws if it is not whole. */
async function rowsOf(path: string): Promise<number> {
  const unzipped = createReadStream(path).pipe(createGunzip());
  let last = '';
  try {
    for await (const line of createInterface({ input: unzipped })) last = line;
    return End.parse(JSON.parse(last)).rows;
  } catch (cause) {
    throw new Error('The backup that came is not whole; try again', { cause });
  }
}

async function keepWithoutOverwriting(unfinished: string, file: string): Promise<void> {
  // A link fails where a rename would overwrite; some file systems have none.
  await link(unfinished, file).catch((cause: unknown) => {
    if (existsSync(file)) throw new Error(`${file} is there already; name another file`, { cause });
    return rename(unfinished, file);
  });
}
