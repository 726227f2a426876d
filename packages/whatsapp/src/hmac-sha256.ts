import { hash } from 'node:crypto';

const blockBytes = 64;
const digestBytes = 32;
/** What the body of nearly every webhook fits into; with the key, a buffer that costs Node no memory of its own. */
const roomBytes = 4_000;

/**
 * HMAC-SHA256 (RFC 2104) under one secret, as a buffer that the next call overwrites. Of two one-shot hashes, because
 * `createHmac` makes an object outside of JavaScript's memory, which the collector has to finish off, for each body.
 */
export function createHmacSha256(secret: string): (message: Uint8Array) => Buffer {
  const given = Buffer.from(secret, 'utf8');
  const key = Buffer.alloc(blockBytes);
  key.set(given.length > blockBytes ? hash('sha256', given, 'buffer') : given);
  const room = Buffer.allocUnsafe(blockBytes + roomBytes);
  room.set(key.map((byte) => byte ^ 0x36));
  const innerKey = Buffer.from(room.subarray(0, blockBytes));
  const outer = Buffer.alloc(blockBytes + digestBytes);
  outer.set(key.map((byte) => byte ^ 0x5c));
  const digest = Buffer.alloc(digestBytes);

  function inner(message: Uint8Array): string {
    if (message.length > roomBytes) return hash('sha256', Buffer.concat([innerKey, message]), 'hex');
    room.set(message, blockBytes);
    return hash('sha256', room.subarray(0, blockBytes + message.length), 'hex');
  }

  return (message) => {
    outer.write(inner(message), blockBytes, 'hex');
    digest.write(hash('sha256', outer, 'hex'), 'hex');
    return digest;
  };
}
