import { existsSync } from 'node:fs';
import { z } from 'zod';
import { heldOutPath, type HeldOutSet } from './held-out-path.ts';
import { readTestYaml } from './read-test-yaml.ts';

const General = z.object({ general: z.array(z.string()) });

/** What people ask a general assistant in a language; empty where none were written. */
export function readHeldOutGeneral(language: string, set: HeldOutSet = 'held-out'): readonly string[] {
  const path = heldOutPath(set, 'general', language);
  return existsSync(path) ? readTestYaml(path, General).general : [];
}
