import pg from 'pg';
import type { ConnectionHost } from './connection-hosts.ts';
import { doubtsServer, wordsOf } from './server-doubt.ts';
import { planSettings } from './plan-settings.ts';

/** Where statements go. */
export type Pools = {
  /** Runs `use` on the pool of the server that takes writes. Throws what `use` throws, or that there is no such server. */
  run<T>(use: (pool: pg.Pool) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** `onServer`: told which host is used from now on. */
type Options = { poolSize: number; onError: (error: Error) => void; onServer?: (name: string) => void };
type Kept = { readonly host: ConnectionHost; readonly pool: pg.Pool; leave(): void };

/** How long a caller waits for a connection of the pool. */
export const queueLimitMs = 10_000;
/** How long one host may take to let us in, and to say whether it takes writes. */
const hostLimitMs = 3_000;
/** A statement that runs for longer makes us ask whether its server is still there. */
const silenceMs = 3_000;
const watchEveryMs = 500;
/** While no server takes writes, the hosts are asked no more often than this. */
const restMs = 200;

/**
 * A pool on whichever of the hosts takes writes. It stays with that host until an error, or a statement that gets no
 * answer, puts it in doubt. Then it asks: a server that still takes writes is kept; one that has gone, has become a
 * standby or does not answer is left with all its connections, and the statements under way on it fail.
 */
export function openWritablePool(hosts: readonly ConnectionHost[], options: Options): Pools {
  const underWay = new Set<{ readonly since: number }>();
  const left = new Set<pg.Pool>();
  let kept: Kept | undefined;
  let doubted = false;
  let askedAt = 0;
  let finding: Promise<Kept> | undefined;
  let none: { readonly error: Error; readonly until: number } | undefined;

  async function current(): Promise<Kept> {
    if (kept !== undefined && !doubted) return kept;
    if (none !== undefined && performance.now() < none.until) throw none.error;
    finding ??= find().finally(() => {
      finding = undefined;
    });
    return finding;
  }

  async function find(): Promise<Kept> {
    doubted = false;
    askedAt = performance.now();
    if (kept !== undefined) {
      const answer = await ask(kept.host);
      if (answer.kind !== 'unusable') return kept;
      options.onError(new Error(`${answer.problem}; looking for a server that takes writes`));
      leave(kept);
    }
    try {
      const host = await Promise.any(
        hosts.map(async (each) => {
          const answer = await ask(each);
          if (answer.kind !== 'writable') throw new Error(answer.problem);
          return each;
        }),
      );
      kept = keep(host);
      doubted = false;
      options.onServer?.(host.name);
      return kept;
    } catch (cause) {
      const error = new Error(`none of its hosts takes writes: ${wordsOf(cause)}`, { cause });
      none = { error, until: performance.now() + restMs };
      throw error;
    }
  }

  function keep(host: ConnectionHost): Kept {
    const clients = new Set<pg.Client>();
    let over = false;
    const pool = new pg.Pool({
      connectionString: host.connectionString,
      max: options.poolSize,
      connectionTimeoutMillis: queueLimitMs,
      application_name: 'ambit',
      options: planSettings,
      Client: class extends pg.Client {
        constructor(config?: pg.ClientConfig) {
          super({ ...config, keepAlive: true, connectionTimeoutMillis: over ? 1 : hostLimitMs });
          clients.add(this);
          this.on('end', () => clients.delete(this));
          // A connection that breaks while it is asked whether it takes writes has no other listener.
          this.on('error', () => undefined);
        }
      },
      verify: (client, settle) => {
        takesWrites(client)
          .then((writes) => (writes && !over ? undefined : new Error(`${host.name} does not take writes`)))
          .then(settle, settle);
      },
    });
    pool.on('error', (error) => {
      doubt(pool);
      options.onError(error);
    });
    return {
      host,
      pool,
      leave() {
        over = true;
        // Not pool.end(): it would leave those who wait for a connection waiting.
        for (const client of clients) client.connection.stream.destroy();
        left.add(pool);
        setTimeout(() => {
          left.delete(pool);
          if (!pool.ending) void pool.end();
        }, queueLimitMs).unref();
      },
    };
  }

  function leave(one: Kept): void {
    kept = undefined;
    one.leave();
  }

  function doubt(pool: pg.Pool): void {
    if (kept?.pool === pool) doubted = true;
  }

  const watch = setInterval(() => {
    const longAgo = performance.now() - silenceMs;
    if (kept === undefined || askedAt > longAgo || ![...underWay].some(({ since }) => since < longAgo))
      return;
    doubted = true;
    // Whoever needs the server is told; here it matters that the question is asked.
    current().catch(() => undefined);
  }, watchEveryMs).unref();

  return {
    async run(use) {
      const { pool } = await current();
      const entry = { since: performance.now() };
      underWay.add(entry);
      try {
        return await use(pool);
      } catch (error) {
        if (doubtsServer(error)) doubt(pool);
        throw error;
      } finally {
        underWay.delete(entry);
      }
    },
    async close() {
      clearInterval(watch);
      await finding?.catch(() => undefined);
      const pools = [...left, ...(kept === undefined ? [] : [kept.pool])].filter((pool) => !pool.ending);
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
}

type Answer =
  | { readonly kind: 'writable' }
  /** It is there, but will not say: it has no connection to spare, or lets us in no more. */
  | { readonly kind: 'unsure'; readonly problem: string }
  | { readonly kind: 'unusable'; readonly problem: string };

async function ask({ name, connectionString }: ConnectionHost): Promise<Answer> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: hostLimitMs,
    query_timeout: hostLimitMs,
    application_name: 'ambit',
  });
  // An error after connecting comes out of the question as well.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await takesWrites(client))
      ? { kind: 'writable' }
      : { kind: 'unusable', problem: `${name} is read-only` };
  } catch (error) {
    return { kind: doubtsServer(error) ? 'unusable' : 'unsure', problem: `${name}: ${wordsOf(error)}` };
  } finally {
    client.connection.stream.destroy();
  }
}

async function takesWrites(client: pg.ClientBase): Promise<boolean> {
  const found = await client.query<Record<string, unknown>>(
    `select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as read_only`,
  );
  return found.rows[0]?.['read_only'] === false;
}
