import { expect, test } from 'vitest';
import { readBasket } from './read-basket.ts';

const shop = [
  { sku: 'HP-01', names: ['Starsound headphones', '星声降噪耳机', 'bluetooth headphones'] },
  { sku: 'HP-02', names: ['Starsound Light headphones', '星声轻便耳机', 'bluetooth headphones'] },
  { sku: 'CB-01', names: ['Braided cable', '编织数据线', 'kabel'] },
  { sku: 'SP-01', names: ['Planet speaker', '小行星蓝牙音箱', 'alto falante'] },
];
const basket = [
  { sku: 'HP-01', quantity: 2 },
  { sku: 'CB-01', quantity: 1 },
];

test.each([
  ['make it three cables', 'en', [2, 3]],
  ['only one headphones please', 'en', [1, 1]],
  ['remove the headphones', 'en', [0, 1]],
  ["I don't want the cable anymore", 'en', [2, 0]],
  ['remove one of the headphones', 'en', [1, 1]],
  ['remove the headphones and the cable', 'en', [0, 0]],
  ['take everything out, remove everything', 'en', [0, 0]],
  ['make it three', 'en', [2, 3]],
  ['another one', 'en', [2, 2]],
  ['two more', 'en', [2, 3]],
  ['kabelnya jadi 3 aja', 'id', [2, 3]],
  ['eh kabelnya tiga', 'id', [2, 3]],
  ['no, 3 cables', 'en', [2, 3]],
  ['hapus kabelnya', 'id', [2, 0]],
  ['quita los headphones', 'es', [0, 1]],
  ['headphones hata do', 'hi-Latn', [0, 1]],
  ['数据线不要了', 'zh', [2, 0]],
  ['数据线改成三根', 'zh', [2, 3]],
])('what is there already is changed: %s', (text, language, quantities) => {
  const { lines, wanted, changed } = readBasket(text, shop, basket, language);
  expect(['HP-01', 'CB-01'].map((sku) => lines.find((line) => line.sku === sku)?.quantity ?? 0)).toEqual(
    quantities,
  );
  expect(wanted).toEqual({ lines: [], which: [], unread: [] });
  expect(changed).toBe(true);
});

test.each([
  ['remove the headphones and add two speakers', 'en'],
  ['耳机不要了,换成两个音箱', 'zh'],
])('one thing is taken for another: %s', (text, language) => {
  const { lines, wanted } = readBasket(text, shop, basket, language);
  expect(lines).toEqual([{ sku: 'CB-01', quantity: 1 }]);
  expect(wanted.lines).toEqual([{ sku: 'SP-01', quantity: 2 }]);
});

test.each([
  ['how much is it all together?', 'en'],
  ["what's the total", 'en'],
  ['total berapa kak?', 'id'],
  ['一共多少钱', 'zh'],
  ['combien ça fait en tout ?', 'fr'],
])('the sum is asked for: %s', (text, language) => {
  expect(readBasket(text, shop, basket, language)).toMatchObject({ lines: basket, shown: true });
});

test.each([
  ['and a Planet speaker', 'en'],
  ['add a planet speaker', 'en'],
  ['tambah 1 planet speaker', 'id'],
  ['再加一个小行星蓝牙音箱', 'zh'],
])('what is new is an order like any other: %s', (text, language) => {
  const { lines, wanted, changed } = readBasket(text, shop, basket, language);
  expect(lines).toEqual(basket);
  expect(wanted.lines).toEqual([{ sku: 'SP-01', quantity: 1 }]);
  expect(changed).toBe(false);
});

test('nothing is taken out of an empty basket', () => {
  expect(readBasket('remove the headphones', shop, [], 'en').lines).toEqual([]);
});

test('a part of a Chinese name will do', () => {
  expect(readBasket('轻便耳机', shop, [], 'zh').wanted.lines).toEqual([{ sku: 'HP-02', quantity: 1 }]);
  expect(readBasket('耳机', shop, [], 'zh').wanted.which).toEqual([
    { skus: ['HP-01', 'HP-02'], quantity: 1, said: '耳机' },
  ]);
});
