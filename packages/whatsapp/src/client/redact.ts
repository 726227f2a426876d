import type { GraphAuth } from './graph-address.ts';

/**
 * Takes the secret of `auth` out of texts that come from outside. Meta quotes a malformed token in
 * its error, and a proxy's error page may quote the whole request.
 */
export function redactorOf(auth: GraphAuth): (text: string) => string {
  const secret = auth.value.replace(/^(?:Bearer|OAuth|Basic)\s+/i, '');
  return secret === '' ? (text) => text : (text) => text.replaceAll(secret, '[secret]');
}
