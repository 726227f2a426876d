import { expect, test } from 'vitest';
import type { FileProblem } from '../business/file-problem.ts';
import { describeProblem } from '../business/describe-problem.ts';
import { tableFilesOf } from '../business/table-files.ts';
import { readCatalogue } from './read-catalogue.ts';

const defaults = { currency: 'USD', language: 'en', linkHosts: ['x.example'] };

function read(files: Readonly<Record<string, string>>) {
  const problems: FileProblem[] = [];
  const products = readCatalogue(tableFilesOf(new Map(Object.entries(files))), defaults, problems);
  return { products, problems: problems.map((problem) => describeProblem(problem)) };
}

test('a table of products is read with its languages, lists and attributes', () => {
  const { products, problems } = read({
    'data/catalogue.csv': [
      'sku,name,name_es,description,price,category,brand,colours,sizes,attribute_material,weight_grams,stock,image_url,page_url,retailer_id,keywords,keywords_es',
      'H-1,Headphones,Audífonos,Over-ear,89.50,audio,Sonora,black; navy blue,S/M M/L,aluminium|leather,250,4,https://x.example/h1.jpg,https://x.example/h1,meta-1,headset;cans,cascos',
    ].join('\n'),
  });
  expect(problems).toEqual([]);
  expect(products).toEqual([
    {
      sku: 'H-1',
      names: { en: 'Headphones', es: 'Audífonos' },
      descriptions: { en: 'Over-ear' },
      keywords: { en: ['headset', 'cans'], es: ['cascos'] },
      category: 'audio',
      brand: 'Sonora',
      attributes: {
        colour: ['black', 'navy blue'],
        size: ['S/M', 'M/L'],
        material: ['aluminium', 'leather'],
      },
      weightGrams: 250,
      priceMinor: 8950,
      currency: 'USD',
      stock: 4,
      imageUrl: 'https://x.example/h1.jpg',
      pageUrl: 'https://x.example/h1',
      retailerId: 'meta-1',
    },
  ]);
});

test('a product may be priced in a currency of its own, in its minor unit', () => {
  const { products } = read({
    'data/catalogue.csv': 'sku,name,price,currency\nA,Tea,1200,JPY\nB,Dates,2.125,KWD\nC,Cup,3.10,\n',
  });
  expect(products.map(({ priceMinor, currency }) => [priceMinor, currency])).toEqual([
    [1200, 'JPY'],
    [2125, 'KWD'],
    [310, 'USD'],
  ]);
});

test('a list of products in JSON says the same', () => {
  const { products, problems } = read({
    'data/catalogue.json': `[
\t{ "sku": "H-1", "name": { "en": "Headphones", "es": "Audífonos" }, "price": 89.5, "stock": 0,
\t  "keywords": ["headset"], "attributes": { "colour": ["black"] } },
  { "sku": "H-2", "name": "Speaker", "price": 1200, "currency": "JPY", "keywords": { "es": ["altavoz"] } }
]`,
  });
  expect(problems).toEqual([]);
  expect(products).toEqual([
    expect.objectContaining({
      sku: 'H-1',
      names: { en: 'Headphones', es: 'Audífonos' },
      keywords: { en: ['headset'] },
      priceMinor: 8950,
      stock: 0,
    }),
    expect.objectContaining({
      names: { en: 'Speaker' },
      keywords: { es: ['altavoz'] },
      priceMinor: 1200,
      currency: 'JPY',
    }),
  ]);
});

const csv = 'sku,name,price\nA,Tea,1.20\n';
const faults: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'a price with a sign',
    { 'data/catalogue.csv': 'sku,name,price\nA,Tea,$1\n' },
    'data/catalogue.csv:2 price: "$1" is not an amount — write digits with a decimal point such as 1234.50, no currency sign',
  ],
  [
    'a price finer than its currency',
    { 'data/catalogue.csv': 'sku,name,price\nA,Tea,1.205\n' },
    'data/catalogue.csv:2 price: 1.205 is finer than USD is paid in — round the price',
  ],
  [
    'a mistyped column',
    { 'data/catalogue.csv': 'sku,name,price,colour\nA,Tea,1,red\n' },
    'data/catalogue.csv:1 colour: there is no such column — did you mean "colours"?',
  ],
  [
    'an address that is none',
    { 'data/catalogue.csv': 'sku,name,price,page_url\nA,Tea,1,shop/tea\n' },
    'data/catalogue.csv:2 page_url: "shop/tea" cannot be used — write a web address such as https://example.com/p/1',
  ],
  [
    'a page that is not the business’s',
    { 'data/catalogue.csv': 'sku,name,price,page_url\nA,Tea,1,https://other.example/tea\n' },
    'data/catalogue.csv:2 page_url: "https://other.example/tea" leads to where links may not lead — write https and a host of the business',
  ],
  [
    'a number that two files have',
    { 'data/catalogue.csv': csv, 'data/catalogue.json': '[{"sku":"a","name":"Tea","price":1}]' },
    'data/catalogue.json:1 [0].sku: "A" is already at data/catalogue.csv:2 — give each product its own, or delete one',
  ],
  [
    'a negative price in JSON',
    { 'data/catalogue.json': '[\n {"sku":"a","name":"Tea",\n "price":-1}\n]' },
    'data/catalogue.json:3 [0].price: -1 is too small — give at least 0',
  ],
  [
    'a field nobody knows in JSON',
    { 'data/catalogue.json': '[{"sku":"a","name":"Tea","price":1,"colour":"red"}]' },
    'data/catalogue.json:1 [0].colour: there is no such field — use one of:',
  ],
  [
    'JSON that breaks off',
    { 'data/catalogue.json': '[{"sku":"a",' },
    'data/catalogue.json:1: this is not valid JSON',
  ],
  [
    'a name that is no text',
    { 'data/catalogue.json': '[{"sku":"a","name":7,"price":1}]' },
    'data/catalogue.json:1 [0].name: this is 7 — write entries of its own, indented below it instead',
  ],
];

test.each(faults)('%s is said with its place and its remedy', (_what, files, expected) => {
  const [problem] = read(files).problems;
  expect(problem).toContain(expected);
});
