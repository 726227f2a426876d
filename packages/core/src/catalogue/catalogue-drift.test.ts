import { expect, test } from 'vitest';
import { catalogueDrift } from './catalogue-drift.ts';
import { isBuyable, readWrittenPrice } from './meta-product.ts';
import { Product } from './product.ts';

const mug = Product.parse({
  sku: 'MUG',
  names: { en: 'Mug', es: 'Taza' },
  priceMinor: 1_250,
  currency: 'USD',
  stock: 3,
  retailerId: 'm-1',
  imageUrl: 'https://shop.example/mug.jpg',
});
const same = { retailerId: 'm-1', name: 'Taza', priceMinor: 1_250, currency: 'USD', available: true };

test('two catalogues that say the same have no drift, in whatever language the name is', () => {
  expect(catalogueDrift([mug], [same])).toEqual([]);
});

test.each([
  [
    { ...same, name: 'Old mug' },
    { kind: 'name', here: 'Mug', there: 'Old mug' },
  ],
  [
    { ...same, priceMinor: 990 },
    { kind: 'price', here: '$12.50', there: '$9.90' },
  ],
  [
    { ...same, currency: 'EUR', priceMinor: 990 },
    { kind: 'currency', here: 'USD', there: 'EUR' },
  ],
  [
    { ...same, available: false },
    { kind: 'availability', here: 'in stock', there: 'out of stock' },
  ],
  [{ ...same, imageUrl: 'https://shop.example/old.jpg' }, { kind: 'image' }],
])('of %j the difference is told, once', (there, expected) => {
  expect(catalogueDrift([mug], [there])).toMatchObject([{ retailerId: 'm-1', sku: 'MUG', ...expected }]);
});

test('what is missing on either side is told; what is not meant for Meta is not', () => {
  const { retailerId: _none, ...unlisted } = { ...mug, sku: 'CUP' };
  expect(catalogueDrift([mug, unlisted], [{ retailerId: 'm-9', name: 'Plate' }])).toEqual([
    { retailerId: 'm-1', sku: 'MUG', kind: 'missing-at-meta', here: 'Mug', there: '' },
    { retailerId: 'm-9', kind: 'missing-here', here: '', there: 'Plate' },
  ]);
});

test.each([
  ['$42.50', 'USD', 4_250],
  ['1.299,00 €', 'EUR', 129_900],
  ['$1,299.00', 'USD', 129_900],
  ['$1,299', 'USD', 129_900],
  ['₹1,29,900', 'INR', 12_990_000],
  ['¥1,200', 'JPY', 1_200],
  ['KWD 1.250', 'KWD', 1_250],
  ['12 300,5 zł', 'PLN', 1_230_050],
])('%s is read in minor units', (written, currency, minor) => {
  expect(readWrittenPrice(written, currency)).toBe(minor);
});

test('what can be bought is told by its words, and of other words nothing', () => {
  expect([isBuyable('in stock'), isBuyable('OUT_OF_STOCK'), isBuyable('soon')]).toEqual([
    true,
    false,
    undefined,
  ]);
});
