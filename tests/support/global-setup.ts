import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../packages/server/src/db/database.ts';
import { migrate } from '../../packages/server/src/db/migrate.ts';
import { startPostgres } from '../../packages/server/src/postgres/start-postgres.ts';

const quiet = { info: () => undefined, warn: () => undefined };

/** One real PostgreSQL for the whole test run, with a migrated template that test files copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'ambit-test-'));
  const postgres = await startPostgres({ dataDir: join(home, 'postgres'), log: quiet, endsWithOwner: true });
  const template = openDatabase({
    connectionString: postgres.connectionString,
    poolSize: 2,
    onError: () => undefined,
  });
  await migrate(template);
  await template.close();
  project.provide('templateDatabase', postgres.connectionString);
  return async () => {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  export interface ProvidedContext {
    templateDatabase: string;
  }
}
