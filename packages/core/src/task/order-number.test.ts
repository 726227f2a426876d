import { expect, test } from 'vitest';
import { findOrderNumber, orderNumberAlone } from './order-number.ts';

test.each([
  ['A-1042', 'A-1042'],
  ['a1042', 'A-1042'],
  ['#A-1042', 'A-1042'],
  ['order 1042', '1042'],
  ['A – 1042', 'A-1042'],
  ['A 1042', 'A-1042'],
  ["it's A1042, thanks", 'A-1042'],
  ['my order number is a-1042.', 'A-1042'],
  ['１０４２', '1042'],
  ['A-1042?', 'A-1042'],
  ['and A-1042', 'A-1042'],
  ['what about order A-1042?', 'A-1042'],
])('"%s" alone is order %s', (text, number) => {
  expect(orderNumberAlone(text)).toBe(number);
});

test.each([
  ['Where is my order A-1042?', 'A-1042'],
  ['where is a1042 pls', 'A-1042'],
  ['cancel order no. 1042 please', '1042'],
  ['status of #1042', '1042'],
  ['I paid EUR250 for AB-10423', 'AB-10423'],
])('"%s" names order %s', (text, number) => {
  expect(findOrderNumber(text)).toBe(number);
});

test.each([
  'where is my order',
  'I paid 1000 for it',
  'in 2026',
  'EUR250',
  'call me at 14:00',
  'vitamin b12',
  'x@y1234.example',
  '',
])('"%s" names none', (text) => {
  expect(findOrderNumber(text)).toBeUndefined();
});
