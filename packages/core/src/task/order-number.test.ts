import { expect, test } from 'vitest';
import { findOrderNumber, findOrderNumbers, orderNumberAlone } from './order-number.ts';

test.each([
  ['A-1042', 'A-1042'],
  ['a1042', 'A-1042'],
  ['#A-1042', 'A-1042'],
  ['order 1042', '1042'],
  ['A – 1042', 'A-1042'],
  ['A 1042', 'A-1042'],
  ['A-1O42', 'A-1042'],
  ['yg 1042', '1042'],
  ["it's A1042, thanks", 'A-1042'],
  ['my order number is a-1042.', 'A-1042'],
  ['１０４２', '1042'],
  ['A-1042?', 'A-1042'],
  ['and A-1042', 'A-1042'],
  ['no, I mean A-1042', 'A-1042'],
  ['oh sorry I meant A-1042', 'A-1042'],
  ['não, quis dizer A-1042', 'A-1042'],
  ['eh maaf, A-1042', 'A-1042'],
  ['不对，应该是A-1042', 'A-1042'],
  ['what about order A-1042?', 'A-1042'],
  ['mi pedido es A-1042', 'A-1042'],
  ['é o A-1042, obrigado', 'A-1042'],
  ['la commande A-1042 svp', 'A-1042'],
  ['nomor pesanan saya A-1042 kak', 'A-1042'],
  ['मेरा ऑर्डर नंबर A-1042 है', 'A-1042'],
  ['mera order number A-1042 hai', 'A-1042'],
  ['رقم الطلب A-1042', 'A-1042'],
  ['订单号是A-1042', 'A-1042'],
])('"%s" alone is order %s', (text, number) => {
  expect(orderNumberAlone(text)).toBe(number);
});

test.each([
  ['Where is my order A-1042?', 'A-1042'],
  ['where is a1042 pls', 'A-1042'],
  ['cancel order no. 1042 please', '1042'],
  ['status of #1042', '1042'],
  ['dónde está el pedido 1042', '1042'],
  ['où est la commande n° 1042', '1042'],
  ['我的订单A-1042到哪里了', 'A-1042'],
  ['وين طلبي A-1042؟', 'A-1042'],
  ['I paid EUR250 for AB-10423', 'AB-10423'],
  ['my order number is a 1 0 4 2, where is it', 'A-1042'],
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

// Read in two ways, 26 words take longer than a test may.
test.each(['الطلب ', 'رقم الطلب ', '订单号', '订单 ', 'ऑर्डर, ', 'pedido '])(
  'a text of nothing but "%s" is read at once',
  (word) => {
    expect(orderNumberAlone(`${word.repeat(26)}!x`)).toBeUndefined();
  },
);

test.each(['الطلب1042', 'pedido#1042', '订单号1042', '订单号:1042', 'رقم الطلب 1042', 'mi pedido es 1042'])(
  '"%s" alone is order 1042',
  (text) => {
    expect(orderNumberAlone(text)).toBe('1042');
  },
);

test.each([
  ['where are A-1042 and A-1057?', ['A-1042', 'A-1057']],
  ['A-1042, A-1057 and A-1042', ['A-1042', 'A-1057']],
  ['pedido 1042 y 1057', ['1042', '1057']],
  ['A-1042 和 1057', ['A-1042', '1057']],
  ['查一下\nA-1042\n还有 A-1057', ['A-1042', 'A-1057']],
  ['order A-1042, postcode 94110', ['A-1042']],
  ['A-1042 and 94110', ['A-1042']],
  ['hello', []],
])('"%s" names %j', (text, numbers) => {
  expect(findOrderNumbers(text)).toEqual(numbers);
});
