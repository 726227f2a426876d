import { expect, test } from 'vitest';
import { placeIn } from './place-words.ts';

test.each([
  ['2', 1],
  ['number 2', 1],
  ['#2', 1],
  ['2nd', 1],
  ['the second one', 1],
  ["I'll take the second one, please", 1],
  ['the last one', 3],
  ['el segundo', 1],
  ['la segunda por favor', 1],
  ['quiero la última', 3],
  ['o segundo', 1],
  ['a última', 3],
  ['le deuxième', 1],
  ['la 2e', 1],
  ['je prends le premier', 0],
  ['yang kedua', 1],
  ['yang terakhir aja', 3],
  ['nomor 2', 1],
  ['दूसरा वाला', 1],
  ['२', 1],
  ['dusra wala', 1],
  ['aakhri wala', 3],
  ['الثاني', 1],
  ['رقم ٢', 1],
  ['第二个', 1],
  ['我要第二个', 1],
  ['第2个', 1],
  ['最后一个', 3],
  ['the first one, how do I buy it?', 0],
  ['how can I buy the second?', 1],
  ["I'd like to buy the last one", 3],
  ['el segundo, ¿cómo lo compro?', 1],
  ['quero comprar o primeiro', 0],
  ["le premier, comment l'acheter ?", 0],
  ['yang kedua, gimana belinya?', 1],
  ['पहला वाला कैसे खरीदूं', 0],
  ['pehla wala kaise kharidu', 0],
  ['الأول، كيف أشتريه؟', 0],
  ['第二个怎么买？', 1],
])('"%s" is place %i of four', (text, place) => {
  expect(placeIn(text, 4)).toBe(place);
});

test.each([
  '5',
  'how do I buy it?',
  'second hand',
  'the first aid kit',
  'last week',
  'cheaper',
  '',
  'one',
  '200 euros',
])('"%s" names no place of four', (text) => {
  expect(placeIn(text, 4)).toBeUndefined();
});
