import { expect, test } from 'vitest';
import { createMarketingCap, isMarketingBlocked } from './marketing-cap.ts';
import { createTierUse } from './messaging-tier.ts';
import { createPairRate } from './pair-rate.ts';
import { createThroughput } from './throughput.ts';

const count = (times: number, take: () => boolean): number =>
  Array.from({ length: times }, take).filter(Boolean).length;

test('a pair may borrow 45 messages, and gets one back every 6 seconds', () => {
  const pairs = createPairRate();
  expect(count(60, () => pairs.take('a', 0))).toBe(45);
  expect(pairs.take('b', 0)).toBe(true);
  expect(pairs.take('a', 5_999)).toBe(false);
  expect(pairs.take('a', 6_000)).toBe(true);
  expect(pairs.take('a', 6_000)).toBe(false);
  expect(count(60, () => pairs.take('a', 6_000 + 45 * 6_000))).toBe(45);
});

test('a clock that is set back does not block a pair', () => {
  const pairs = createPairRate();
  count(45, () => pairs.take('a', 1_000_000_000));
  expect(pairs.take('a', 0)).toBe(true);
});

test.each([
  ['STANDARD', 80],
  ['HIGH', 1_000],
  ['COEXISTENCE', 20],
] as const)('a number of level %s carries %i messages a second, in and out', (level, most) => {
  const throughput = createThroughput();
  expect(count(2_000, () => throughput.take('1', level, 500))).toBe(most);
  expect(throughput.take('1', level, 999)).toBe(false);
  throughput.note('1', 1_000);
  expect(count(2_000, () => throughput.take('1', level, 1_000))).toBe(most - 1);
});

test('people count against the tier for 24 hours, each once', () => {
  const use = createTierUse();
  expect(count(3, () => use.take('a', 2, 0))).toBe(3);
  expect(use.take('b', 2, 1)).toBe(true);
  expect(use.take('c', 2, 2)).toBe(false);
  expect(use.take('c', 2, 24 * 3_600_000)).toBe(true);
  expect(use.used(24 * 3_600_000)).toBe(2);
});

test('the marketing cap holds per person and day, and not in the EEA', () => {
  const cap = createMarketingCap();
  const brazil = { market: 'Brazil', country: 'BR' };
  expect(count(5, () => cap.take('a', brazil, 2, 0))).toBe(2);
  expect(cap.take('a', brazil, 2, 24 * 3_600_000)).toBe(true);
  expect(count(5, () => cap.take('b', { market: 'Germany', country: 'DE' }, 2, 0))).toBe(5);
  expect(isMarketingBlocked({ market: 'North America', country: 'US' })).toBe(true);
  expect(isMarketingBlocked({ market: 'North America', country: 'CA' })).toBe(false);
});
