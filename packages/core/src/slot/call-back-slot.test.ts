import { expect, test } from 'vitest';
import { slotTypes } from './slot-types.ts';

const context = {
  at: Date.UTC(2026, 10, 23, 10),
  timeZone: 'Africa/Casablanca',
  country: 'MA',
  currency: 'MAD',
};
const read = (name: string, text: string) => {
  const reading = slotTypes.get(name)?.read(text, 'fr', context);
  return reading?.kind === 'filled' ? reading.value : undefined;
};

test.each([
  ['0661 55 01 42', '+212661550142'],
  ['le soir plutôt', 'le soir plutôt'],
  ['call me after 5', 'call me after 5'],
  ['de noite', 'de noite'],
  ['por las mañanas', 'por las mañanas'],
])('%s says how to be called back', (text, value) => {
  expect(read('call-back', text)).toBe(value);
});

test.each(['cette semaine', 'next month', 'demain matin', 'je me renseigne'])('%s says how soon', (text) => {
  expect(read('call-back', text)).toBeUndefined();
});

test.each([
  ['0661 55 01 42', '+212661550142'],
  ['Sara@Example.com', 'sara@example.com'],
])('%s reaches somebody', (text, value) => {
  expect(read('reach', text)).toBe(value);
});
