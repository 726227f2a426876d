import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { openDatabase, type Database } from '@ambit/server/db/database';
import { migrate } from '@ambit/server/db/migrate';

/**
 * A migrated PostgreSQL with pgvector, spoken to over a socket: PostgreSQL compiled to WebAssembly, as neither the
 * embedded one nor Debian 12 has the extension.
 */
export async function startVectorDatabase(): Promise<{
  readonly database: Database;
  stop(): Promise<void>;
}> {
  const postgres = await PGlite.create({ extensions: { vector } });
  const server = new PGLiteSocketServer({ db: postgres, host: '127.0.0.1', port: 0, maxConnections: 8 });
  await server.start();
  const database = openDatabase({
    connectionString: `postgresql://postgres@${server.getServerConn()}/postgres`,
    poolSize: 2,
    onError: () => undefined,
  });
  await migrate(database);
  return {
    database,
    async stop() {
      await database.close();
      await server.stop();
      await postgres.close();
    },
  };
}
