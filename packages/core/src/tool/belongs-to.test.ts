import { expect, test } from 'vitest';
import { BelongsTo, belongsToAsker } from './belongs-to.ts';

const answer = {
  customer: { phone: '(415) 555-0142', email: 'Maya@Example.com', wa: 'US.123', zip: 94110 },
};
const phone = BelongsTo.parse({ phone: '/customer/phone' });
const proof = BelongsTo.parse({ proof: { input: 'proof', facts: ['/customer/email', '/customer/zip'] } });

function theirs(belongsTo: BelongsTo, asker: object, input: Record<string, string> = {}): boolean {
  return belongsToAsker(belongsTo, answer, {
    asker: { contactId: 'c1', ...asker },
    input,
    defaultCountry: 'US',
  });
}

test('an answer is theirs whose phone it holds, however either is written', () => {
  expect(theirs(phone, { phone: '14155550142' })).toBe(true);
  expect(theirs(phone, { phone: '14155550143' })).toBe(false);
});

test('a phone of a range that is not known is theirs if all its digits are', () => {
  const unknown = { customer: { phone: '+1 555 200 2001' } };
  const about = { input: {}, defaultCountry: 'US' };
  const of = (own: string): boolean =>
    belongsToAsker(phone, unknown, { ...about, asker: { contactId: 'c1', phone: own } });
  expect(of('15552002001')).toBe(true);
  expect(of('5552002001')).toBe(false);
  expect(of('')).toBe(false);
});

test('a phone that is not known proves nothing, nor does one the answer has not', () => {
  expect(theirs(phone, {})).toBe(false);
  expect(theirs(BelongsTo.parse({ phone: '/nobody' }), { phone: '14155550142' })).toBe(false);
});

test('a BSUID is compared as it stands', () => {
  const belongsTo = BelongsTo.parse({ bsuid: '/customer/wa' });
  expect(theirs(belongsTo, { bsuid: 'US.123' })).toBe(true);
  expect(theirs(belongsTo, { bsuid: 'us.123' })).toBe(false);
});

test('a second fact proves it, and only the declared input may hold it', () => {
  expect(theirs(proof, {}, { proof: ' maya@example.COM ' })).toBe(true);
  expect(theirs(proof, {}, { proof: '94110' })).toBe(true);
  expect(theirs(proof, {}, { proof: '' })).toBe(false);
  expect(theirs(proof, {}, { proof: 'm' })).toBe(false);
  expect(theirs(proof, {}, { email: 'maya@example.com' })).toBe(false);
});
