import { expect, test } from 'vitest';
import { readWanted } from './read-wanted.ts';

const menu = [
  { sku: 'NB-01', names: ['Nasi bakar cumi', 'Grilled squid rice', '烤鱿鱼饭'] },
  { sku: 'NB-02', names: ['Nasi bakar jamur', 'Grilled mushroom rice', '烤蘑菇饭'] },
  { sku: 'ST-01', names: ['Sate lilit', 'Fish satay', '鱼肉沙爹'] },
  { sku: 'KP-01', names: ['Es kopi senja', 'Iced senja coffee', '冰咖啡'] },
];

const squid = { sku: 'NB-01', quantity: 2 };
const coffee = { sku: 'KP-01', quantity: 1 };

test.each([
  ['nasi bakar cumi 2 sama es kopi senja 1 ya kak dianter ke senopati', 'id'],
  ['2 nasi bakar cumi, 1 es kopi senja', 'id'],
  ['2 grilled squid rice and an iced senja coffee, deliver to Senopati', 'en'],
  ['two portions of grilled squid rice plus one iced senja coffee please', 'en'],
  ['要两份烤鱿鱼饭一杯冰咖啡 送到Senopati', 'zh'],
  ['2 × NB-01, 1 × KP-01', 'en'],
  ['nb-01 x2\nkp-01', 'en'],
  ['٢ NB-01 و KP-01', 'ar'],
])('products and how many are read wherever they stand: %s', (text, language) => {
  expect(readWanted(text, menu, language)).toEqual({ lines: [squid, coffee], which: [], unread: [] });
});

test('the same thing said twice is so many of one', () => {
  expect(readWanted('1 sate lilit, 2 sate lilit', menu, 'id').lines).toEqual([{ sku: 'ST-01', quantity: 3 }]);
});

test('a part of a name will do where it names one product, and asks where it names several', () => {
  expect(readWanted('3 satay', menu, 'en').lines).toEqual([{ sku: 'ST-01', quantity: 3 }]);
  expect(readWanted('nasi bakar', menu, 'id')).toEqual({
    lines: [],
    which: [{ skus: ['NB-01', 'NB-02'], quantity: 1, said: 'nasi bakar' }],
    unread: [],
  });
});

test('what the business does not sell is not passed over', () => {
  expect(readWanted('2 pizza margherita and 1 sate lilit', menu, 'en')).toEqual({
    lines: [{ sku: 'ST-01', quantity: 1 }],
    which: [],
    unread: ['pizza margherita'],
  });
});

test.each([
  ['mau pesan 2 pizza margherita dan 1 sate lilit', ['pizza margherita']],
  ['sate lilit 1, pizza 2', ['pizza']],
])('nor what else is written around it: %s', (text, unread) => {
  expect(readWanted(text, menu, 'id')).toEqual({ lines: [{ sku: 'ST-01', quantity: 1 }], which: [], unread });
});

test('a price in the message is no quantity that counts for anything else', () => {
  expect(readWanted('sate lilit for 1000', menu, 'en').lines).toEqual([{ sku: 'ST-01', quantity: 1 }]);
});

test.each(['I would like to order something', 'mau pesan dong', 'hello', ''])(
  'a text that names nothing orders nothing: %s',
  (text) => {
    expect(readWanted(text, menu, 'en').lines).toEqual([]);
  },
);

test('hundreds in words are counted as such', () => {
  const cable = { sku: 'CA', names: ['Braided cable'] };
  expect(readWanted('three hundred braided cables please', [cable], 'en').lines).toEqual([
    { sku: 'CA', quantity: 300 },
  ]);
});

test.each([
  ['two dozen sate lilit', 'en', 24],
  ['half a dozen sate lilit', 'en', 6],
  ['3 docenas de sate lilit', 'es', 36],
  ['setengah lusin sate lilit', 'id', 6],
  ['两打鱼肉沙爹', 'zh', 24],
] as const)('dozens are counted: %s', (text, language, quantity) => {
  expect(readWanted(text, menu, language)).toEqual({
    lines: [{ sku: 'ST-01', quantity }],
    which: [],
    unread: [],
  });
});

test('which they are may be said right behind how many there are', () => {
  const said = '2 nasi bakar, one grilled squid rice and one grilled mushroom rice';
  expect(readWanted(said, menu, 'en')).toEqual({
    lines: [
      { sku: 'NB-01', quantity: 1 },
      { sku: 'NB-02', quantity: 1 },
    ],
    which: [],
    unread: [],
  });
});

test('a number behind a product is a size where it comes in that one', () => {
  const jeans = [
    {
      sku: 'T-1',
      names: ['Jean'],
      variants: ['40', '42'].map((value) => ({ kind: 'size', value, names: [value] }) as const),
    },
  ];
  expect(readWanted('un jean 40', jeans, 'fr').lines).toEqual([{ sku: 'T-1', quantity: 1, size: '40' }]);
  expect(readWanted('jean 3', jeans, 'fr').lines).toEqual([{ sku: 'T-1', quantity: 3 }]);
});
