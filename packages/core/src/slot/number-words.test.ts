import { expect, test } from 'vitest';
import { withNumberWords } from './number-words.ts';

test.each([
  ['under two hundred bucks', 'under 200 bucks'],
  ['a hundred and fifty dollars', '150 dollars'],
  ['two thousand five hundred', '2500'],
  ['menos de doscientos cincuenta', 'menos de 250'],
  ['ate cem reais', 'ate 100 reais'],
  ['mil e quinhentos', '1500'],
  ['moins de deux cents euros', 'moins de 200 euros'],
  ['di bawah dua ratus ribu', 'di bawah 200000'],
  ['paanch sau se kam', '500 se kam'],
  ['पांच सौ से कम', '500 से कम'],
  ['اقل من مئتين', 'اقل من 200'],
  ['veinticinco mil', '25000'],
  ['solah sau pachas', '1650'],
  ['sessenta mil', '60000'],
  ['dua puluh lima ribu', '25000'],
  ['dua ratus lima puluh ribu', '250000'],
  ['quatre-vingt-dix mille', '90000'],
  ['two hundred and three hundred', '200 and 300'],
])('%s', (text, written) => {
  expect(withNumberWords(text)).toBe(written);
});

test.each(['two shirts and a mug', '50 cents', 'a cup and one of those', 'un cafe y dos tes', '2 thousand'])(
  'smaller numbers, and what goes with digits, stay as they are: %s',
  (text) => {
    expect(withNumberWords(text)).toBe(text);
  },
);

test.each([
  ['can you do two hundred cables', 'can you do 200 cables'],
  ['das duzentas', 'das 200'],
  ['um two hundred', 'um 200'],
  ['one two hundred', 'one 200'],
])('a word of another language, or of another number, is no part of it: %s', (text, written) => {
  expect(withNumberWords(text)).toBe(written);
});

test('one word alone may be part of a name', () => {
  expect(withNumberWords('thousand island dressing', 2)).toBe('thousand island dressing');
  expect(withNumberWords('three hundred cables', 2)).toBe('300 cables');
});
