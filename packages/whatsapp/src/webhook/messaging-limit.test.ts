import { expect, test } from 'vitest';
import { messagingLimitOf } from './messaging-limit.ts';

test.each([
  ['TIER_50', { kind: 'people', most: 50 }],
  ['TIER_250', { kind: 'people', most: 250 }],
  ['TIER_2K', { kind: 'people', most: 2_000 }],
  ['10K', { kind: 'people', most: 10_000 }],
  ['TIER_100K', { kind: 'people', most: 100_000 }],
  ['TIER_UNLIMITED', { kind: 'unlimited' }],
  ['UNLIMITED', { kind: 'unlimited' }],
  ['TIER_NOT_SET', { kind: 'unset' }],
  [-1, { kind: 'unlimited' }],
  [250, { kind: 'people', most: 250 }],
  ['TIER_1B', { kind: 'unknown', word: 'TIER_1B' }],
  [-7, { kind: 'unknown', word: '-7' }],
])('%j is read', (written, limit) => {
  expect(messagingLimitOf(written)).toEqual(limit);
});
