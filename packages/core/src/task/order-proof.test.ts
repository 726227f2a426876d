import { expect, test } from 'vitest';
import { findOrderProof } from './order-proof.ts';

test.each([
  ['Ana@Example.com', 'ana@example.com'],
  ['it is ana@example.com, thanks', 'ana@example.com'],
  ['D02 X285', 'D02 X285'],
  ['my postcode is sw1a 1aa', 'SW1A 1AA'],
  ['10115', '10115'],
  ['1012 AB', '1012 AB'],
  ['LV-1050', 'LV-1050'],
])('"%s" proves with %s', (text, proof) => {
  expect(findOrderProof(text, 'A-1042')).toBe(proof);
});

test.each(['A-1050', 'a1050', 'I do not know', 'hello', 'what do you mean', ''])(
  '"%s" proves nothing',
  (text) => {
    expect(findOrderProof(text, 'A-1042')).toBeUndefined();
  },
);
