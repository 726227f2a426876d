import { expect, test } from 'vitest';
import { isOwn, maySee } from './may-see.ts';

const owner = { contactId: 'c1', phone: '5215550142', bsuid: 'MX.1', email: 'Ana@example.com' };

test('the contact, the same BSUID, and the same phone where either side has no BSUID are the owner', () => {
  expect(isOwn(owner, { contactId: 'c1' })).toBe(true);
  expect(isOwn(owner, { contactId: 'c2', bsuid: 'MX.1' })).toBe(true);
  expect(isOwn(owner, { contactId: 'c2', phone: '+5215550142' })).toBe(true);
  expect(isOwn({ phone: '5215550142' }, { contactId: 'c2', phone: '5215550142', bsuid: 'MX.2' })).toBe(true);
});

test('a phone that came to somebody else does not bring the appointments with it', () => {
  expect(isOwn(owner, { contactId: 'c2', phone: '5215550142', bsuid: 'MX.2' })).toBe(false);
});

test('who writes from elsewhere shows the e-mail or the phone of the booking', () => {
  const stranger = { contactId: 'c9', bsuid: 'US.9' };
  expect(maySee(owner, stranger, undefined)).toBe(false);
  expect(maySee(owner, stranger, 'ana@EXAMPLE.com ')).toBe(true);
  expect(maySee(owner, stranger, '+52 15 55 01 42')).toBe(true);
  expect(maySee(owner, stranger, 'my number is 5215550142')).toBe(false);
  expect(maySee({}, stranger, '')).toBe(false);
});
