import { expect, test } from 'vitest';
import type { Priced } from './price-of.ts';
import { priceOf } from './price-of.ts';

const reply: Priced = {
  content: { kind: 'text', body: 'Hello' },
  recipient: { phone: '4915112345678' },
  at: Date.parse('2026-11-21'),
  serviceMessagesThisMonth: 1_000,
};
const template: Priced = { ...reply, content: { kind: 'template', name: 'a', language: 'en', values: [] } };

test.each([
  ['Germany', '4915112345678', 0.055],
  ['India', '919812345678', 0.0014],
  ['North America', '12025550123', 0.0034],
])("a reply in %s costs the market's utility rate after 1,000 in a month", (market, phone, amount) => {
  expect(priceOf({ ...reply, recipient: { phone } })).toEqual({
    amount,
    currency: 'USD',
    category: 'service',
    type: 'regular',
    market,
  });
});

test('the first 1,000 replies of a month are free', () => {
  expect(priceOf({ ...reply, serviceMessagesThisMonth: 999 })).toMatchObject({
    amount: 0,
    type: 'free_customer_service',
  });
});

test('replies were free before 2026-10-01', () => {
  const before = priceOf({ ...reply, at: Date.parse('2026-09-30T23:59:59Z') });
  expect(before).toMatchObject({ amount: 0, type: 'free_customer_service' });
  expect(priceOf({ ...reply, at: Date.parse('2026-10-01') })).toMatchObject({
    amount: 0.055,
    type: 'regular',
  });
});

test('everything is free in the window an ad opened', () => {
  expect(priceOf({ ...reply, freeEntryWindow: true })).toMatchObject({ amount: 0, type: 'free_entry_point' });
});

test('a template costs the rate of its category', () => {
  expect(priceOf({ ...template, templateCategory: 'marketing' })).toMatchObject({
    amount: 0.1365,
    category: 'marketing',
    type: 'regular',
  });
  expect(priceOf({ ...template, templateCategory: 'utility' })).toMatchObject({ amount: 0.055 });
});

test('a template of unknown category is an unknown price, estimated at the dearest', () => {
  expect(priceOf(template)).toMatchObject({ amount: 0.1365, type: 'unknown' });
});

test('a time without a card on record has no known price', () => {
  expect(priceOf({ ...template, at: Date.parse('2025-12-31'), templateCategory: 'utility' })).toMatchObject({
    amount: 0,
    type: 'unknown',
  });
});
