import { expect, test } from 'vitest';
import { takesThisOne } from './this-one-words.ts';

test.each([
  'this one',
  "I'll take it",
  'i want to order it please',
  'Yes, this one 🙏',
  'me lo llevo',
  'ok, quiero ese',
  'vou levar esse',
  'je le prends svp',
  "je l'achète",
  'mau yang ini kak',
  'saya ambil',
  'यही चाहिए',
  'mujhe yahi chahiye',
  'أريد هذا',
  'هاخده',
  '就这个吧',
  '好的，我要这个',
])('"%s" takes what was shown', (text) => {
  expect(takesThisOne(text)).toBe(true);
});

test.each([
  'this one is too expensive',
  'is it waterproof?',
  'I want it in black',
  'cancel it',
  'yes',
  'ok',
  'no',
  '',
  'quiero ver otro',
  'este no me gusta',
  'je veux parler à quelqu’un',
  'mau tanya',
  'ye kya hai',
  'هذا غالي',
  '这个多少钱',
])('"%s" does not', (text) => {
  expect(takesThisOne(text)).toBe(false);
});
