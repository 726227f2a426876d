import pg from 'pg';
import { binaryArray, type ElementType } from './binary-arrays.ts';
import { readConnectionHosts } from './connection-hosts.ts';
import { openWritablePool, queueLimitMs, type Pools } from './writable-pool.ts';
import { planSettings } from './plan-settings.ts';

/** A statement. `arrays`: what the elements of its array parameters are, in order; undefined for other parameters. */
export type Statement = pg.QueryConfig & { readonly arrays?: readonly (ElementType | undefined)[] };

/** Runs one statement. Named statements are prepared once a connection. */
export type Queryable = {
  query(statement: Statement): Promise<pg.QueryResult<Record<string, unknown>>>;
};

/** A pool of connections to the one database every node meets in. */
export type Database = Queryable & {
  /** Runs `work` in one transaction; deadlocks and serialisation failures are retried. */
  transaction<T>(work: (client: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

const retryableStates = new Set(['40001', '40P01']);
const mostAttempts = 5;

/** The SQLSTATE of a PostgreSQL error, or undefined for anything else. */
function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** What is wrong with the data: its form, its place among other data, or its size (a key too long for an index). */
const dataErrorClasses = new Set(['22', '23', '54']);

/** Whether a statement failed because of what it was given, not of the world. */
export function isDataError(error: unknown): boolean {
  return dataErrorClasses.has(sqlState(error)?.slice(0, 2) ?? '');
}

/**
 * Opens a pool. `connectionString`: any PostgreSQL URL; with several hosts, statements go to the one that takes writes.
 * `onError`: told of idle connections that broke and of servers that were left; both are replaced by themselves.
 * `onServer`: told which of several hosts is used from now on. Throws if a URL with several hosts cannot be meant.
 */
export function openDatabase(options: {
  connectionString: string;
  poolSize: number;
  onError: (error: Error) => void;
  onServer?: (name: string) => void;
}): Database {
  const hosts = readConnectionHosts(options.connectionString);
  const pools = hosts.kind === 'several' ? openWritablePool(hosts.hosts, options) : openOnePool(options);

  async function attempt<T>(pool: pg.Pool, work: (client: Queryable) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken = false;
    // A connection that breaks between two statements must not bring the process down: the next one fails.
    const onBroken = (): void => {
      broken = true;
    };
    client.on('error', onBroken);
    try {
      await client.query('begin');
      const result = await work({ query: (statement) => client.query(onTheWire(statement)) });
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.off('error', onBroken);
      client.release(broken);
    }
  }

  return {
    query: (statement) => {
      const config = onTheWire(statement);
      return retrying(() => pools.run((pool) => pool.query(config)));
    },
    transaction: (work) => retrying(() => pools.run((pool) => attempt(pool, work))),
    close: () => pools.close(),
  };
}

function onTheWire({ arrays, ...config }: Statement): pg.QueryConfig {
  if (arrays === undefined) return config;
  const values = config.values?.map((value: unknown, index): unknown => {
    const type = arrays[index];
    return type === undefined || !Array.isArray(value) ? value : (binaryArray(type, value) ?? value);
  });
  return { ...config, ...(values === undefined ? {} : { values }) };
}

function openOnePool(options: {
  connectionString: string;
  poolSize: number;
  onError: (error: Error) => void;
}): Pools {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.poolSize,
    connectionTimeoutMillis: queueLimitMs,
    application_name: 'ambit',
    options: planSettings,
  });
  pool.on('error', options.onError);
  // Between two users a connection is nobody's; one that breaks just then must not end the process. The next query fails.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { run: (use) => use(pool), close: () => pool.end() };
}

async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      const state = sqlState(error);
      if (state === undefined || !retryableStates.has(state) || attempt === mostAttempts) throw error;
    }
  }
}
