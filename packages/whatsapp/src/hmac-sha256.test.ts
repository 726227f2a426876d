import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHmacSha256 } from './hmac-sha256.ts';

test('it is what Node makes of the same secret and bytes', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200, unit: 'binary' }),
      fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 5 }),
      (secret, messages) => {
        const hmac = createHmacSha256(secret);
        for (const message of messages)
          expect(hmac(message).toString('hex')).toBe(
            createHmac('sha256', secret).update(message).digest('hex'),
          );
      },
    ),
  );
});

test.each([0, 55, 56, 63, 64, 65, 3_999, 4_000, 4_001, 3_000_000])('so it is for %i bytes', (length) => {
  const message = Buffer.alloc(length, 'ambit');
  const hmac = createHmacSha256('secret');
  const known = createHmac('sha256', 'secret').update(message).digest('hex');
  expect(hmac(message).toString('hex')).toBe(known);
  expect(hmac(message).toString('hex')).toBe(known);
});
