import { expect, test } from 'vitest';
import { marketCodeVersions } from './market-codes.ts';
import { rateCardAt } from './rate-card.ts';

test('the card of 2026-10-01 prices every market, marketing the dearest', () => {
  const card = rateCardAt(Date.parse('2026-10-01'));
  const markets = new Set(marketCodeVersions.flatMap((version) => version.codes.map((code) => code.market)));
  expect(Object.keys(card?.rates ?? {}).toSorted()).toEqual([...markets].toSorted());
  for (const rates of Object.values(card?.rates ?? {})) {
    expect(rates.marketing).toBeGreaterThanOrEqual(Math.max(rates.utility, rates.authentication));
  }
});

test('a card holds from midnight UTC of its day', () => {
  expect(rateCardAt(Date.parse('2025-12-31T23:59:59Z'))).toBeUndefined();
  expect(rateCardAt(Date.parse('2026-09-30T23:59:59Z'))?.effectiveFrom).toBe('2026-01-01');
  expect(rateCardAt(Date.parse('2026-10-01T00:00:00Z'))?.effectiveFrom).toBe('2026-10-01');
});
