import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { HeldOutSet } from './read-held-out.ts';
import { readTestYaml } from './read-test-yaml.ts';

const General = z.object({ general: z.array(z.string()) });

/** What people ask a general assistant in a language; empty where none were written. */
export function readHeldOutGeneral(language: string, set: HeldOutSet = 'held-out'): readonly string[] {
  const path = fileURLToPath(new URL(`${set}/general/${language}.yaml`, import.meta.url));
  return existsSync(path) ? readTestYaml(path, General).general : [];
}
