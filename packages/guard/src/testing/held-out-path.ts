import { fileURLToPath } from 'node:url';

/**
 * `held-out`: what settings were chosen by. `fresh`: written later by people who had not read what the guard
 * learns, and read as totals only. `unseen`: what nobody has tuned by; only for measuring.
 */
export type HeldOutSet = 'held-out' | 'fresh' | 'unseen';

/** Where the messages of a set, a folder in it (a business, or `general`) and a language are. */
export function heldOutPath(set: HeldOutSet, folder: string, language: string): string {
  const file = set === 'fresh' ? `held-out/${folder}/fresh-${language}` : `${set}/${folder}/${language}`;
  return fileURLToPath(new URL(`${file}.yaml`, import.meta.url));
}
