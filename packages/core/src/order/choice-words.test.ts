import { expect, test } from 'vitest';
import { choiceSlot } from '../slot/choice-slot.ts';
import { titledChoice } from './choice-words.ts';

const ways = (['delivery', 'pick-up'] as const).map((id) => titledChoice(id, 'en'));
const pays = (['cash', 'transfer', 'link'] as const).map((id) => titledChoice(id, 'en'));
const read = (offered: readonly { id: string; title: string; says: string }[], text: string) =>
  choiceSlot(offered.map(({ id, title, says }) => ({ value: id, title, says: says.split('\n') }))).read(
    text,
    'en',
    { at: 0, timeZone: 'UTC', country: '', currency: '' },
  );

test.each([
  ['deliver it', 'delivery'],
  ["I'll come by", 'pick-up'],
  ['i would like it delivered please', 'delivery'],
  ['a domicilio por favor', 'delivery'],
  ['paso a recogerlo', 'pick-up'],
  ['vou buscar', 'pick-up'],
  ['à livrer', 'delivery'],
  ['je viens le chercher', 'pick-up'],
  ['ambil sendiri', 'pick-up'],
  ['dianter aja kak', 'delivery'],
  ['घर पर दे दो', 'delivery'],
  ['khud le lunga', 'pick-up'],
  ['توصيل للمنزل', 'delivery'],
  ['سأستلم', 'pick-up'],
  ['自取', 'pick-up'],
  ['送到家里吧', 'delivery'],
  ['我自己来拿', 'pick-up'],
])('the way it is to reach them is understood in words: %s', (text, id) => {
  expect(read(ways, text)).toMatchObject({ kind: 'filled', value: id });
});

test.each([
  ['cash on delivery', 'cash'],
  ['con tarjeta', 'link'],
  ['par virement', 'transfer'],
  ['bayar di tempat', 'cash'],
  ['货到付款', 'cash'],
])('the way to pay is understood in words: %s', (text, id) => {
  expect(read(pays, text)).toMatchObject({ kind: 'filled', value: id });
});
