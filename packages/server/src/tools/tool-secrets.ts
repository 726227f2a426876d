import type { Queryable } from '../db/database.ts';
import { openSecret, sealSecret } from '../db/sealed-secrets.ts';
import { readToolSecret, readToolSecrets, saveToolSecret } from '../db/tool-secrets.ts';

/** Secrets by name, in the clear; undefined for one that nobody has set. */
export type Secrets = (name: string) => Promise<string | undefined>;

/** Secrets as the database has them, opened with the deployment's key whenever a call needs them. */
export function createSecrets(database: Queryable, secretKey: Uint8Array): Secrets {
  return async (name) => {
    const sealed = await readToolSecret(database, name);
    return sealed === undefined ? undefined : openSecret(sealed, secretKey);
  };
}

/**
 * Writes the configured secrets into the database, sealed; those of earlier starts stay. Throws, and changes nothing,
 * when those that are there were sealed with another key.
 */
export async function keepToolSecrets(
  database: Queryable,
  { secretKey, tools }: { secretKey: Uint8Array; tools: { secrets: ReadonlyMap<string, string> } },
): Promise<void> {
  const known = new Map(
    [...(await readToolSecrets(database))].map(([name, sealed]) => [name, openSecret(sealed, secretKey)]),
  );
  for (const [name, secret] of tools.secrets) {
    if (known.get(name) !== secret) await saveToolSecret(database, name, sealSecret(secret, secretKey));
  }
}
