import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readEnvironment } from './environment.ts';
import { lockHome } from './home-lock.ts';
import { serverEnvironment } from './stack-environment.ts';
import { keepStackSecrets } from './stack-secrets.ts';
import { parseProcessLogLine } from './process-log.ts';

const server = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));
const Restored = z.object({ event: z.literal('server.restored'), rows: z.number(), madeAt: z.string() });

/** `ambit restore FILE`: fills the empty database of a data folder from a backup. Returns the exit code. */
export async function restore(given: string): Promise<number> {
  const environment = readEnvironment();
  const { home, business, ports, databaseUrl, inherited } = environment;
  const file = resolve(given);
  if (!existsSync(file)) throw new Error(`There is no file ${file}`);
  const secretsFile = join(home, 'secrets.json');
  if (!existsSync(secretsFile))
    throw new Error(
      `${secretsFile} is missing: a backup holds access tokens sealed with its key; copy the secrets.json of the old data folder there first`,
    );
  const release = lockHome(home);
  try {
    const variables = serverEnvironment(
      {
        home,
        business,
        businessName: '',
        ports,
        secrets: keepStackSecrets(home),
        database: databaseUrl === undefined ? { kind: 'embedded' } : { kind: 'server', url: databaseUrl },
        debounceMs: undefined,
      },
      inherited,
    );
    const { rows, madeAt } = await runServer(file, variables);
    process.stdout.write(
      `${rows} rows of ${madeAt} are restored in ${home}.\n` +
        `Customers' files are not among them: copy the media folder of the old data folder to ${join(home, 'media')}.\n`,
    );
    return 0;
  } finally {
    release();
  }
}

async function runServer(
  file: string,
  variables: Readonly<Record<string, string>>,
): Promise<z.infer<typeof Restored>> {
  const child = spawn(process.execPath, ['--conditions=ambit-source', server, '--restore', file], {
    env: variables,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((settle, fail) => {
    child.once('error', fail);
    child.once('close', settle);
  });
  const [said, logged, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code === 0) return Restored.parse(JSON.parse(said));
  const fatal = logged
    .split('\n')
    .map(parseProcessLogLine)
    .find(({ kind }) => kind === 'fatal');
  throw new Error(fatal?.kind === 'fatal' ? fatal.message : `The server ended with ${code}: ${logged}`);
}
