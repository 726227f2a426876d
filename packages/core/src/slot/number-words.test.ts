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
  expect(withNumberWords('thousand island dressing', { leastWords: 2 })).toBe('thousand island dressing');
  expect(withNumberWords('three hundred cables', { leastWords: 2 })).toBe('300 cables');
});

test.each([
  ['en', 'nine hundred and ninety nine thousand nine hundred ninety nine', '999999'],
  ['en', 'under fifty dollars', 'under 50 dollars'],
  ['en', 'twenty-five boxes', '25 boxes'],
  ['en', 'twelve hundred', '1200'],
  ['es', 'doscientos euros', '200 euros'],
  ['es', 'treinta y cinco mil quinientos', '35500'],
  ['es', 'veintidós bolillos', '22 bolillos'],
  ['pt', 'cento e vinte e cinco reais', '125 reais'],
  ['pt', 'novecentos mil', '900000'],
  ['fr', 'deux cents euros', '200 euros'],
  ['fr', 'quatre-vingt-dix-sept', '97'],
  ['fr', 'cent quatre-vingts euros', '180 euros'],
  ['fr', 'soixante et onze', '71'],
  ['id', 'dua ratus lima puluh ribu', '250000'],
  ['id', 'seribu dua ratus', '1200'],
  ['id', 'tiga belas kotak', '13 kotak'],
  ['id', 'satu juta dua ratus ribu', '1200000'],
  ['hi', 'साढ़े तीन सौ रुपये', '350 रुपये'],
  ['hi', 'दो लाख पचास हज़ार', '250000'],
  ['hi', 'पच्चीस समोसे', '25 समोसे'],
  ['hi-Latn', 'do sau rupaye', '200 rupaye'],
  ['hi-Latn', 'dedh sau ke andar', '150 ke andar'],
  ['hi-Latn', 'sava do lakh', '225000'],
  ['hi-Latn', 'sau ke andar', '100 ke andar'],
  ['ar', 'خمسة وعشرين ريال', '25 ريال'],
  ['ar', 'مية وخمسين', '150'],
  ['ar', 'ألف ومئتين وخمسين', '1250'],
  ['ar', 'خمسة آلاف وثلاثمئة', '5300'],
  ['zh', '三百块', '300块'],
  ['zh', '两万三千四百五十六', '23456'],
  ['zh', '一千五左右', '1500左右'],
  ['zh', '十五万', '150000'],
])('in %s, "%s" is %s', (language, text, written) => {
  expect(withNumberWords(text, { language, smallest: 11 })).toBe(written);
});

test.each([
  ['es', 'dos tres'],
  ['pt', 'um e outro'],
  ['hi-Latn', 'iske saath kya milega'],
  ['fr', 'mille fois merci'],
  ['zh', '十分好'],
  ['en', 'one fits all'],
])('in %s, "%s" is no bigger number', (language, text) => {
  expect(withNumberWords(text, { language, smallest: 11 })).toBe(text);
});
