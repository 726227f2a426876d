import { pino } from 'pino';
import type { Log, LogFields } from '../ports/log.ts';
import { createRedact } from './redact.ts';

/** Where lines go; standard error unless told otherwise. */
type Destination = { write(line: string): void };

/** Structured logs, one JSON document a line. `secrets`: never to be seen in them. */
export function createLog(
  level: string,
  secrets: readonly string[] = [],
  destination: Destination = pino.destination({ dest: 2, sync: false }),
): Log {
  const logger = pino({ level, base: { pid: process.pid } }, destination);
  const redact = createRedact(secrets);
  const to =
    (severity: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}): void => {
      if (logger.isLevelEnabled(severity)) logger[severity](redact(fields), event);
    };
  return { debug: to('debug'), info: to('info'), warn: to('warn'), error: to('error') };
}
