import { existsSync } from 'node:fs';
import { z } from 'zod';
import { heldOutPath, type HeldOutSet } from './held-out-path.ts';
import { readTestYaml } from './read-test-yaml.ts';

const HeldOut = z.object({ 'in-scope': z.array(z.object({ text: z.string(), task: z.string() })) });

/** A message a customer of such a business writes. `task`: the pack it belongs to. */
export type HeldOutMessage = { readonly text: string; readonly task: string };

/** What customers of a shop, clinic or restaurant write; empty for any other folder. */
export function readHeldOut(
  business: string,
  language: string,
  set: HeldOutSet = 'held-out',
): readonly HeldOutMessage[] {
  const path = heldOutPath(set, business, language);
  return existsSync(path) ? readTestYaml(path, HeldOut)['in-scope'] : [];
}
