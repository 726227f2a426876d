import { afterEach, beforeEach, expect, test } from 'vitest';
import { FindProductsOutput } from '@ambit/core/catalogue/catalogue-tools';
import { readBusinessFolder } from '@ambit/server/business-files/read-business-folder';
import { importBusiness } from '@ambit/server/pipeline/import-business';
import { createCatalogueTools } from '@ambit/server/tools/catalogue-tools';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let made: TestDatabase;
beforeEach(async () => {
  made = await createTestDatabase();
  const files = await readBusinessFolder('businesses/shop');
  await importBusiness(made.database, 'businesses/shop', files);
});
afterEach(() => made.drop());

async function call(name: string, input: Readonly<Record<string, string>>): Promise<unknown> {
  const tools = createCatalogueTools({
    database: made.database,
    business: () => Promise.resolve({ currency: 'USD' }),
  });
  const tool = tools.find((each) => each.name === name);
  const asker = { contactId: 'ana' };
  const outcome = await tool?.call(input, 'key', AbortSignal.timeout(5_000), asker);
  return outcome?.kind === 'answered' ? outcome.output : outcome;
}

test('a request finds products of the table, and a second one carries the search on', async () => {
  const found = await call('find-products', { said: 'a jacket under $150', language: 'en' });
  expect(found).toMatchObject({ kind: 'products', understood: 'jacket · up to $150' });
  const former = FindProductsOutput.parse(found).search;
  expect(await call('find-products', { said: 'down', former, language: 'en' })).toMatchObject({
    understood: 'jacket down · up to $150',
  });
});

test('price and stock are those of the table at the moment, whatever was shown before', async () => {
  expect(await call('check-stock', { product: 'te-700', language: 'es' })).toMatchObject({
    kind: 'in-stock',
    product: { stock: 6, stockText: 'disponible' },
  });
  await made.database.query({
    text: "update catalogue set stock = 0, price_minor = 29950 where sku = 'TE-700'",
  });
  expect(await call('check-stock', { product: 'TE-700', language: 'en' })).toMatchObject({
    kind: 'sold-out',
    product: { priceText: '$299.50', stockText: 'sold out' },
  });
});

test('a product is shown by its name, and what there is not is not found', async () => {
  expect(await call('show-product', { product: 'Harbour beanie', language: 'en' })).toMatchObject({
    kind: 'product',
    product: { sku: 'HT-010' },
  });
  expect(await call('show-product', { product: 'a kayak', language: 'en' })).toEqual({ kind: 'not-found' });
});
