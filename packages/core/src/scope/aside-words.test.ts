import { expect, test } from 'vitest';
import { asksWhy, hesitates, lacksNumber } from './aside-words.ts';

test.each([
  'Hmm, let me think…',
  'espera un momento',
  'só um minuto, por favor',
  'attendez un instant',
  'bentar ya kak',
  'एक मिनट',
  'ek min ruko',
  'خليني أفكر',
  '我再想想吧',
])('asks for time: %s', (text) => {
  expect(hesitates(text)).toBe(true);
});

test.each([
  'wait, what is your return policy?',
  'one',
  'a moment ago I ordered',
  'check my order',
  'minute steak',
])('asks for something: %s', (text) => {
  expect(hesitates(text)).toBe(false);
});

test.each([
  'why do you need that?',
  '¿para qué?',
  'pra quê?',
  'pourquoi ?',
  'buat apa ya',
  'kyun chahiye',
  'ليش؟',
  '为什么',
])('asks why: %s', (text) => {
  expect(asksWhy(text)).toBe(true);
});

test.each(["I don't have the order number", 'no tengo el número', 'nomornya hilang kak', '找不到订单号'])(
  'has no number: %s',
  (text) => {
    expect(lacksNumber(text)).toBe(true);
  },
);
