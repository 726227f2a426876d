import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reactionTo } from './error-reactions.ts';
import { pairRateDelayMs } from './reaction.ts';

test.each([
  [0, 'pause-number'],
  [190, 'pause-number'],
  [10, 'pause-number'],
  [250, 'pause-number'],
  [131005, 'pause-number'],
  [131031, 'pause-number'],
  [131037, 'pause-number'],
  [131042, 'pause-number'],
  [131045, 'pause-number'],
  [133010, 'pause-number'],
  [368, 'pause-number'],
  [130497, 'stop-country'],
  [2, 'retry'],
  [131000, 'retry'],
  [131016, 'retry'],
  [131057, 'retry'],
  [4, 'slow-number'],
  [80007, 'slow-number'],
  [80008, 'slow-number'],
  [130429, 'slow-number'],
  [131056, 'delay-recipient'],
  [131048, 'stop-business-initiated'],
  [131064, 'stop-business-initiated'],
  [131049, 'wait-a-day'],
  [131050, 'suppress-marketing'],
  [130472, 'drop'],
  [131047, 'window-closed'],
  [131026, 'unreachable'],
  [131062, 'other-route'],
  [100, 'fix'],
  [131008, 'fix'],
  [131051, 'fix'],
  [132001, 'template-problem'],
  [132015, 'template-problem'],
  [132068, 'flow-problem'],
  [131052, 're-fetch'],
  [131053, 're-upload'],
  [137000, 'check-identity'],
  [138006, 'feature-gated'],
  [131210, 'feature-gated'],
  [133005, 'operator-task'],
])('error %i is answered by %j, whatever the HTTP status', (code, kind) => {
  for (const httpStatus of [400, 401, 429, 500]) expect(reactionTo(code, httpStatus).kind).toBe(kind);
});

test.each([
  [500, 'retry'],
  [503, 'retry'],
  [429, 'slow-number'],
  [401, 'pause-number'],
  [400, 'fix'],
  [404, 'fix'],
  [302, 'fix'],
])('an unknown code, or none, with HTTP %i is answered by %j', (httpStatus, kind) => {
  expect(reactionTo(987_654, httpStatus).kind).toBe(kind);
  expect(reactionTo(undefined, httpStatus).kind).toBe(kind);
});

test('an unknown 4xx is never sent again by itself', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 900_000, max: 999_999 }),
      fc.integer({ min: 400, max: 499 }),
      (code, httpStatus) => {
        expect(reactionTo(code, httpStatus).kind).not.toBe('retry');
      },
    ),
  );
});

test('one person is waited for 1, 4, 16, 64 … seconds', () => {
  expect([0, 1, 2, 3].map(pairRateDelayMs)).toEqual([1_000, 4_000, 16_000, 64_000]);
  expect(pairRateDelayMs(100)).toBe(4_096_000);
});
