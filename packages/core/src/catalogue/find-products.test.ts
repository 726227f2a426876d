import { expect, test } from 'vitest';
import { FindProductsInput, type FindProductsOutput } from './catalogue-tools.ts';
import { findProducts } from './find-products.ts';
import { indexCatalogue } from './index-catalogue.ts';
import { Product } from './product.ts';

const product = (sku: string, name: string, price: number, more: Partial<Product> = {}): Product =>
  Product.parse({ sku, names: { en: name }, priceMinor: price * 100, currency: 'USD', stock: 9, ...more });

const black = { colour: ['black'] };
const shop = indexCatalogue([
  product('HP-1', 'Sonora Air wireless headphones', 249, {
    brand: 'Sonora',
    attributes: { colour: ['black', 'white'], connection: ['bluetooth'] },
    weightGrams: 260,
  }),
  product('HP-2', 'Tidal One bluetooth headphones', 89, {
    brand: 'Tidal',
    attributes: { ...black, connection: ['bluetooth'] },
    weightGrams: 190,
  }),
  product('HP-3', 'Tidal Pro studio headphones', 379, { brand: 'Tidal', attributes: { colour: ['red'] } }),
  product('HP-4', 'Kite bluetooth earphones', 39, {
    brand: 'Kite',
    stock: 0,
    attributes: { colour: ['blue'], connection: ['bluetooth'] },
  }),
  product('SP-1', 'Kite bluetooth speaker', 59, {
    brand: 'Kite',
    attributes: { ...black, connection: ['bluetooth'] },
  }),
  product('BP-22', 'Day pack 22 l', 119, {
    attributes: { capacity: ['22 l'], colour: ['green'] },
    descriptions: { en: 'Roll top, laptop sleeve' },
    stock: 2,
  }),
  product('BP-45', 'Trekking pack 45 l', 189, { attributes: { capacity: ['45 l'], colour: ['navy blue'] } }),
  product('BO-1', 'Cliff leather boots', 136, { attributes: { size: ['9', '10', '11'], colour: ['brown'] } }),
]);

function ask(
  said: string,
  language = 'en',
  former?: FindProductsOutput,
  currency = 'USD',
): FindProductsOutput {
  const input = FindProductsInput.parse({ said, language, former: former?.search });
  return findProducts(shop, input, { currency, atMeta: new Set() });
}

function skus(output: FindProductsOutput): string {
  const found = 'products' in output ? output.products.map(({ sku }) => sku).join(' ') : '';
  return `${output.kind}${output.kind === 'near' ? `/${output.missed}` : ''}: ${found}`;
}

const requests: readonly (readonly [string, string, string])[] = [
  ['Bluetooth headphones under $300', 'en', 'products: HP-2 HP-1 HP-4'],
  ['blutooth hedphones below 100 dollars', 'en', 'products: HP-2 HP-4'],
  ['black headphones', 'en', 'products: HP-1 HP-2'],
  ['headphones but not black', 'en', 'products: HP-1 HP-3 HP-4'],
  ['Sonora headphones', 'en', 'products: HP-1'],
  ['a backpack of 45 l', 'en', 'products: BP-45'],
  ['boots in size 11', 'en', 'products: BO-1'],
  ['the cheapest speaker', 'en', 'products: SP-1'],
  ['a backpack', 'en', 'products: BP-22 BP-45'],
  ['do you sell laptops?', 'en', 'nothing: '],
  ['a boat', 'en', 'nothing: '],
  ['kayak paddles', 'en', 'nothing: '],
  ['help me choose please', 'en', 'unclear: '],
  ['audífonos negros de menos de 100', 'es', 'products: HP-2'],
  ['una mochila azul', 'es', 'products: BP-45'],
  ['fone bluetooth até 100', 'pt', 'products: HP-2 HP-4'],
  ['un casque sans fil noir', 'fr', 'products: HP-1 HP-2'],
  ['des bottes en cuir', 'fr', 'products: BO-1'],
  ['headphone hitam di bawah 100 dolar', 'id', 'products: HP-2'],
  ['काले हेडफ़ोन 100 तक', 'hi', 'products: HP-2'],
  ['100 dollar ke andar kale headphone', 'hi-Latn', 'products: HP-2'],
  ['سماعات بلوتوث سوداء تحت ١٠٠', 'ar', 'products: HP-2'],
  ['蓝牙耳机 300以内', 'zh', 'products: HP-2 HP-1 HP-4'],
  ['黑色的耳机', 'zh', 'products: HP-1 HP-2'],
  ['headphones under 20', 'en', 'near/budget: HP-2 HP-1 HP-3'],
  ['green headphones', 'en', 'near/colour: HP-1 HP-2 HP-3'],
  ['Kite headphones', 'en', 'near/stock: HP-4'],
  ['headphones under 100 euros', 'en', 'other-currency: '],
];

test.each(requests)('"%s" (%s) finds %s', (said, language, expected) => {
  expect(skus(ask(said, language))).toBe(expected);
});

test('what was understood is said back in the language of the customer', () => {
  const understood = (said: string, language: string): string => {
    const output = ask(said, language);
    return 'understood' in output ? output.understood : '';
  };
  expect(understood('black bluetooth headphones under $300', 'en')).toBe(
    'bluetooth headphones · black · up to $300',
  );
  expect(understood('mochilas azules de menos de 200', 'es')).toBe('mochilas · azul · hasta 200\u00a0$');
  expect(understood('unos Audífonos geniales', 'es')).toBe('Audífonos');
  expect(understood('una guitarra', 'es')).toBe('guitarra');
  expect(understood('蓝牙耳机 300以内', 'zh')).toBe('蓝牙耳机 · $300以内');
});

test('a search is carried on: cheaper, in black, another brand, something else, another kind', () => {
  const first = ask('bluetooth headphones under 300');
  expect(skus(first)).toBe('products: HP-2 HP-1 HP-4');
  const white = ask('in white', 'en', first);
  expect(skus(white)).toBe('products: HP-1');
  const cheaper = ask('cheaper', 'en', white);
  expect(skus(cheaper)).toBe('near/cheaper: HP-1');
  const anyColour = ask('any colour, cheaper', 'en', white);
  expect(skus(anyColour)).toBe('products: HP-2 HP-4');
  expect(skus(ask('another brand', 'en', first))).toBe('near/brand: HP-2 HP-1 HP-4');
  expect(skus(ask('something else', 'en', first))).toMatch(/^near\/shown-all/);
  expect(skus(ask('and backpacks?', 'en', first))).toBe('products: BP-22 BP-45');
  const packs = ask('backpacks');
  expect(skus(ask('bigger', 'en', ask('under 150', 'en', packs)))).toBe('near/budget: BP-45');
});

test('a bare number corrects a budget that was given', () => {
  const first = ask('headphones under 50');
  expect(skus(ask('make it 100', 'en', first))).toBe('products: HP-2 HP-4');
});

test('a wish to pay less that nothing meets shows the cheapest, and says so', () => {
  const cheapest = ask('backpacks under 150');
  expect(skus(cheapest)).toBe('products: BP-22');
  expect(skus(ask('más barato', 'es', cheapest))).toBe('near/cheaper: BP-22');
});

test('what is shown has price and stock as the catalogue has them', () => {
  const output = ask('day pack');
  expect(output.kind === 'products' ? output.products[0] : output).toEqual({
    sku: 'BP-22',
    name: 'Day pack 22 l',
    description: 'Roll top, laptop sleeve',
    price: { amount: 119, currency: 'USD' },
    priceText: '$119',
    available: true,
    stock: 2,
    stockText: 'only 2 left',
    colours: 'green',
    line: '$119 · only 2 left',
  });
});

test('a question about the product that was chosen is no new search', () => {
  const former = ask('bluetooth headphones');
  const about = (said: string): string => {
    const input = FindProductsInput.parse({ said, language: 'en', former: former.search, about: 'HP-1' });
    const output = findProducts(shop, input, { currency: 'USD', atMeta: new Set() });
    return output.kind === 'about' ? `about ${output.product.sku}` : skus(output);
  };
  expect(about('is it in stock?')).toBe('about HP-1');
  expect(about('does it come in white?')).toBe('about HP-1');
  expect(about('how much is it')).toBe('about HP-1');
  expect(about('in red?')).toBe('near/colour: HP-2 HP-1 HP-4');
  expect(about('something cheaper')).toBe('products: HP-2 HP-4');
  expect(about('boots')).toBe('products: BO-1');
});

test('a former search that cannot be read is no search', () => {
  const input = FindProductsInput.parse({ said: 'a tent', former: '{"criteria":7' });
  expect(findProducts(shop, input, { currency: 'USD', atMeta: new Set() }).kind).toBe('nothing');
});

test('what stands first is the most of it, of all that fits', () => {
  const first = ask('bluetooth headphones');
  expect(skus(ask('the cheapest one', 'en', first))).toBe('products: HP-2 HP-1 HP-4');
  expect(skus(ask('the most expensive', 'en', first))).toBe('products: HP-1 HP-2 HP-4');
  expect(skus(ask('el más ligero', 'es', first))).toBe('products: HP-2 HP-1 HP-4');
  expect(skus(ask('the biggest one', 'en', ask('a pack')))).toBe('products: BP-45 BP-22');
});

test.each([
  ['compare the first two', 'en', 'compared: HP-2 HP-1'],
  ["what's the difference between 1 and 3?", 'en', 'compared: HP-2 HP-4'],
  ['¿cuál es la diferencia?', 'es', 'compared: HP-2 HP-1 HP-4'],
  ['两个有什么区别', 'zh', 'compared: HP-2 HP-1 HP-4'],
])('what was shown is set beside each other: %s', (said, language, found) => {
  expect(skus(ask(said, language, ask('bluetooth headphones')))).toBe(found);
});

test('a size that there is none of is said to be missing, and is asked for no longer', () => {
  const first = ask('leather boots');
  const missed = ask('do you have it in size 42?', 'en', first);
  expect(skus(missed)).toBe('near/size: BO-1');
  expect(skus(ask('in brown', 'en', missed))).toBe('products: BO-1');
});

test('what nothing can be looked for by leaves what was shown', () => {
  expect(skus(ask('is it for you', 'en', ask('leather boots')))).toBe('unclear: BO-1');
  expect(skus(ask('hello'))).toBe('unclear: ');
});
