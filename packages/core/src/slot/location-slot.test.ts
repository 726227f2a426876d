import { expect, test } from 'vitest';
import { locationSlot, pinText } from './location-slot.ts';

const context = { at: 0, timeZone: 'Europe/Dublin', country: 'IE', currency: 'EUR' };

test('a pin comes out as it went in', () => {
  const text = pinText({ latitude: 53.2707, longitude: -9.0568 });
  expect(locationSlot.read(text, 'en', context)).toMatchObject({
    value: { latitude: 53.2707, longitude: -9.0568 },
    whole: true,
  });
});

test('an address is kept as it was written', () => {
  expect(locationSlot.read('12 Shop Street, Galway', 'en', context)).toMatchObject({
    value: { address: '12 Shop Street, Galway' },
  });
});

test.each(['95.1, 200', 'yes', '4', 'do you deliver?'])('"%s" is no place', (text) => {
  expect(locationSlot.read(text, 'en', context)).toEqual({ kind: 'not-this' });
});
