import { expect, test } from 'vitest';
import { slotTypes } from './slot-types.ts';

const context = { at: Date.UTC(2026, 10, 23, 10), timeZone: 'Europe/Dublin', country: 'IE', currency: 'EUR' };

test.each([
  ['a table tonite for two plz, half past seven', 'en', 2],
  ['una mesa para seis mañana a las nueve de la noche', 'es', 6],
  ['mesa para duas amanhã às oito', 'pt', 2],
  ['une table pour quatre demain à 20h', 'fr', 4],
  ['meja untuk empat besok jam tujuh', 'id', 4],
])('who comes is read beside a time in words: %s', (text, language, people) => {
  expect(slotTypes.get('people')?.read(text, language, context)).toMatchObject({
    kind: 'filled',
    value: people,
  });
});

test.each(['for two hours on Friday', 'a table for Friday at eight'])('nobody is counted in "%s"', (text) => {
  const reading = slotTypes.get('people')?.read(text, 'en', context);
  expect(reading?.kind === 'filled' ? reading.value : undefined).toBeUndefined();
});

test.each([
  ['for 6 on sunday of next week', false],
  ['for six on monday', false],
  ['for 6 please', true],
])('a day beside the number is more than who comes: %s', (text, whole) => {
  expect(slotTypes.get('people')?.read(text, 'en', context)).toMatchObject({ kind: 'filled', whole });
});

test.each([
  ['una limpieza pa mi hijo, tiene 9', 'es'],
  ['my 9 year old son', 'en'],
  ['pour mon fils, il a 9 ans', 'fr'],
  ['anak saya umur 9 tahun', 'id'],
  ['孩子9岁', 'zh'],
])('an age counts nobody: %s', (text, language) => {
  expect(slotTypes.get('people')?.read(text, language, context)).toEqual({ kind: 'not-this' });
});

test.each([
  ['2 adults 2 kids', 'en', 4],
  ['dos adultos y un niño', 'es', 3],
  ['两大一小', 'zh', 3],
  ['para mi y una amiga el jueves', 'es', 2],
])('all who come are counted: %s', (text, language, people) => {
  expect(slotTypes.get('people')?.read(text, language, context)).toMatchObject({ value: people });
});

test.each([
  ['لا خليها العاشرة', undefined],
  ['حصة كود لشخصين', 2],
])('%s: an hour is nobody, and two are two', (text, people) => {
  const reading = slotTypes.get('people')?.read(text, 'ar', context);
  expect(reading?.kind === 'filled' ? reading.value : undefined).toBe(people);
});
