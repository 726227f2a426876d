import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readTestYaml } from './read-test-yaml.ts';

const General = z.object({ general: z.array(z.string()) });

/** What people ask a general assistant in a language; empty where none were written. */
export function readHeldOutGeneral(language: string): readonly string[] {
  const path = fileURLToPath(new URL(`held-out/general/${language}.yaml`, import.meta.url));
  return existsSync(path) ? readTestYaml(path, General).general : [];
}
