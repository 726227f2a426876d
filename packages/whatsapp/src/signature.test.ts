import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signBody, verifySignature } from './signature.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const body = bytes('{"object":"whatsapp_business_account"}');

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

  test('is no match when a single digit of the header is changed', () => {
    fc.assert(
      fc.property(fc.nat(63), fc.integer({ min: 1, max: 15 }), (at, by) => {
        const header = signBody(body, 'secret');
        const place = 'sha256='.length + at;
        const digit = ((Number.parseInt(header.charAt(place), 16) + by) % 16).toString(16);
        const changed = header.slice(0, place) + digit + header.slice(place + 1);
        expect(verifySignature(body, changed, ['secret'])).toBe(false);
      }),
    );
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
