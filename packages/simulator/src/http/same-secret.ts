import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares two secrets without telling by time where they differ. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
