import { expect, test } from 'vitest';
import { readBasket } from './read-basket.ts';
import { merged } from './wanted-line.ts';

const menu = [
  {
    sku: 'V',
    names: [
      'Helado de vainilla',
      'Vanilla ice cream',
      'Sorvete de baunilha',
      'Glace à la vanille',
      'Es krim vanila',
      '香草冰淇淋',
      'آيس كريم فانيليا',
      'वनीला आइसक्रीम',
    ],
  },
  {
    sku: 'C',
    names: [
      'Helado de chocolate',
      'Chocolate ice cream',
      'Sorvete de chocolate',
      'Glace au chocolat',
      'Es krim coklat',
      '巧克力冰淇淋',
      'آيس كريم شوكولاتة',
      'चॉकलेट आइसक्रीम',
    ],
  },
  {
    sku: 'T',
    names: ['Té helado', 'Iced tea', 'Chá gelado', 'Thé glacé', 'Es teh', '冰茶', 'شاي مثلج', 'ठंडी चाय'],
  },
  {
    sku: 'K',
    names: [
      'Pastel de tres leches',
      'Tres leches cake',
      'Bolo de leite',
      'Gâteau',
      'Kue',
      '蛋糕',
      'كعكة',
      'केक',
    ],
  },
  {
    sku: 'P',
    names: [
      'Pay de queso',
      'Cheese pie',
      'Torta de queijo',
      'Tarte au fromage',
      'Pai keju',
      '馅饼',
      'فطيرة',
      'पाई',
    ],
  },
];

function after(text: string, language: string, basket: Readonly<Record<string, number>>) {
  const lines = Object.entries(basket).map(([sku, quantity]) => ({ sku, quantity }));
  const read = readBasket(text, menu, lines, language);
  const all = merged([...read.lines, ...read.wanted.lines]);
  return {
    ...Object.fromEntries(all.map(({ sku, quantity }) => [sku, quantity])),
    left: [...read.wanted.which, ...read.wanted.unread],
  };
}

test.each([
  ['3 de vainilla mejor y ya no de chocolate', 'es'],
  ['make it 3 vanilla instead and no more chocolate', 'en'],
  ['3 vanilla rather, no chocolate', 'en'],
  ['melhor 3 de baunilha e sem o de chocolate', 'pt'],
  ['plutôt 3 à la vanille et plus de chocolat', 'fr'],
  ['vanilanya 3 aja, coklatnya ga jadi', 'id'],
  ['वनीला तीन कर दो और चॉकलेट नहीं चाहिए', 'hi'],
  ['3 vanilla kar do aur chocolate nahi chahiye', 'hi-Latn'],
  ['خلي الفانيليا 3 وبلاش شوكولاتة', 'ar'],
  ['香草改成3个,巧克力不要了', 'zh'],
])('a new number counts what is there, and what is refused goes: %s', (text, language) => {
  expect(after(text, language, { V: 2, C: 1, T: 1 })).toEqual({ V: 3, T: 1, left: [] });
});

test.each([
  ['eh es tehnya dua aja', 'id', 2],
  ['还是3个冰茶吧', 'zh', 3],
])('a number that is only softened counts what is there: %s', (text, language, T) => {
  expect(after(text, language, { V: 2, T: 1 })).toEqual({ V: 2, T, left: [] });
});

test.each([
  ['No, el pastel no, mejor un pay', 'es'],
  ['mejor un pay en vez del pastel', 'es'],
  ['not the cake, a pie instead', 'en'],
  ['o bolo não, uma torta', 'pt'],
  ['pas le gâteau, plutôt une tarte', 'fr'],
  ['jangan kue, pai aja', 'id'],
  ['kuenya ganti pai keju', 'id'],
  ['केक नहीं, पाई दे दो', 'hi'],
  ['cake ki jagah pie', 'hi-Latn'],
  ['مش الكعكة، فطيرة بدلها', 'ar'],
  ['不是蛋糕,是馅饼', 'zh'],
])('what is refused goes, and what is named for it comes: %s', (text, language) => {
  expect(after(text, language, { T: 2, K: 1 })).toEqual({ T: 2, P: 1, left: [] });
});

test.each([
  ['and 2 pies', 'en', { T: 2, K: 1, P: 2 }],
  ['don’t forget the cake', 'en', { T: 2, K: 2 }],
  ['2 more iced teas', 'en', { T: 4, K: 1 }],
])('what is added beside it takes nothing out: %s', (text, language, basket) => {
  expect(after(text, language, { T: 2, K: 1 })).toMatchObject(basket);
});
