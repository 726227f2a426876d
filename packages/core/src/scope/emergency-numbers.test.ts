import { expect, test } from 'vitest';
import { emergencyNumbers } from './emergency-numbers.ts';
import { shippedEmergencyNumbers } from './shipped-emergency-numbers.ts';

const undeclared = { emergencyNumbers: {} };

test.each([
  ['BR', { emergency: '192 / 190', crisis: '188' }],
  ['IN', { emergency: '112', crisis: '14416' }],
  ['CN', { emergency: '120 / 110', crisis: '12356' }],
  ['MX', { emergency: '911', crisis: '800 911 2000' }],
  ['FR', { emergency: '112', crisis: '3114' }],
  ['EG', { emergency: '123 / 122' }],
])('a business in %s tells its country’s numbers unless it declares others', (defaultCountry, numbers) => {
  expect(emergencyNumbers({ ...undeclared, defaultCountry }, undefined)).toEqual(numbers);
});

test('what a business declares for its country counts before what is shipped', () => {
  const business = { emergencyNumbers: { BR: { emergency: '193' } }, defaultCountry: 'BR' };
  expect(emergencyNumbers(business, undefined)).toEqual({ emergency: '193' });
});

test('a customer whose phone is of another country gets that country’s numbers first', () => {
  expect(emergencyNumbers({ ...undeclared, defaultCountry: 'US' }, '5511987654321')).toEqual({
    emergency: '192 / 190 / 911',
    crisis: '188 / 988',
  });
});

test('every shipped number can be dialled', () => {
  const numbers = Object.values(shippedEmergencyNumbers);
  const odd = numbers.filter(({ emergency }) => !/^\d{2,5}( \/ \d{2,5})?$/.test(emergency));
  expect(odd).toEqual([]);
  expect(
    numbers.flatMap(({ crisis }) => crisis ?? []).filter((each) => !/^\*?[\d ]+( ext\. \d)?$/.test(each)),
  ).toEqual([]);
});
