import { expect, test } from 'vitest';
import { readsAsOrder } from './reads-as-order.ts';

const sold = [
  { sku: 'ST', names: ['Chicken satay', 'Sate ayam', '鸡肉沙爹'] },
  { sku: 'FS', names: ['Fish satay', 'Sate lilit', '鱼肉沙爹'] },
  { sku: 'NG', names: ['Senja fried rice', 'Nasi goreng senja', '晚霞炒饭'] },
  { sku: 'PI', names: ['Iced green banana', 'Es pisang ijo', '绿蕉冰'] },
  { sku: 'SP', names: ['Planet speaker', '小行星蓝牙音箱', 'altavoz planeta', 'enceinte planète'] },
  { sku: 'CB', names: ['Braided cable', '编织数据线', '数据线'] },
];

test.each([
  ['3 chicken satay and a fried rice please', 'en'],
  ['I would like 1 fish satay delivered', 'en'],
  ['hi, two chicken satays to go thanks', 'en'],
  ['es pisang ijo 3 ya kak', 'id'],
  ['mau pesan sate ayam dua porsi dong', 'id'],
  ['我想买三个小行星音箱和两根数据线', 'zh'],
  ['来两份鸡肉沙爹', 'zh'],
  ['quiero dos altavoz planeta por favor', 'es'],
  ['je voudrais deux enceinte planète svp', 'fr'],
  ['mujhe do chicken satay chahiye', 'hi-Latn'],
  ['मुझे दो chicken satay चाहिए', 'hi'],
  ['أريد 2 chicken satay لو سمحت', 'ar'],
  ['quero 2 chicken satay por favor', 'pt'],
])('asks for so many of what is sold, and nothing else: %s', (text, language) => {
  expect(readsAsOrder(text, sold, language)).toBe(0);
});

test.each([
  ['how do I cook 2 chicken satay at home', 'en'],
  ['write me a poem about 2 planet speakers', 'en'],
  ['translate 3 chicken satay to French', 'en'],
  ['教我做两份鸡肉沙爹', 'zh'],
])('something else is wanted: %s', (text, language) => {
  expect(readsAsOrder(text, sold, language)).toBeGreaterThan(0);
});

test.each([
  ['is the chicken satay spicy?', 'en'],
  ['2 tickets to Bali', 'en'],
  ['what is 2 + 2', 'en'],
  ['do you have a planet speaker', 'en'],
])('nothing that is sold is counted: %s', (text, language) => {
  expect(readsAsOrder(text, sold, language)).toBeUndefined();
});
