import { timingSafeEqual } from 'node:crypto';
import { createHmacSha256 } from './hmac-sha256.ts';

const HEADER = /^sha256=[0-9a-f]{64}$/i;

/**
 * Whether Meta sent these bytes: the `X-Hub-Signature-256` header is the HMAC of the
 * untouched body under one of the app's secrets (two are in use while one is rotated).
 * Takes the same time whichever secret matches and wherever a wrong signature differs.
 * A missing or malformed header, no secret, or an empty secret is never a match.
 * Source: Cloud API docs, "Create a webhook endpoint", read 2026-11-21.
 */
export function verifySignature(
  rawBody: Uint8Array,
  header: string | undefined,
  appSecrets: readonly string[],
): boolean {
  return createSignatureCheck(appSecrets)(rawBody, header);
}

/** The same for whoever checks many bodies under the same secrets. */
export function createSignatureCheck(
  appSecrets: readonly string[],
): (rawBody: Uint8Array, header: string | undefined) => boolean {
  const hmacs = appSecrets.filter((secret) => secret !== '').map(createHmacSha256);
  const claimed = Buffer.alloc(32);
  return (rawBody, header) => {
    if (header === undefined || !HEADER.test(header)) return false;
    claimed.write(header.slice('sha256='.length), 'hex');
    let matches = false;
    for (const hmac of hmacs) matches = timingSafeEqual(claimed, hmac(rawBody)) || matches;
    return matches;
  };
}

/** The value of `X-Hub-Signature-256` for a body, as Meta would send it: `sha256=<hex>`. */
export function signBody(rawBody: Uint8Array, appSecret: string): string {
  return `sha256=${createHmacSha256(appSecret)(rawBody).toString('hex')}`;
}
