import { expect, test } from 'vitest';
import { indexCatalogue } from './index-catalogue.ts';
import { Product } from './product.ts';

const catalogue = [
  { sku: 'A', names: { en: 'Steel kettle' }, priceMinor: 3_000, stock: 4 },
  { sku: 'B', names: { en: 'Blue mug' }, priceMinor: 900, stock: 0 },
].map((each) => Product.parse({ ...each, currency: 'EUR' }));

test('a catalogue of the same texts is prepared once, and has the stock and the prices of now', () => {
  const before = indexCatalogue(catalogue);
  const later = indexCatalogue(catalogue.map((product) => ({ ...product, stock: 1, priceMinor: 500 })));
  expect(later.idf).toBe(before.idf);
  expect(later.products.map(({ product }) => product.stock)).toEqual([1, 1]);
  expect(before.products.map(({ product }) => product.stock)).toEqual([4, 0]);
});

test('another text, another order or one product fewer is another catalogue', () => {
  const { idf } = indexCatalogue(catalogue);
  const [kettle, mug] = catalogue;
  if (kettle === undefined || mug === undefined) throw new Error('two products');
  const renamed = indexCatalogue([{ ...kettle, names: { en: 'Copper pan' } }, mug]);
  expect(renamed.idf).not.toBe(idf);
  expect(renamed.products[0]?.terms.has('pan')).toBe(true);
  expect(indexCatalogue([mug, kettle]).products.map(({ product }) => product.sku)).toEqual(['B', 'A']);
  expect(indexCatalogue([mug]).products).toHaveLength(1);
});
