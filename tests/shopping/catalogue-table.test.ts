import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseBusinessFiles } from '@ambit/core/business/parse-business-files';
import { readBusinessFolder } from '@ambit/server/business-files/read-business-folder';
import { findProducts, readCatalogue } from '@ambit/server/db/catalogue';
import { migrate, readAppliedMigrations } from '@ambit/server/db/migrate';
import { importBusiness } from '@ambit/server/pipeline/import-business';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let made: TestDatabase;
beforeEach(async () => {
  made = await createTestDatabase();
});
afterEach(() => made.drop());

test("the catalogue is published with its business, as its files have it, and found by the shop's number or Meta's", async () => {
  const files = await readBusinessFolder('businesses/shop');
  const json = `[{ "sku": "J-1", "name": { "en": "Lantern", "es": "Farol" }, "price": 18.5, "stock": 3,
    "retailerId": "meta-9", "pageUrl": "https://harbour-outfitters.example/j-1" }]`;
  const withJson = new Map([...files, ['data/catalogue.json', json]]);
  await importBusiness(made.database, 'businesses/shop', withJson);
  const parsed = parseBusinessFiles(withJson);
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  expect(plain(await readCatalogue(made.database))).toEqual(
    parsed.kind === 'parsed' ? plain(parsed.tables.catalogue) : parsed,
  );
  const found = await findProducts(made.database, ['te-700', 'meta-9', 'X-0']);
  expect(found.map(({ sku }) => sku)).toEqual(['TE-700', 'J-1']);
});

test('a catalogue of an older version is kept when the schema moves on', async () => {
  const known = (await readAppliedMigrations(made.database)).filter(({ number }) => number < 8);
  await made.database.query({ text: 'drop schema public cascade' });
  await made.database.query({ text: 'create schema public' });
  await migrate(made.database, known);
  await made.database.query({
    text: `insert into business_versions (content, content_hash)
           values ('{"currency":"JPY","languages":["ja","en"]}', '')`,
  });
  await made.database.query({
    text: `insert into catalogue (sku, record) values
             ('A', '{"sku":"A","name":"Tea","price":1200,"sizes":["S","L"],"stock":4,"description":"Green"}'),
             ('B', '{"sku":"B","name":"Cup","price":300,"sizes":[]}')`,
  });
  await migrate(made.database);
  expect(await readCatalogue(made.database)).toEqual([
    {
      sku: 'A',
      names: { ja: 'Tea' },
      descriptions: { ja: 'Green' },
      keywords: {},
      attributes: { size: ['S', 'L'] },
      priceMinor: 1200,
      currency: 'JPY',
      stock: 4,
    },
    {
      sku: 'B',
      names: { ja: 'Cup' },
      descriptions: {},
      keywords: {},
      attributes: {},
      priceMinor: 300,
      currency: 'JPY',
    },
  ]);
});
