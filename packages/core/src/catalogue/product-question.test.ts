import { expect, test } from 'vitest';
import { Product } from './product.ts';
import { propertyAsked, propertyTold } from './product-question.ts';

const jacket = Product.parse({
  sku: 'RJ',
  names: { en: 'Tideline rain jacket' },
  descriptions: { en: 'Three-layer rain jacket, taped seams, adjustable hood', es: 'Chaqueta de tres capas' },
  attributes: { features: ['waterproof', 'hood'], size: ['S', 'M'], material: ['nylon'] },
  weightGrams: 480,
  priceMinor: 18_900,
  currency: 'USD',
});
const earbuds = Product.parse({
  sku: 'EB',
  names: { zh: '流星真无线耳塞', en: 'Meteor earbuds' },
  descriptions: { zh: '真无线,充电盒续航 24 小时', en: 'True wireless, 24 hours with the case' },
  attributes: { features: ['蓝牙'] },
  priceMinor: 12_900,
  currency: 'SGD',
});

test.each([
  ['how heavy is it', 'en', '480 g'],
  ['¿cuánto pesa?', 'es', '480 g'],
  ['quanto pesa?', 'pt', '480 g'],
  ['il pèse combien ?', 'fr', '480 g'],
  ['beratnya berapa?', 'id', '480 g'],
  ['इसका वजन कितना है?', 'hi', '480 g'],
  ['wazan kitna hai', 'hi-Latn', '480 g'],
  ['كم وزنها؟', 'ar', '480 g'],
  ['多重?', 'zh', '480 g'],
  ['is it waterproof', 'en', '“waterproof”'],
  ['¿es impermeable?', 'es', '“waterproof”'],
  ['tahan air gak?', 'id', '“waterproof”'],
  ['does it have a hood?', 'en', '“Three-layer rain jacket, taped seams, adjustable hood”, “hood”'],
  ['what is it made of', 'en', '“nylon”'],
])('what the catalogue says is told: %s', (said, language, answer) => {
  const property = propertyAsked(said);
  expect(property === undefined ? 'no question' : propertyTold(jacket, property, { said, language })).toBe(
    answer,
  );
});

test.each([
  ['does it come with a charger?', 'en'],
  ['¿trae cargador?', 'es'],
  ['dapat charger gak kak?', 'id'],
  ['शार्जर साथ में मिलेगा क्या?', 'hi'],
  ['带充电器吗?', 'zh'],
  ['is it waterproof?', 'en'],
  ['how heavy is it?', 'en'],
  ['does it work with an iphone', 'en'],
])('what the catalogue does not say is not guessed: %s', (said, language) => {
  const property = propertyAsked(said);
  const told = property === undefined ? 'no question' : propertyTold(earbuds, property, { said, language });
  expect(told).toBeUndefined();
});

test('hours of battery are quoted in the language that is spoken', () => {
  expect(propertyTold(earbuds, 'battery', { said: '续航多久', language: 'zh' })).toBe(
    '“真无线,充电盒续航 24 小时”',
  );
});

test.each([
  'do you have waterproof ones?',
  'something lighter',
  'cheaper',
  'is there a warranty?',
  'show me wireless headphones',
])('other wishes are no question about it: %s', (said) => {
  expect(propertyAsked(said)).toBeUndefined();
});
