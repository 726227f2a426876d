import { expect, test } from 'vitest';
import { withPartInstead } from './part-of-address.ts';

test.each([
  [
    'Rua das Flores 88, apto 32, Lisboa 1200-192',
    'errei o numero, é 98',
    'Rua das Flores 98, apto 32, Lisboa 1200-192',
  ],
  ['flat 12, Shanti Nagar, Indore 452001', 'pincode 452010 hai', 'flat 12, Shanti Nagar, Indore 452010'],
  ['5 Pine Street, Oakland 94607', 'the zip is 94608', '5 Pine Street, Oakland 94608'],
  ['5 Pine Street, Galway', 'postcode H91 XY12', '5 Pine Street, Galway, H91 XY12'],
  ['calle Mayor 14, 28013 Madrid', 'el número es 41', 'calle Mayor 41, 28013 Madrid'],
  ['松树路5号,上海 200030', '邮编应该是200031', '松树路5号,上海 200031'],
  ['شارع التحرير ١٢، الدقي', 'رقم البيت ٢١', 'شارع التحرير ٢١، الدقي'],
])('"%s", put right by "%s"', (address, said, expected) => {
  expect(withPartInstead(address, said)).toBe(expected);
});

test.each(['8 Pine Road', 'number 8 Pine Road', '98', 'that is the wrong number', 'send it to number one'])(
  '"%s" names no part of an address',
  (said) => {
    expect(withPartInstead('5 Pine Street, Oakland 94607', said)).toBeUndefined();
  },
);
