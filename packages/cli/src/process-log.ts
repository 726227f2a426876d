import { createWriteStream, existsSync, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Source: pino's default levels. */
const warnLevel = 40;
const errorLevel = 50;
const largestLogBytes = 20_000_000;

const LogLine = z.looseObject({
  level: z.number(),
  msg: z.string().optional(),
  event: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
});
const FatalLine = z.object({ event: z.literal('fatal'), message: z.string() });

/** One line that a program wrote on standard error, as far as a reader in the terminal is concerned. */
export type ProcessLogLine =
  | { readonly kind: 'fatal'; readonly message: string }
  | { readonly kind: 'notable'; readonly level: 'warn' | 'error'; readonly message: string }
  | { readonly kind: 'routine' }
  | { readonly kind: 'plain'; readonly message: string };

/** Reads pino's JSON lines; anything else is plain. */
export function parseProcessLogLine(line: string): ProcessLogLine {
  const json = parseJson(line);
  const fatal = FatalLine.safeParse(json);
  if (fatal.success) return { kind: 'fatal', message: fatal.data.message };
  const logged = LogLine.safeParse(json);
  if (!logged.success) return { kind: 'plain', message: line };
  const { level, msg, event, err, ...details } = logged.data;
  if (level < warnLevel) return { kind: 'routine' };
  const said = [event, msg, err?.message].filter((part) => part !== undefined && part !== '').join(': ');
  return {
    kind: 'notable',
    level: level < errorLevel ? 'warn' : 'error',
    message: `${said}${describeDetails(details)}`,
  };
}

/** A log file that outlives a full disk: what cannot be written is lost, and later lines are written again. */
export type ProcessLog = { write(line: string): void; end(): void };

/** Opens a log file for appending, its folder too; a long one is kept as `.1` and begun anew. */
export function openProcessLog(file: string): ProcessLog {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(file) && statSync(file).size > largestLogBytes) renameSync(file, `${file}.1`);
  const open = (): WriteStream =>
    createWriteStream(file, { flags: 'a', mode: 0o600 }).on('error', () => undefined);
  let stream = open();
  return {
    write(line) {
      if (stream.destroyed) stream = open();
      stream.write(line);
    },
    end() {
      stream.end();
    },
  };
}

function describeDetails(details: Readonly<Record<string, unknown>>): string {
  const dull = new Set(['time', 'pid', 'hostname', 'name']);
  const told = Object.entries(details).flatMap(([name, value]) =>
    !dull.has(name) && (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      ? [`${name}=${value}`]
      : [],
  );
  return told.length === 0 ? '' : ` (${told.join(' ')})`;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Not JSON: the line is told as it is.
    return undefined;
  }
}
