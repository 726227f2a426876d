import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase } from '@ambit/server/db/database';
import { migrate } from '@ambit/server/db/migrate';
import { startPostgres } from '@ambit/server/postgres/start-postgres';
import { cleanUp, temporaryFolder } from '../processes/real-process.ts';
import { readFlags, runProgram, wholeNumber } from '../support/read-flags.ts';
import { isClean, tableOf } from './fuzz-report.ts';
import { runFuzz } from './fuzz-run.ts';

const usage = `npm run -s fuzz -- [--payloads N] [--seed S]

  --payloads N   so many mutated webhooks, 100000 unless said
  --seed S       what they are drawn from, to see the same ones again; any unless said`;

/** Posts mutated webhooks to a real ingress on a PostgreSQL of its own. */
async function main(): Promise<boolean> {
  const flags = readFlags(usage, ['payloads', 'seed']);
  if (flags === undefined) return true;
  const payloads = wholeNumber('payloads', flags['payloads'] ?? '100000', usage);
  const seed = wholeNumber('seed', flags['seed'] ?? String(randomInt(1_000_000)), usage);
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

try {
  await runProgram(main);
} finally {
  await cleanUp();
}
