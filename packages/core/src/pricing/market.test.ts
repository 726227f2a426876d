import { expect, test } from 'vitest';
import { marketOf } from './market.ts';

const november = Date.parse('2026-11-21');
const june = Date.parse('2026-06-30T23:59:59Z');
const july = Date.parse('2026-07-01');

test.each([
  ['4915112345678', 'Germany'],
  ['919812345678', 'India'],
  ['12025550123', 'North America'],
  ['18095550123', 'Rest of Latin America'],
  ['12425550123', 'Other'],
  ['79161234567', 'Russia'],
  ['77012345678', 'Kazakhstan'],
  ['3545551234', 'Other'],
])('the longest prefix of %s is in %s', (phone, market) => {
  expect(marketOf({ phone }, november)).toBe(market);
});

test.each([
  ['DE.1a2b', 'Germany'],
  ['US.ENT.1a2b', 'North America'],
  ['CA.1a2b', 'North America'],
  ['KZ.1a2b', 'Kazakhstan'],
  ['IS.1a2b', 'Other'],
])('the country of the user id %s is in %s', (bsuid, market) => {
  expect(marketOf({ bsuid }, november)).toBe(market);
});

test('the phone decides when both are known', () => {
  expect(marketOf({ phone: '919812345678', bsuid: 'DE.1a2b' }, november)).toBe('India');
});

test('a market has its own rates from its date on', () => {
  expect(marketOf({ phone: '48601234567' }, june)).toBe('Rest of Central & Eastern Europe');
  expect(marketOf({ phone: '48601234567' }, july)).toBe('Poland');
  expect(marketOf({ phone: '380501234567' }, july)).toBe('Rest of Central & Eastern Europe');
  expect(marketOf({ bsuid: 'UA.1' }, november)).toBe('Ukraine');
});
