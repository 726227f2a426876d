import { expect, test } from 'vitest';
import { maySeeOrder } from './may-see-order.ts';

const owner = {
  contactId: 'ana',
  contactPhone: '14155550142',
  bsuid: 'US.1',
  email: 'Ana@Example.com',
  postcode: 'SW1A 1AA',
};

test('whoever placed it sees it, from any number', () => {
  expect(maySeeOrder(owner, { contactId: 'ana' }, undefined)).toBe(true);
  expect(maySeeOrder(owner, { contactId: 'x', bsuid: 'US.1' }, undefined)).toBe(true);
});

test('its phone opens it, but not for another person who was given that phone', () => {
  const { bsuid: _bsuid, contactId: _id, ...byPhone } = owner;
  expect(maySeeOrder(byPhone, { contactId: 'x', phone: '+1 415 555 0142' }, undefined)).toBe(true);
  expect(maySeeOrder(owner, { contactId: 'x', phone: '14155550142', bsuid: 'US.2' }, undefined)).toBe(false);
});

test('its e-mail or postcode opens it, however they are written', () => {
  const stranger = { contactId: 'x' };
  expect(maySeeOrder(owner, stranger, 'ana@example.com')).toBe(true);
  expect(maySeeOrder(owner, stranger, 'sw1a1aa')).toBe(true);
  expect(maySeeOrder(owner, stranger, 'bob@example.com')).toBe(false);
  expect(maySeeOrder(owner, stranger, '  ')).toBe(false);
});

test('facts that are missing on both sides prove nothing', () => {
  expect(maySeeOrder({}, { contactId: 'x' }, undefined)).toBe(false);
  expect(maySeeOrder({ contactPhone: '' }, { contactId: 'x', phone: '' }, '')).toBe(false);
});

test('a postcode opens it with or without its hyphen', () => {
  const owner = { postcode: '01310-100' };
  expect(maySeeOrder(owner, { contactId: 'c9' }, '01310100')).toBe(true);
  expect(maySeeOrder(owner, { contactId: 'c9' }, '01310-101')).toBe(false);
  expect(maySeeOrder({ postcode: '-' }, { contactId: 'c9' }, '-')).toBe(false);
});
