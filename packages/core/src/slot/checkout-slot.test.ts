import { expect, test } from 'vitest';
import { checkoutSlot } from './checkout-slot.ts';

const context = { at: 0, timeZone: 'UTC', country: 'US', currency: 'USD' };

test.each([
  ['en', "I'll pick it up, cash", { way: 'pick-up', payment: 'cash' }],
  [
    'es',
    'a domicilio a Calle Libertad 1420, 44160',
    { way: 'delivery', place: 'Calle Libertad 1420, 44160' },
  ],
  ['pt', 'dinheiro na entrega', { way: 'delivery', payment: 'cash' }],
  ['fr', 'livraison svp', { way: 'delivery' }],
  ['id', 'ambil sendiri aja, tf ya', { way: 'pick-up', payment: 'transfer' }],
  ['hi', 'खुद ले जाऊंगा', { way: 'pick-up' }],
  ['hi-Latn', 'cash on delivery', { way: 'delivery', payment: 'cash' }],
  ['ar', 'استلم من الفرع كاش', { way: 'pick-up', payment: 'cash' }],
  ['zh', '自己来拿,现金', { way: 'pick-up', payment: 'cash' }],
])('in %s, "%s"', (language, text, value) => {
  expect(checkoutSlot.read(text, language, context)).toMatchObject({ kind: 'filled', value, whole: true });
});

test('of several lines the last that says a thing counts', () => {
  const read = checkoutSlot.read('delivery\ncash\nno, pick up', 'en', context);
  expect(read).toMatchObject({ kind: 'filled', value: { way: 'pick-up', payment: 'cash' } });
});

test.each(['two cups', 'what time do you close', '110'])('nothing of that kind: %s', (text) => {
  expect(checkoutSlot.read(text, 'en', context).kind).toBe('not-this');
});
