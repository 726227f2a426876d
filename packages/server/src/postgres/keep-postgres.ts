import { setTimeout as wait } from 'node:timers/promises';
import { findProcess } from './running-process.ts';
import { startPostgres, type StartPostgresOptions } from './start-postgres.ts';

const lookEveryMs = 250;
const longestPauseMs = 5_000;

/** A PostgreSQL of our own that is brought back, at the same address, whenever it ends without having been told to. */
export type KeptPostgres = { readonly connectionString: string; stop(): Promise<void> };

/**
 * Starts the PostgreSQL in `dataDir`, or finds it running, and keeps it running: one that was killed, that a full disk
 * ended or whose owner stopped it is started again, with growing pauses for as long as it takes.
 * Throws as startPostgres does, at the first start only.
 */
export async function keepPostgres(options: StartPostgresOptions): Promise<KeptPostgres> {
  const { log } = options;
  let current = await startPostgres(options);
  const { connectionString, socketDir } = current;
  const stopping = new AbortController();

  async function bringBack(): Promise<void> {
    for (
      let pauseMs = lookEveryMs;
      !stopping.signal.aborted;
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    ) {
      try {
        // It is gone; this takes away what belonged to it.
        await current.stop();
        current = await startPostgres({ ...options, socketDir });
        log.warn({ pid: current.pid }, 'PostgreSQL runs again');
        return;
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        log.warn({ reason }, 'PostgreSQL cannot be started again yet');
        await pause(pauseMs, stopping.signal);
      }
    }
  }

  async function watch(): Promise<void> {
    for (;;) {
      await pause(lookEveryMs, stopping.signal);
      if (stopping.signal.aborted) return;
      if (findProcess(current.pid) !== undefined) continue;
      log.warn({ pid: current.pid }, 'PostgreSQL has ended and is started again');
      await bringBack();
    }
  }

  const watching = watch();
  return {
    connectionString,
    async stop() {
      stopping.abort();
      await watching;
      await current.stop();
    },
  };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // Whoever stops it ends the pause.
  await wait(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
