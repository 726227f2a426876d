import { expect, test } from 'vitest';
import { readBudget } from './read-budget.ts';

const cases: readonly (readonly [string, string, string, string])[] = [
  ['Bluetooth headphones under $300', 'en', 'USD', 'USD –300'],
  ['headphones $300', 'en', 'USD', 'USD –300'],
  ['a tent for 4 people', 'en', 'USD', '–'],
  ['boots in size 11', 'en', 'USD', '–'],
  ['iphone 13 cases', 'en', 'USD', '–'],
  ['compare the 45l and 65l backpacks', 'en', 'USD', '–'],
  ['a gift for my dad, around 40 quid', 'en', 'USD', 'GBP 28–48'],
  ['between $80 and $120', 'en', 'USD', 'USD 80–120'],
  ['200-300', 'en', 'USD', 'USD 200–300'],
  ['no more than 1,500', 'en', 'USD', 'USD –1500'],
  ['more than 100', 'en', 'USD', 'USD 100–'],
  ['budget is 200 max', 'en', 'USD', 'USD –200'],
  ['something warm under two hundred bucks', 'en', 'USD', 'USD –200'],
  ['a warm jacket, nothing over two hundred bucks', 'en', 'USD', 'USD –200'],
  ['una bocina q no pase de cien', 'es', 'USD', 'USD –100'],
  ['tengo como doscientos dolares', 'es', 'USD', 'USD –200'],
  ['dans les soixante euros', 'fr', 'EUR', 'EUR 42–72'],
  ['uns cento e cinquenta no maximo', 'pt', 'EUR', 'EUR 105–180'],
  ['jgn lebih dari dua ratus dolar', 'id', 'USD', 'USD –200'],
  ['budget seratus dolaran', 'id', 'USD', 'USD –100'],
  ['सौ से कम', 'hi', 'USD', 'USD –100'],
  ['sau ke andar', 'hi-Latn', 'USD', 'USD –100'],
  ['do sau rupaye tak', 'hi-Latn', 'INR', 'INR –200'],
  ['ما يتعدى ألف ريال', 'ar', 'SAR', 'SAR –1000'],
  ['三百块以内', 'zh', 'SGD', 'SGD –300'],
  ['300元以内', 'zh', 'SGD', 'SGD –300'],
  ['三百人民币以内', 'zh', 'SGD', 'CNY –300'],
  ['200 dollars max', 'en', 'SGD', 'SGD –200'],
  ['under US$200', 'en', 'SGD', 'USD –200'],
  ['my budget is like 1 5 0', 'en', 'USD', 'USD –150'],
  ['auriculares por menos de cien dólares', 'es', 'USD', 'USD –100'],
  ['headphone di bawah lima ratus ribu', 'id', 'IDR', 'IDR –500000'],
  ['paanch sau se kam ka charger', 'hi-Latn', 'INR', 'INR –500'],
  ['a good phone under 20k', 'en', 'INR', 'INR –20000'],
  ['size 10 boots under 150', 'en', 'USD', 'USD –150'],
  ['audífonos negros de menos de 100', 'es', 'MXN', 'MXN –100'],
  ['unos 800 pesos', 'es', 'MXN', 'MXN 560–960'],
  ['entre 500 y 900 pesos', 'es', 'MXN', 'MXN 500–900'],
  ['máximo 200 euros', 'es', 'MXN', 'EUR –200'],
  ['hay tenis del 30?', 'es', 'MXN', '–'],
  ['algo até 100 pra adolescente', 'pt', 'BRL', 'BRL –100'],
  ['de 2 mil reais', 'pt', 'USD', 'BRL –2000'],
  ["un casque jusqu'à 50 €", 'fr', 'EUR', 'EUR –50'],
  ['moins de 1 500 euros', 'fr', 'USD', 'EUR –1500'],
  ['headphone di bawah 2 juta', 'id', 'IDR', 'IDR –2000000'],
  ['hp 2 jutaan', 'id', 'IDR', 'IDR –2000000'],
  ['parfum under 150k', 'id', 'IDR', 'IDR –150000'],
  ['antara 200 ribu sampai 500 ribu', 'id', 'IDR', 'IDR 200000–500000'],
  ['कोई अच्छा सा फोन बताओ 15000 तक', 'hi', 'INR', 'INR –15000'],
  ['५०० रुपये के अंदर', 'hi', 'USD', 'INR –500'],
  ['100 डॉलर तक', 'hi', 'INR', 'USD –100'],
  ['5000 ke andar mixer dikhao', 'hi-Latn', 'INR', 'INR –5000'],
  ['3 hajar tak ho to badhiya', 'hi-Latn', 'INR', 'INR –3000'],
  ['2 logo ke liye tent', 'hi-Latn', 'INR', '–'],
  ['خلاط تحت ٢٠٠٠ جنيه', 'ar', 'SAR', 'EGP –2000'],
  ['جوال بحدود ١٠٠٠ ريال', 'ar', 'SAR', 'SAR 700–1200'],
  ['هدية لبنت عمرها ١٠ سنين', 'ar', 'SAR', '–'],
  ['蓝牙耳机 300以内', 'zh', 'CNY', 'CNY –300'],
  ['预算300 有啥好的', 'zh', 'CNY', 'CNY –300'],
  ['两千左右拍照好的手机', 'zh', 'CNY', 'CNY 1400–2400'],
  ['200到300元的背包', 'zh', 'CNY', 'CNY 200–300'],
  ['15寸电脑', 'zh', 'CNY', '–'],
];

test.each(cases)('"%s" (%s, %s) may cost %s', (text, language, currency, expected) => {
  const { budget } = readBudget(text, language, { currency, asked: false });
  const major = (minor: number | undefined): string => (minor === undefined ? '' : String(minor / 100));
  const shown = budget === undefined ? '–' : `${budget.currency} ${major(budget.from)}–${major(budget.to)}`;
  expect(shown).toBe(expected);
});

test('a bare number is a budget once a budget was asked for', () => {
  const { budget } = readBudget('150', 'en', { currency: 'USD', asked: true });
  expect(budget).toEqual({ currency: 'USD', to: 15_000 });
});
