import { createHmac, timingSafeEqual } from 'node:crypto';

const HEADER = /^sha256=([0-9a-f]{64})$/i;

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
  const hex = header === undefined ? undefined : HEADER.exec(header)?.[1];
  if (hex === undefined) return false;
  const claimed = Buffer.from(hex, 'hex');
  let matches = false;
  for (const secret of appSecrets) {
    if (secret === '') continue;
    const expected = hmac(rawBody, secret).digest();
    matches = timingSafeEqual(claimed, expected) || matches;
  }
  return matches;
}

/** The value of `X-Hub-Signature-256` for a body, as Meta would send it: `sha256=<hex>`. */
export function signBody(rawBody: Uint8Array, appSecret: string): string {
  return `sha256=${hmac(rawBody, appSecret).digest('hex')}`;
}

function hmac(rawBody: Uint8Array, appSecret: string) {
  return createHmac('sha256', appSecret).update(rawBody);
}
