import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@ambit/server/postgres/start-postgres';

/** A PostgreSQL of the bench's own, durable as shipped (fsync on). */
export type BenchDatabase = {
  readonly connectionString: string;
  readonly pid: number;
  stop(): Promise<void>;
};

/** Starts it on an empty folder that is removed afterwards. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const home = mkdtempSync(join(tmpdir(), 'ambit-bench-'));
  const postgres = await startPostgres({
    dataDir: join(home, 'postgres'),
    log: { info: () => undefined, warn: () => undefined },
    endsWithOwner: true,
  });
  return {
    connectionString: postgres.connectionString,
    pid: postgres.pid,
    async stop() {
      await postgres.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
