import { expect, test } from 'vitest';
import { withoutOwnTime } from './own-time.ts';

/** Monday 23 November 2026, 10:00 in Dublin. */
const dublin = { at: Date.UTC(2026, 10, 23, 10, 0), timeZone: 'Europe/Dublin' };

test.each([
  ['tomorrow 10am my time', 'tomorrow'],
  ['10 am in my time zone', ''],
  ['book me at ten my time on Friday', 'book me on Friday'],
  ['Friday at 10:30 (my local time)', 'Friday'],
  ['tomorrow at 3pm EST', 'tomorrow'],
  ['mañana a las 10 hora mía', 'mañana'],
  ['mañana a las 10 en mi zona horaria', 'mañana'],
  ['amanhã às 10h no meu fuso', 'amanhã'],
  ['demain à 10h à mon heure', 'demain'],
  ['besok jam 10 waktu saya', 'besok'],
  ['कल सुबह 10 बजे मेरे समय के हिसाब से', 'कल'],
  ['kal 10 baje mere time ke hisaab se', 'kal'],
  ['غدا الساعة 10 صباحا بتوقيتي', 'غدا'],
  ['明天上午10点我这边时间', '明天'],
  ['明天我的时间10点', '明天'],
])('an hour by other clocks is taken out: %s', (text, rest) => {
  expect(withoutOwnTime(text, dublin)).toBe(rest);
});

test.each([
  'tomorrow at 10am',
  'is that my time?',
  'take my time, 3 people',
  'mañana a las 10',
  'quiero cambiar mi hora a mañana',
  'quero mudar meu horário das 10',
  'tomorrow at 10am GMT',
  'demain à 10h, c’est bon',
  'the best 10 places',
  'DEMAIN ENTRE 10 H ET 11 H',
  'voucher 2010 my time',
])('nothing is by other clocks here: %s', (text) => {
  expect(withoutOwnTime(text, dublin)).toBeUndefined();
});

test('a zone that agrees with the business is no other one', () => {
  const india = { ...dublin, timeZone: 'Asia/Kolkata' };
  expect(withoutOwnTime('kal 10am IST', india)).toBeUndefined();
  expect(withoutOwnTime('kal 10am GMT+5', india)).toBe('kal');
  expect(withoutOwnTime('besok jam 10 WIB', { ...dublin, timeZone: 'Asia/Jakarta' })).toBeUndefined();
});
