import { expect, test } from 'vitest';
import { readCalled } from './named-choices.ts';
import { readRequestWords } from './plain-request.ts';

// Monday 23 November 2026.
const context = { at: Date.UTC(2026, 10, 23, 10), timeZone: 'UTC', country: 'GB', currency: 'GBP' };
const called =
  readCalled(`Limpieza: Dental cleaning, cleaning, limpieza, limpeza, détartrage, pembersihan gigi, सफाई, safai, تنظيف أسنان, 洗牙
Lesson: leçon de conduite, درس السياقة, home loan, yoga`);

test.each([
  'I need a dental cleaning on Sunday',
  'a cleaning for me and one for my husband on Tuesday',
  'my name is Tiago and I want a dental cleaning on thursday at 3pm',
  'book an appointment tomorrow at 11am for a home loan in the name of Asha Verma',
  'quiero una limpieza para mí y otra para mi esposo el martes',
  'limpieza con la Dra. Ríos el martes a las 9',
  'quero marcar yoga no dia 9 de fevereiro de 2027',
  'une leçon de conduite le 11 décembre',
  'une leçon avec Salma mercredi à 9h',
  'Bonjour, je voudrais réserver une table pour 2 ce soir à 20h',
  'reservasi meja untuk 4 orang besok jam 7 malam atas nama Budi',
  'कल सफाई के लिए अपॉइंटमेंट चाहिए',
  'home loan ke liye kal 11 baje milna hai',
  'بغيت درس السياقة نهار الثلاثاء',
  '我想预约洗牙，明天下午三点',
])('nothing but a request to book: %s', (text) => {
  expect(readRequestWords(text, context, called)).toEqual({ names: true, when: true, only: true });
});

test.each([
  'write a poem about yoga for tomorrow',
  'how much is a cleaning on Sunday',
  'are you open on Tuesday for a cleaning?',
  'what is the weather on tuesday, I need a table',
  'cancel my cleaning on Tuesday',
  'cuánto cuesta una limpieza el martes',
  'c’est quoi le code de la route mardi',
  '明天天气怎么样，我想洗牙',
])('something else as well: %s', (text) => {
  expect(readRequestWords(text, context, called).only).toBe(false);
});

test('a name alone is nothing but a part of a request', () => {
  expect(readRequestWords('a nombre de Luis Peña', context, called).only).toBe(true);
});
