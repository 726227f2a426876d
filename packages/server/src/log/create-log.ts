import { pino } from 'pino';
import type { Log } from '../ports/log.ts';

/** Structured logs on standard error, one JSON document a line. */
export function createLog(level: string): Log {
  const logger = pino({ level, base: { pid: process.pid } }, pino.destination({ dest: 2, sync: false }));
  return {
    debug: (event, fields) => logger.debug(fields ?? {}, event),
    info: (event, fields) => logger.info(fields ?? {}, event),
    warn: (event, fields) => logger.warn(fields ?? {}, event),
    error: (event, fields) => logger.error(fields ?? {}, event),
  };
}
