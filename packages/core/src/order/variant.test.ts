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

const both = [
  { sku: 'SH', quantity: 1, size: 'M' },
  { sku: 'SH', quantity: 1, size: 'L' },
];

test.each([
  ['2 merino shirts, one in M and one in L', 'en'],
  ['2 shirts, one in M and one in L', 'en'],
  ['two merino shirts: one M, one L', 'en'],
  ['2 merino shirts in M and L', 'en'],
  ['a merino shirt in M and another in L', 'en'],
  ['2 camisa merino, una en M y una en L', 'es'],
  ['dos camisa merino, una talla M y otra talla L', 'es'],
  ['duas camisa merino, uma em M e outra em L', 'pt'],
  ['deux merino shirt, une en M et une en L', 'fr'],
  ['dua merino shirt, satu ukuran M dan satu ukuran L', 'id'],
  ['दो merino shirt, एक M में और एक L में', 'hi'],
  ['do merino shirt, ek M mein aur ek L mein', 'hi-Latn'],
  ['merino shirt اثنان، واحد مقاس M وواحد مقاس L', 'ar'],
  ['两件美利奴衬衫，一件M码，一件L码', 'zh'],
])('two sizes of one thing are two lines: %s', (text, language) => {
  const { lines, which, unread } = readWanted(text, sold, language);
  expect({ lines, which, unread }).toEqual({ lines: both, which: [], unread: [] });
});

test.each([
  [
    'a black merino shirt and two white ones',
    'en',
    [
      { quantity: 1, colour: 'black' },
      { quantity: 2, colour: 'white' },
    ],
  ],
  [
    'a black and a white merino shirt',
    'en',
    [
      { quantity: 1, colour: 'black' },
      { quantity: 1, colour: 'white' },
    ],
  ],
  ['3 merino shirts, one in M', 'en', [{ quantity: 1, size: 'M' }, { quantity: 2 }]],
  [
    '2 merino shirts in M, one black and one white',
    'en',
    [
      { quantity: 1, size: 'M', colour: 'black' },
      { quantity: 1, size: 'M', colour: 'white' },
    ],
  ],
  [
    '2 merino shirts, one M black and one L, white',
    'en',
    [
      { quantity: 1, size: 'M', colour: 'black' },
      { quantity: 1, size: 'L', colour: 'white' },
    ],
  ],
  ['4 merino shirts in M and L', 'en', [{ quantity: 4 }]],
  [
    'una camisa merino negra y dos blancas',
    'es',
    [
      { quantity: 1, colour: 'black' },
      { quantity: 2, colour: 'white' },
    ],
  ],
  [
    'une merino shirt noire et deux blanches',
    'fr',
    [
      { quantity: 1, colour: 'black' },
      { quantity: 2, colour: 'white' },
    ],
  ],
  [
    '一件黑色美利奴衬衫和两件白色的',
    'zh',
    [
      { quantity: 1, colour: 'black' },
      { quantity: 2, colour: 'white' },
    ],
  ],
])('what is said of parts of it is theirs: %s', (text, language, lines) => {
  expect(readWanted(text, sold, language)).toEqual({
    lines: lines.map((line) => ({ sku: 'SH', ...line })),
    which: [],
    unread: [],
  });
});

test('a size that there is none of, and a thing that is not sold, are told', () => {
  const { lines, unread } = readWanted('2 merino shirts, one in M and one in XXXL', sold, 'en');
  expect(lines).toEqual([
    { sku: 'SH', quantity: 1, size: 'M' },
    { sku: 'SH', quantity: 1 },
  ]);
  expect(unread).toEqual(['xxxl']);
  expect(readWanted('a merino shirt in M and 3 black umbrellas', sold, 'en')).toEqual({
    lines: [{ sku: 'SH', quantity: 1, size: 'M' }],
    which: [],
    unread: ['umbrellas'],
  });
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
