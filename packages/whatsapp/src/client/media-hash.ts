import { createHash } from 'node:crypto';

/** The SHA-256 of a file, in hex. */
export function mediaHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Whether a hash as Meta writes it is this one. Meta's webhooks write base64, its media answers
 * hex; the two are told apart by their length. `ours`: in hex.
 */
export function isSameHash(ours: string, metas: string): boolean {
  const given = metas.trim();
  if (/^[0-9a-f]{64}$/i.test(given)) return given.toLowerCase() === ours;
  return Buffer.from(given, 'base64').toString('hex') === ours;
}
