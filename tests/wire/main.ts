import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '@ambit/server/db/database';
import { migrate } from '@ambit/server/db/migrate';
import { startPostgres } from '@ambit/server/postgres/start-postgres';
import { cleanUp, temporaryFolder } from '../processes/real-process.ts';
import { isClean, tableOf } from './fuzz-report.ts';
import { runFuzz } from './fuzz-run.ts';

const usage = 'npm run fuzz -- [--payloads N] [--seed S]';

/** Posts mutated webhooks to a real ingress on a PostgreSQL of its own. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { payloads: { type: 'string' }, seed: { type: 'string' } } });
  const payloads = wholeNumber(values.payloads ?? '100000');
  const seed = wholeNumber(values.seed ?? String(randomInt(1_000_000)));
  const folder = temporaryFolder();
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    log: { info: () => undefined, warn: () => undefined },
    endsWithOwner: true,
  });
  try {
    const { connectionString } = postgres;
    const database = openDatabase({ connectionString, poolSize: 1, onError: () => undefined });
    await migrate(database);
    await database.close();
    const onProgress = (posted: number): void => {
      if (posted % 10_000 === 0) console.log(`${posted} posted`);
    };
    const result = await runFuzz({ connectionString, folder, payloads, seed, onProgress });
    console.log(tableOf(result));
    return isClean(result);
  } finally {
    await postgres.stop();
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`"${text}" is not a whole number; ${usage}`);
  return Number(text);
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  await cleanUp();
}
