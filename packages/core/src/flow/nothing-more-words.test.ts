import { expect, test } from 'vitest';
import { saysNothingMore } from './nothing-more-words.ts';

test.each([
  "that's all",
  'Nothing else, thanks',
  "no, that's it",
  "ok I'm done",
  'nada más, gracias',
  'só isso',
  "non, c'est tout merci",
  'udah itu aja kak',
  'बस इतना ही',
  'bas itna hi',
  'لا، هذا كل شيء',
  '就这些',
  '没有了，谢谢',
  'k thats it',
  'nada más por ahora',
  'era só isso mesmo',
  'ce sera tout pour aujourd’hui',
  'sudah cukup kak',
  'बस यही चाहिए',
  'لا مافي شي ثاني',
  '暂时就这些',
])('nothing is to be added: %s', (text) => {
  expect(saysNothingMore(text)).toBe(true);
});

test.each([
  'all black please',
  'nothing in blue?',
  'one more',
  'bas do plate',
  '好',
  'ok',
  'no',
  'a cable',
  '就这些吗',
])('something else is meant: %s', (text) => {
  expect(saysNothingMore(text)).toBe(false);
});
