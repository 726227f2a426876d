/**
 * The way a key goes: always the same for the same key, and over many keys in proportion to the
 * shares. Ways that are added change the way of some keys, so give a changed split a new id.
 */
export function splitWay(
  ways: readonly { readonly id: string; readonly share: number }[],
  key: string,
): string {
  const total = ways.reduce((sum, { share }) => sum + share, 0);
  let place = (fnv1a32(key) / 2 ** 32) * total;
  for (const { id, share } of ways) {
    if (place < share) return id;
    place -= share;
  }
  return ways.at(-1)?.id ?? '';
}

/** FNV-1a with a last mixing step, since its high bits vary little for short keys. Source: RFC 9923; murmur3's finaliser. */
function fnv1a32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
