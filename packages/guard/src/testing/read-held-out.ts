import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readTestYaml } from './read-test-yaml.ts';

const HeldOut = z.object({ 'in-scope': z.array(z.object({ text: z.string(), task: z.string() })) });

/** A message a customer of such a business writes. `task`: the pack it belongs to. */
export type HeldOutMessage = { readonly text: string; readonly task: string };

/** `held-out`: what settings were chosen by. `unseen`: what they were not; only for measuring. */
export type HeldOutSet = 'held-out' | 'unseen';

/** What customers of a shop, clinic or restaurant write; empty for any other folder. */
export function readHeldOut(
  business: string,
  language: string,
  set: HeldOutSet = 'held-out',
): readonly HeldOutMessage[] {
  const path = fileURLToPath(new URL(`${set}/${business}/${language}.yaml`, import.meta.url));
  return existsSync(path) ? readTestYaml(path, HeldOut)['in-scope'] : [];
}
