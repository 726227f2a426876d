import { expect, test } from 'vitest';
import { dateSlot } from './date/date-slot.ts';
import { daysSlot, firstDaySlot } from './days-slot.ts';

/** A Sunday. */
const context = {
  at: Date.parse('2026-11-22T15:00:00Z'),
  timeZone: 'America/Sao_Paulo',
  country: 'BR',
  currency: 'BRL',
};

test.each([
  ['en', '30 days', 30],
  ['en', 'two weeks', 14],
  ['en', 'a month', 30],
  ['es', 'quince días', 15],
  ['es', 'un mes', 30],
  ['pt', 'quero trancar meu plano a partir de segunda por 30 dias', 30],
  ['pt', 'uma semana', 7],
  ['pt', 'trinta dias', 30],
  ['fr', 'deux mois', 60],
  ['id', '3 minggu', 21],
  ['id', 'sebulan', 30],
  ['hi', '३० दिन', 30],
  ['hi', 'दो हफ़्ते', 14],
  ['hi-Latn', '2 mahine', 60],
  ['ar', '٣٠ يوم', 30],
  ['ar', 'شهرين', 60],
  ['zh', '两个月', 60],
  ['zh', '三十天', 30],
  ['pt', '30', 30],
])('%s: "%s" is %i days', (language, text, days) => {
  expect(daysSlot.read(text, language, context)).toMatchObject({ kind: 'filled', value: days });
});

test.each([
  ['en', 'until 5 January', '2027-01-05'],
  ['es', 'hasta el 5 de enero', '2027-01-05'],
  ['pt', 'até 5 de janeiro', '2027-01-05'],
  ['pt', '5 de janeiro', '2027-01-05'],
  ['fr', 'jusqu’au 5 janvier', '2027-01-05'],
  ['id', 'sampai 5 Januari', '2027-01-05'],
  ['hi', '5 जनवरी तक', '2027-01-05'],
  ['ar', 'حتى 5 يناير', '2027-01-05'],
  ['zh', '到1月5日', '2027-01-05'],
])('%s: "%s" names the last day', (language, text, day) => {
  expect(daysSlot.read(text, language, context)).toMatchObject({ kind: 'filled', value: day });
});

test.each(['quero trancar meu plano', 'trancar a partir de 5 de janeiro', '2 semanas ou 3 meses', '0 dias'])(
  '"%s" says nothing of how long',
  (text) => {
    expect(daysSlot.read(text, 'pt', context)).toEqual({ kind: 'not-this' });
  },
);

test('the day that a pause begins is read beside how long it lasts', () => {
  const text = 'quero trancar meu plano a partir de segunda por 30 dias';
  expect(dateSlot.read(text, 'pt', context)).toMatchObject({ kind: 'filled', value: '2026-11-23' });
});

test('inside a longer text, a bare day or number is about something else', () => {
  expect(daysSlot.inside?.('2031-03-10', 'pt', context)).toEqual({ kind: 'not-this' });
  expect(daysSlot.inside?.('30', 'pt', context)).toEqual({ kind: 'not-this' });
  expect(daysSlot.inside?.('até 5 de janeiro', 'pt', context)).toMatchObject({ value: '2027-01-05' });
});

test.each([
  ['en', 'freeze it from 30 November until 5 January', '2026-11-30'],
  ['es', 'congelen mi plan desde el lunes hasta el 15 de enero', '2026-11-23'],
  ['pt', 'de 1 de dezembro até 31 de dezembro', '2026-12-01'],
  ['pt', 'quero trancar meu plano a partir de segunda por 30 dias', '2026-11-23'],
  ['fr', 'du 1er décembre jusqu’au 5 janvier', '2026-12-01'],
  ['id', 'mulai 1 Desember sampai 5 Januari', '2026-12-01'],
  ['hi', '1 दिसंबर से 5 जनवरी तक', '2026-12-01'],
  ['hi-Latn', '1 december se 5 january tak', '2026-12-01'],
  ['ar', 'من 1 ديسمبر حتى 5 يناير', '2026-12-01'],
  ['zh', '从12月1日到1月5日', '2026-12-01'],
])('%s: in "%s" the first day is read, not the last', (language, text, day) => {
  expect(firstDaySlot.read(text, language, context)).toMatchObject({ kind: 'filled', value: day });
});

test.each([
  ['pt', 'a partir de amanhã'],
  ['en', 'from tomorrow'],
  ['es', 'desde mañana'],
  ['fr', 'à partir de demain'],
  ['id', 'mulai besok'],
  ['zh', '从明天'],
])('%s: "%s" says a day and nothing else', (language, text) => {
  expect(firstDaySlot.read(text, language, context)).toMatchObject({ value: '2026-11-23', whole: true });
});
