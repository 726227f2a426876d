import { expect, test } from 'vitest';
import { findZone } from './find-zone.ts';
import { DeliveryZone } from './order-settings.ts';

const near = DeliveryZone.parse({
  kind: 'radius',
  name: 'Senopati',
  centre: { latitude: -6.2297, longitude: 106.8095 },
  km: 3,
  fee: 10_000,
});
const listed = DeliveryZone.parse({
  kind: 'postcodes',
  name: 'South Jakarta',
  postcodes: ['12430', '125*', 'SW1A 1AA'],
  fee: 20_000,
  minimum: 100_000,
});

test('a pin within the radius lies in the zone, one beyond it does not', () => {
  expect(findZone([near], { latitude: -6.245, longitude: 106.8 })).toEqual({ kind: 'zone', zone: near });
  expect(findZone([near], { latitude: -6.3, longitude: 106.81 })).toEqual({ kind: 'outside' });
});

test.each(['Jalan Fatmawati 5, 12430', 'Jl. Cilandak 3 Jakarta 12560', '10 Downing St, London sw1a 1aa'])(
  'a postcode of the list anywhere in the address lies in the zone: %s',
  (address) => {
    expect(findZone([listed], { address })).toEqual({ kind: 'zone', zone: listed });
  },
);

test('another postcode is outside', () => {
  expect(findZone([listed], { address: 'Jalan Braga 1, Bandung 40111' })).toEqual({ kind: 'outside' });
});

test('an address without a pin or a postcode is never guessed', () => {
  expect(findZone([near, listed], { address: 'Jalan Senopati' })).toEqual({ kind: 'unknown' });
  expect(findZone([near], { address: 'Jalan Senopati 12190' })).toEqual({ kind: 'unknown' });
});

test('a pin outside every circle is outside, whatever postcodes there are', () => {
  expect(findZone([near, listed], { latitude: -6.9, longitude: 107.6 })).toEqual({ kind: 'outside' });
});

test('the first zone that fits counts', () => {
  const place = { address: 'x 12430', latitude: -6.2297, longitude: 106.8095 };
  expect(findZone([near, listed], place)).toEqual({ kind: 'zone', zone: near });
  expect(findZone([listed, near], place)).toEqual({ kind: 'zone', zone: listed });
});

test('without zones everything is outside', () => {
  expect(findZone([], { address: 'Jalan Senopati 12190' })).toEqual({ kind: 'outside' });
});
