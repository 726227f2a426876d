import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const StackSecrets = z.object({
  /** Opens the pages and the API on loopback. */
  token: z.string().min(16),
  /** The simulated Cloud API's access token. */
  accessToken: z.string().min(16),
  /** Signs webhooks. */
  appSecret: z.string().min(16),
  /** Meta's word at webhook set-up. */
  verifyToken: z.string().min(16),
  /** 32 bytes, base64: encrypts secrets in the database. */
  secretKey: z.string().refine((key) => Buffer.from(key, 'base64').length === 32),
});

/** The random secrets of one data folder. */
export type StackSecrets = Readonly<z.infer<typeof StackSecrets>>;

/**
 * The secrets in `secrets.json` of the data folder, made at the first call. Throws if the folder cannot be made or
 * the file cannot be read; losing `secretKey` loses what it encrypted, so a broken file is never replaced.
 */
export function keepStackSecrets(home: string): StackSecrets {
  const file = join(home, 'secrets.json');
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    if (!existsSync(file)) writeWhole(file, JSON.stringify(makeStackSecrets(), null, 2));
    return StackSecrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const damaged = cause instanceof z.ZodError || cause instanceof SyntaxError;
    throw new Error(
      damaged
        ? `The secrets in ${file} are damaged; restore the file, or set AMBIT_HOME to another folder`
        : `The data folder ${home} cannot be used: ${messageOf(cause)}; mend that, or set AMBIT_HOME to another folder`,
      { cause },
    );
  }
}

/** The token of a data folder that a start has made; undefined if there is none to be read. */
export function readStackToken(home: string): string | undefined {
  try {
    return StackSecrets.parse(JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8'))).token;
  } catch {
    return undefined;
  }
}

function makeStackSecrets(): StackSecrets {
  const word = (): string => randomBytes(24).toString('base64url');
  return {
    token: word(),
    accessToken: word(),
    appSecret: randomBytes(16).toString('hex'),
    verifyToken: word(),
    secretKey: randomBytes(32).toString('base64'),
  };
}

/** Whole or not at all: a full disk or a kill leaves no half a file. */
function writeWhole(file: string, content: string): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, content, { mode: 0o600, flush: true });
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
