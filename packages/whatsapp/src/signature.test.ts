import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signBody, verifySignature } from './signature.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const body = bytes('{"object":"whatsapp_business_account"}');

const withBitFlipped = (raw: Uint8Array, bit: number) =>
  raw.with(bit >> 3, (raw[bit >> 3] ?? 0) ^ (1 << (bit & 7)));

describe('the signature of a webhook', () => {
  test('is HMAC-SHA256 as published in RFC 4231, test case 2', () => {
    expect(signBody(bytes('what do ya want for nothing?'), 'Jefe')).toBe(
      'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  test('verifies under any of the secrets, first or last', () => {
    const header = signBody(body, 'new');
    expect(verifySignature(body, header, ['new', 'old'])).toBe(true);
    expect(verifySignature(body, header, ['old', 'new'])).toBe(true);
    expect(verifySignature(body, header, ['old'])).toBe(false);
  });

  test('verifies in capitals too', () => {
    const hex = signBody(body, 'secret').slice('sha256='.length);
    expect(verifySignature(body, `sha256=${hex.toUpperCase()}`, ['secret'])).toBe(true);
  });

  test('is no match when a single bit of the body is changed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(7), (raw, at, bit) => {
        const header = signBody(raw, 'secret');
        const changed = raw.with(at % raw.length, (raw[at % raw.length] ?? 0) ^ (1 << bit));
        expect(verifySignature(raw, header, ['secret'])).toBe(true);
        expect(verifySignature(changed, header, ['secret'])).toBe(false);
      }),
    );
  });

  test('is no match whichever single bit of a whole body is changed', () => {
    const header = signBody(body, 'secret');
    for (let bit = 0; bit < body.length * 8; bit += 1)
      expect(verifySignature(withBitFlipped(body, bit), header, ['secret'])).toBe(false);
  });

  test('is no match whichever single bit of the header is changed, but for a letter between small and capital', () => {
    const header = signBody(body, 'secret');
    const raw = Buffer.from(header, 'latin1');
    for (let bit = 0; bit < raw.length * 8; bit += 1) {
      const changed = Buffer.from(withBitFlipped(raw, bit)).toString('latin1');
      const isSame = changed.toLowerCase() === header && /^[\x21-\x7e]+$/.test(changed);
      expect(verifySignature(body, changed, ['secret'])).toBe(isSame);
    }
  });

  test('is no match whichever single bit of the secret is changed', () => {
    const header = signBody(body, 'secret');
    const raw = bytes('secret');
    // Not the highest bit of a byte: without it, it is no text.
    const bits = Array.from({ length: raw.length * 8 }, (_, bit) => bit).filter((bit) => bit % 8 !== 7);
    for (const bit of bits) {
      const changed = new TextDecoder().decode(withBitFlipped(raw, bit));
      expect(verifySignature(body, header, [changed])).toBe(false);
    }
  });

  test.each([undefined, '', 'sha256=', 'sha1=abc', `sha256=${'g'.repeat(64)}`, `sha256=${'a'.repeat(63)}`])(
    'is no match when the header is %j',
    (header) => {
      expect(verifySignature(body, header, ['secret'])).toBe(false);
    },
  );

  test('is never a match without a secret, or with an empty one', () => {
    expect(verifySignature(body, signBody(body, ''), [''])).toBe(false);
    expect(verifySignature(body, signBody(body, 'secret'), [])).toBe(false);
  });
});
