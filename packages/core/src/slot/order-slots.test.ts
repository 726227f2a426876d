import { expect, test } from 'vitest';
import { orderNumberSlot, orderProofSlot } from './order-slots.ts';

const context = { at: 0, timeZone: 'UTC', country: 'US', currency: 'USD' };

test.each([
  ['a1042', 'A-1042', true],
  ["it's A 1042 please", 'A-1042', true],
  ['1042', '1042', true],
  ['please send order A-1042 to my office', 'A-1042', false],
])('an order number is read as the business writes it: %s', (text, value, whole) => {
  expect(orderNumberSlot.read(text, 'en', context)).toMatchObject({ kind: 'filled', value, whole });
});

test.each(['my office', 'for 20 EUR', ''])('what names no order is none: %s', (text) => {
  expect(orderNumberSlot.read(text, 'en', context)).toEqual({ kind: 'not-this' });
});

test.each([
  ['it is Ana@Example.com', 'ana@example.com'],
  ['94110', '94110'],
  ['sw1a 1aa', 'SW1A 1AA'],
])('an e-mail address or a postcode proves an order: %s', (text, value) => {
  expect(orderProofSlot.read(text, 'en', context)).toMatchObject({ kind: 'filled', value });
});

test.each(['A-1042', 'I do not know', 'yes'])('an order number or a remark proves nothing: %s', (text) => {
  expect(orderProofSlot.read(text, 'en', context)).toEqual({ kind: 'not-this' });
});
