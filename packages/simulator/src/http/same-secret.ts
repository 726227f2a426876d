import { timingSafeEqual } from 'node:crypto';

/** Compares two secrets without telling by time where they differ; only that their lengths do. */
export function sameSecret(given: string, expected: string): boolean {
  const [ours, theirs] = [Buffer.from(expected), Buffer.from(given)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
