import { expect, test } from 'vitest';
import { readBasket } from './read-basket.ts';
import { readWanted } from './read-wanted.ts';
import { openKind, variantText, variantValues } from './variant.ts';

const attributes = { size: ['S', 'M', 'L', 'XL'], colour: ['navy', 'black', 'white'] };
const shirt = { sku: 'SH', names: ['Merino shirt', '美利奴衬衫', 'camisa merino'] };
const boots = { sku: 'BO', names: ['Cliffwalk boots', 'botas'] };
const satay = { sku: 'ST', names: ['Chicken satay', 'Sate ayam', '鸡肉沙爹', 'साटे'] };
const cup = { sku: 'CU', names: ['Blue cup'] };
const sold = [
  { ...shirt, variants: variantValues({ attributes }) },
  { ...boots, variants: variantValues({ attributes: { size: ['8', '9', '10'] } }) },
  { ...satay, variants: variantValues({ attributes: { size: ['Regular', 'Large'] } }) },
  { ...cup, variants: variantValues({ attributes: { colour: ['blue'] } }) },
];

test.each([
  ['2 merino shirts in M', 'en', { sku: 'SH', quantity: 2, size: 'M' }],
  ['a black merino shirt, size L', 'en', { sku: 'SH', quantity: 1, size: 'L', colour: 'black' }],
  ['a blue merino shirt', 'en', { sku: 'SH', quantity: 1, colour: 'navy' }],
  ['large chicken satay', 'en', { sku: 'ST', quantity: 1, size: 'Large' }],
  ['2 large chicken satay', 'en', { sku: 'ST', quantity: 2, size: 'Large' }],
  ['boots size 9', 'en', { sku: 'BO', quantity: 1, size: '9' }],
  ['2 botas talla 10', 'es', { sku: 'BO', quantity: 2, size: '10' }],
  ['dos camisa merino negra talla M', 'es', { sku: 'SH', quantity: 2, size: 'M', colour: 'black' }],
  ['une camisa merino noire taille L', 'fr', { sku: 'SH', quantity: 1, size: 'L', colour: 'black' }],
  ['uma camisa merino branca tamanho M', 'pt', { sku: 'SH', quantity: 1, size: 'M', colour: 'white' }],
  ['sate ayam besar 2', 'id', { sku: 'ST', quantity: 2, size: 'Large' }],
  ['दो बड़ा साटे', 'hi', { sku: 'ST', quantity: 2, size: 'Large' }],
  ['do bada sate ayam', 'hi-Latn', { sku: 'ST', quantity: 2, size: 'Large' }],
  ['sate ayam كبير', 'ar', { sku: 'ST', quantity: 1, size: 'Large' }],
  ['两份大份鸡肉沙爹', 'zh', { sku: 'ST', quantity: 2, size: 'Large' }],
  ['两件黑色M码美利奴衬衫', 'zh', { sku: 'SH', quantity: 2, size: 'M', colour: 'black' }],
  ['a blue cup', 'en', { sku: 'CU', quantity: 1 }],
])('what is ordered has its size and colour: %s', (text, language, line) => {
  const { lines, which, unread } = readWanted(text, sold, language);
  expect({ lines, which, unread }).toEqual({ lines: [line], which: [], unread: [] });
});

test('each thing has its own size and colour', () => {
  expect(readWanted('2 merino shirts in M and boots size 10', sold, 'en').lines).toEqual([
    { sku: 'SH', quantity: 2, size: 'M' },
    { sku: 'BO', quantity: 1, size: '10' },
  ]);
  expect(readWanted('1 merino shirt M black, 1 merino shirt L white', sold, 'en').lines).toEqual([
    { sku: 'SH', quantity: 1, size: 'M', colour: 'black' },
    { sku: 'SH', quantity: 1, size: 'L', colour: 'white' },
  ]);
});

const basket = [
  { sku: 'SH', quantity: 2, size: 'M', colour: 'navy' },
  { sku: 'ST', quantity: 1 },
];

test.each([
  ['make the shirt L', 'en', 'L', 'navy', 2],
  ['change the merino shirt to black', 'en', 'M', 'black', 2],
  ['make it large', 'en', 'M', 'navy', 2],
  ['in black please', 'en', 'M', 'black', 2],
  ['cambia la camisa merino a talla S', 'es', 'S', 'navy', 2],
  ['衬衫换成L码', 'zh', 'L', 'navy', 2],
  ['make it 3 merino shirts', 'en', 'M', 'navy', 3],
])('a size or colour is put right: %s', (text, language, size, colour, quantity) => {
  const { lines, changed } = readBasket(text, sold, basket, language);
  expect(changed).toBe(true);
  expect(lines[0]).toEqual({ sku: 'SH', quantity, size, colour });
});

test('"make it large" is about what was put in last', () => {
  expect(readBasket('make it large', sold, basket, 'en').lines[1]).toEqual({
    sku: 'ST',
    quantity: 1,
    size: 'Large',
  });
});

test.each(['all in black', '都要黑色'])('what comes in it all is in that colour: %s', (text) => {
  const lines = [
    { sku: 'SH', quantity: 1 },
    { sku: 'BO', quantity: 1 },
    { sku: 'SH', quantity: 1, size: 'M' },
  ];
  const { lines: after } = readBasket(text, sold, lines, 'en');
  expect(after.map(({ colour }) => colour)).toEqual(['black', undefined, 'black']);
});

test('only one of two colours is taken out', () => {
  const two = [
    { sku: 'SH', quantity: 1, colour: 'black' },
    { sku: 'SH', quantity: 1, colour: 'white' },
  ];
  expect(readBasket('remove the black merino shirt', sold, two, 'en').lines).toEqual([
    { sku: 'SH', quantity: 1, colour: 'white' },
  ]);
});

test('only what comes in several is to be chosen, and it is told in the language that is spoken', () => {
  expect(openKind({ attributes }, { size: 'M' })).toBe('colour');
  expect(openKind({ attributes: { colour: ['blue'] } }, {})).toBeUndefined();
  expect(variantText({ size: 'M', colour: 'black' }, 'es')).toBe('negro, M');
});
