import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { dateSlot } from './date-slot.ts';
import { dateTitle } from './date-title.ts';

/** Sunday, 22 November 2026, noon in Mexico City. */
const context = {
  at: Date.UTC(2026, 10, 22, 18),
  timeZone: 'America/Mexico_City',
  country: 'MX',
  currency: 'MXN',
};

function read(text: string, language: string, change: Partial<typeof context> = {}): unknown {
  const reading = dateSlot.read(text, language, { ...context, ...change });
  switch (reading.kind) {
    case 'filled':
      return reading.value;
    case 'ambiguous':
      return reading.choices.map(({ value }) => value);
    case 'not-this':
      return undefined;
  }
}

describe('days and times as customers write them', () => {
  test.each([
    ['en', 'next Friday at 5', '2026-11-27T17:00'],
    ['en', 'tomorrow', '2026-11-23'],
    ['en', 'tmrw 3pm pls', '2026-11-23T15:00'],
    ['en', 'the day after tomorrow', '2026-11-24'],
    ['en', 'on the 5th', '2026-12-05'],
    ['en', 'Dec 3rd, 10:30 am', '2026-12-03T10:30'],
    ['en', '3 December 2026', '2026-12-03'],
    ['en', 'in two weeks', '2026-12-06'],
    ['en', 'saturday noon', '2026-11-28T12:00'],
    ['en', 'half past 4 tomorrow', '2026-11-23T16:30'],
    ['en', '2026-12-24 18:00', '2026-12-24T18:00'],
    ['es', 'mañana por la tarde a las 5', '2026-11-23T17:00'],
    ['es', 'manana por la manana a las 9', '2026-11-23T09:00'],
    ['es', 'el viernes que viene a las 18:30', '2026-11-27T18:30'],
    ['es', 'pasado mañana', '2026-11-24'],
    ['es', 'el 3 de diciembre', '2026-12-03'],
    ['es', 'sabado', '2026-11-28'],
    ['es', '3/12', '2026-12-03'],
    ['es', 'dentro de 3 días', '2026-11-25'],
    ['pt', 'amanhã às 17h', '2026-11-23T17:00'],
    ['pt', 'amanha de manha as 9h30', '2026-11-23T09:30'],
    ['pt', 'sexta-feira que vem', '2026-11-27'],
    ['pt', 'depois de amanhã', '2026-11-24'],
    ['pt', 'dia 10', '2026-12-10'],
    ['pt', '1º de dezembro', '2026-12-01'],
    ['fr', 'vendredi prochain à 17h', '2026-11-27T17:00'],
    ['fr', 'demain matin à 9h30', '2026-11-23T09:30'],
    ['fr', 'après-demain', '2026-11-24'],
    ['fr', 'le 1er décembre', '2026-12-01'],
    ['fr', 'dans 3 jours', '2026-11-25'],
    ['id', 'besok jam 5 sore', '2026-11-23T17:00'],
    ['id', 'hari Jumat depan', '2026-11-27'],
    ['id', 'lusa pagi jam 9 pagi', '2026-11-24T09:00'],
    ['id', 'tanggal 5', '2026-12-05'],
    ['id', 'besok jam setengah 5', '2026-11-23T16:30'],
    ['id', 'besok setengah 8 malam', '2026-11-23T19:30'],
    ['id', 'besok setengah tujuh pagi', '2026-11-23T06:30'],
    ['id', 'setengah 1 siang besok', '2026-11-23T12:30'],
    ['id', '3 hari lagi', '2026-11-25'],
    ['id', '17 desember', '2026-12-17'],
    ['hi', 'शुक्रवार शाम 5 बजे', '2026-11-27T17:00'],
    ['hi', '३ दिसंबर', '2026-12-03'],
    ['hi', 'आज', '2026-11-22'],
    ['hi', '5 तारीख', '2026-12-05'],
    ['hi-Latn', 'shukravar shaam 5 baje', '2026-11-27T17:00'],
    ['hi-Latn', '2 din baad', '2026-11-24'],
    ['hi-Latn', 'aaj', '2026-11-22'],
    ['ar', 'غداً الساعة 5 مساءً', '2026-11-23T17:00'],
    ['ar', 'يوم الجمعة القادم', '2026-11-27'],
    ['ar', '٣ ديسمبر', '2026-12-03'],
    ['ar', 'بعد يومين', '2026-11-24'],
    ['ar', 'بكرة', '2026-11-23'],
    ['zh', '明天下午5点', '2026-11-23T17:00'],
    ['zh', '下周五', '2026-11-27'],
    ['zh', '12月3号上午10点半', '2026-12-03T10:30'],
    ['zh', '三天后', '2026-11-25'],
    ['zh', '后天', '2026-11-24'],
  ])('%s: %s', (language, text, value) => {
    expect(read(text, language)).toBe(value);
  });
});

describe('what means two days or two hours is asked back', () => {
  test.each([
    ['hi-Latn', 'kal', ['2026-11-23', '2026-11-21']],
    ['hi', 'कल', ['2026-11-23', '2026-11-21']],
    ['hi-Latn', 'parson', ['2026-11-24', '2026-11-20']],
    ['id', 'besok lusa', ['2026-11-23', '2026-11-24']],
    ['en', 'tomorrow at 8', ['2026-11-23T08:00', '2026-11-23T20:00']],
  ])('%s: %s', (language, text, values) => {
    expect(read(text, language)).toEqual(values);
  });

  test('"next Friday" said on a Monday', () => {
    expect(read('next friday', 'en', { at: Date.UTC(2026, 10, 23, 18) })).toEqual([
      '2026-11-27',
      '2026-12-04',
    ]);
  });
});

test('the country says which of two numbers is the month', () => {
  expect(read('3/12', 'en', { country: 'US' })).toBe('2027-03-12');
  expect(read('3/12', 'en', { country: 'GB' })).toBe('2026-12-03');
  expect(read('25/12', 'en', { country: 'US' })).toBe('2026-12-25');
});

test('today is where the business is', () => {
  const late = Date.UTC(2026, 10, 23, 4);
  expect(read('today', 'en', { at: late })).toBe('2026-11-22');
  expect(read('today', 'en', { at: late, timeZone: 'Asia/Jakarta' })).toBe('2026-11-23');
});

describe('what is no day', () => {
  test.each([
    'I would like a blue jacket',
    'order A-1042',
    '4 people',
    'meja untuk 4 orang',
    '31 April',
    '2026-02-30',
    'at 5',
    'por la mañana',
    'we may come',
    'call me at 555-0123',
  ])('%s', (text) => {
    expect(read(text, 'en')).toBeUndefined();
  });
});

test('a date inside a longer text is found, and known not to be all of it', () => {
  expect(dateSlot.read('a table for four on Friday please', 'en', context)).toMatchObject({
    kind: 'filled',
    value: '2026-11-27',
    whole: false,
  });
  expect(dateSlot.read('on Friday, please', 'en', context)).toMatchObject({ whole: true });
});

test('it is shown in the customer’s language, and fits a button', () => {
  expect(dateSlot.read('viernes a las 17:00', 'es', context)).toMatchObject({
    shown: 'viernes, 27 de noviembre, 17:00',
  });
  for (const language of ['en', 'es', 'pt', 'fr', 'id', 'hi', 'hi-Latn', 'ar', 'zh']) {
    const reading = dateSlot.read('kal', language, context);
    for (const { title } of reading.kind === 'ambiguous' ? reading.choices : [])
      expect(title.length).toBeLessThanOrEqual(20);
  }
});

test('the time of day on a button is never cut off, in any language', () => {
  for (const language of ['en', 'es', 'pt', 'fr', 'id', 'hi', 'hi-Latn', 'ar', 'zh'])
    for (let day = 0; day < 366; day += 1) {
      const date = Temporal.PlainDate.from('2026-11-22').add({ days: day });
      const title = dateTitle({ date, minutes: 17 * 60 + 30 }, language);
      expect(title).toMatch(/17:30$/);
      expect(title.length).toBeLessThanOrEqual(20);
    }
});

test('whatever is written, reading ends and never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc
          .array(
            fc.constantFrom(
              'next',
              'friday',
              '31',
              '/',
              '13',
              'kal',
              'at',
              '25',
              ':',
              '99',
              'mañana',
              '月',
              '号',
              'बजे',
              '٥',
              ' ',
            ),
          )
          .map((words) => words.join(' ')),
      ),
      (text) => {
        const reading = dateSlot.read(text, 'en', context);
        const value = reading.kind === 'filled' ? reading.value : '2026-11-22';
        expect(value).toMatch(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/);
      },
    ),
  );
});
