import { expect, test } from 'vitest';
import { currentPack, PolicyPack } from './pack.ts';
import { regionAt } from './region.ts';

const today = Date.parse('2026-11-21T12:00:00Z');

test('the current pack is a valid pack of 60 rules with their sources', () => {
  const pack = PolicyPack.parse(currentPack);
  expect(new Set(pack.rules.map((rule) => rule.id)).size).toBe(60);
  expect(pack.rules.filter((rule) => rule.source === '')).toEqual([]);
});

test('the most specific region in force on the day decides, by phone or by user id', () => {
  const allowed = (recipient: { phone?: string; bsuid?: string }, at: number) =>
    regionAt(recipient, currentPack, at)?.generalPurposeAi;
  expect(allowed({ phone: '4915112345678' }, today)).toBe('permitted');
  expect(allowed({ bsuid: 'LU.1a' }, today)).toBe('permitted');
  expect(allowed({ phone: '393331234567' }, Date.parse('2026-03-01'))).toBe('permitted-for-a-fee');
  expect(allowed({ phone: '5511912345678' }, today)).toBe('permitted-for-a-fee');
  expect(allowed({ phone: '447911123456' }, today)).toBe('prohibited');
  expect(allowed({ bsuid: 'US.ENT.1a' }, today)).toBe('prohibited');
  expect(allowed({ phone: '4915112345678' }, Date.parse('2026-06-15T23:59:59Z'))).toBe('unclear');
});

test('a time before the first rule has no region', () => {
  expect(regionAt({ phone: '4915112345678' }, currentPack, Date.parse('2025-01-01'))).toBeUndefined();
});
