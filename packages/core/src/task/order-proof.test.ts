import { expect, test } from 'vitest';
import { findOrderProof, proofBeside } from './order-proof.ts';

test.each([
  ['Ana@Example.com', 'ana@example.com'],
  ['it is ana@example.com, thanks', 'ana@example.com'],
  ['D02 X285', 'D02 X285'],
  ['my postcode is sw1a 1aa', 'SW1A 1AA'],
  ['10115', '10115'],
  ['1012 AB', '1012 AB'],
  ['LV-1050', 'LV-1050'],
  ['560001', '560001'],
  ['pin code 560001', '560001'],
  ['我的邮编是：100020。', '100020'],
  ['01310100', '01310100'],
])('"%s" proves with %s', (text, proof) => {
  expect(findOrderProof(text, 'A-1042')).toBe(proof);
});

test.each(['A-1050', 'a1050', 'I do not know', 'hello', 'what do you mean', ''])(
  '"%s" proves nothing',
  (text) => {
    expect(findOrderProof(text, 'A-1042')).toBeUndefined();
  },
);

test('the number of the order itself is no postcode, whether it has letters or not', () => {
  expect(findOrderProof('104233', '104233')).toBeUndefined();
  expect(findOrderProof('560001', '104233')).toBe('560001');
});

// Read in two ways, 26 words take longer than a test may.
test.each(['我的', '是 ', 'pin code, '])('a text of nothing but "%s" is read at once', (word) => {
  expect(findOrderProof(`${word.repeat(26)}!?`, 'A-1042')).toBeUndefined();
});

test('an e-mail address beside the number of an order is taken without being asked for; nothing else is', () => {
  expect(proofBeside('where is A-1042? my email is Maya@Example.com')).toEqual({ proof: 'maya@example.com' });
  expect(proofBeside('where is A-1042 to 94110')).toEqual({});
});
