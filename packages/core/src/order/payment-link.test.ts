import { expect, test } from 'vitest';
import { paymentLink, whyNoPaymentLink } from './payment-link.ts';

const hosts = ['pay.example'];
const order = { orderNumber: 'W-1 2', total: 12.5, currency: 'USD' };

test('number, total and currency are filled in, encoded', () => {
  expect(paymentLink('https://pay.example/{orderNumber}?t={total}&c={currency}', order, hosts)).toBe(
    'https://pay.example/W-1%202?t=12.5&c=USD',
  );
});

test.each([
  ['https://pay.example.evil.example/{orderNumber}', 'host'],
  ['http://pay.example/{orderNumber}', 'host'],
  ['https://{currency}.example/', 'host'],
  ['https://pay.example/{name}', '{name}'],
  ['pay.example/x', 'address'],
])('an address that leads elsewhere is none: %s', (template, why) => {
  expect(paymentLink(template, order, hosts)).toBeUndefined();
  expect(whyNoPaymentLink(template, hosts)).toContain(why);
});
