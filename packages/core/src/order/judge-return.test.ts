import { expect, test } from 'vitest';
import { judgeReturn } from './judge-return.ts';
import { OrderSettings } from './order-settings.ts';

const { returns } = OrderSettings.parse({ returns: { days: 30 } });
const delivered = { status: 'delivered', deliveredAt: '2026-11-01' } as const;

test('what came unused or faulty may go back up to and including the last day', () => {
  expect(judgeReturn(delivered, 'unused', '2026-12-01', returns)).toEqual({
    kind: 'allowed',
    until: '2026-12-01',
  });
  expect(judgeReturn(delivered, 'faulty', '2026-11-02', returns).kind).toBe('allowed');
});

test('a day later it is too late', () => {
  expect(judgeReturn(delivered, 'unused', '2026-12-02', returns)).toEqual({
    kind: 'too-late',
    until: '2026-12-01',
  });
});

test('what was used is for a person to decide', () => {
  expect(judgeReturn(delivered, 'used', '2026-11-02', returns).kind).toBe('not-accepted');
});

test.each(['processing', 'packed', 'shipped', 'cancelled', 'returned'] as const)(
  'what is %s cannot be returned',
  (status) => {
    expect(judgeReturn({ status }, 'unused', '2026-11-02', returns).kind).toBe('not-delivered');
  },
);

test('a business that declares no returns takes none back by itself', () => {
  expect(judgeReturn(delivered, 'unused', '2026-11-02', undefined).kind).toBe('no-returns');
});

test('without a day of delivery the days count from when it was to come', () => {
  const order = { status: 'delivered', expectedDelivery: '2026-10-01', placedAt: '2026-09-20' } as const;
  expect(judgeReturn(order, 'unused', '2026-11-02', returns).kind).toBe('too-late');
});
