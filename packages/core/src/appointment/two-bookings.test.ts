import { expect, test } from 'vitest';
import { twoBookings } from './two-bookings.ts';

// Monday 23 November 2026.
const context = { at: Date.UTC(2026, 10, 23, 10), timeZone: 'UTC', country: 'GB', currency: 'GBP' };
const services: readonly (readonly [string, RegExp])[] = [
  ['cleaning', /cleaning|limpieza|limpeza|détartrage|pembersihan|सफाई|safai|تنظيف|洗牙/iu],
  ['ultrasound', /ultraso|scan|échographie|USG|अल्ट्रासाउंड|سونار|超声/iu],
];
const servicesIn = (text: string): readonly string[] =>
  services.filter(([, words]) => words.test(text)).map(([name]) => name);

test.each([
  [
    'a cleaning for me and one for my husband on Tuesday',
    'a cleaning for me',
    'one for my husband on Tuesday',
  ],
  [
    'quiero una limpieza para mí y otra para mi esposo el martes',
    'quiero una limpieza para mí',
    'otra para mi esposo el martes',
  ],
  [
    'uma limpeza para mim e outra para meu filho na terça',
    'uma limpeza para mim',
    'outra para meu filho na terça',
  ],
  ['un détartrage pour moi et un pour mon mari mardi', 'un détartrage pour moi', 'un pour mon mari mardi'],
  [
    'pembersihan gigi untuk saya dan satu untuk suami saya hari Selasa',
    'pembersihan gigi untuk saya',
    'satu untuk suami saya hari Selasa',
  ],
  ['मंगलवार को मेरे लिए सफाई और एक मेरे पति के लिए', 'मंगलवार को मेरे लिए सफाई', 'एक मेरे पति के लिए'],
  [
    'mere liye safai aur ek mere pati ke liye mangalvar ko',
    'mere liye safai',
    'ek mere pati ke liye mangalvar ko',
  ],
  ['تنظيف لي وواحد لزوجي يوم الثلاثاء', 'تنظيف لي', 'واحد لزوجي يوم الثلاثاء'],
  ['周二给我洗牙，给我老公也约一个', '周二给我洗牙', '给我老公也约一个'],
])('one for the customer and one for somebody else: %s', (text, first, second) => {
  expect(twoBookings(text, context, servicesIn)).toMatchObject({ first, second, other: true });
});

test('a day that is said once counts for both', () => {
  expect(
    twoBookings('a cleaning for me and one for my husband on Tuesday', context, servicesIn),
  ).toMatchObject({
    firstWhen: 'one for my husband on Tuesday',
    secondWhen: 'one for my husband on Tuesday',
  });
});

test.each([
  ['table for 2 Friday and for 6 on Sunday', 'table for 2 Friday', 'for 6 on Sunday'],
  ['una mesa para 2 el viernes y para 6 el domingo', 'una mesa para 2 el viernes', 'para 6 el domingo'],
  ['mesa para 2 na sexta e para 6 no domingo', 'mesa para 2 na sexta', 'para 6 no domingo'],
  ['une table pour 2 vendredi et pour 6 dimanche', 'une table pour 2 vendredi', 'pour 6 dimanche'],
  [
    'reservasi buat 2 orang jumat dan 6 orang minggu jam 7',
    'reservasi buat 2 orang jumat',
    '6 orang minggu jam 7',
  ],
  ['शुक्रवार को 2 लोग और रविवार को 6 लोग', 'शुक्रवार को 2 लोग', 'रविवार को 6 लोग'],
  ['shukravar ko 2 log aur ravivar ko 6 log', 'shukravar ko 2 log', 'ravivar ko 6 log'],
  ['طاولة 2 أشخاص يوم الجمعة و6 أشخاص يوم الأحد', 'طاولة 2 أشخاص يوم الجمعة', '6 أشخاص يوم الأحد'],
  ['帮我订两桌，周五2个人，周日6个人', '帮我订两桌，周五2个人', '周日6个人'],
])('two days for two parties: %s', (text, first, second) => {
  expect(twoBookings(text, context, servicesIn)).toMatchObject({ first, second, other: false });
});

test.each([
  ['a cleaning and an ultrasound on Tuesday', 'a cleaning', 'an ultrasound on Tuesday'],
  ['cleaning on Monday and ultrasound on Wednesday', 'cleaning on Monday', 'ultrasound on Wednesday'],
])('two services: %s', (text, first, second) => {
  expect(twoBookings(text, context, servicesIn)).toMatchObject({ first, second });
});

test.each([
  'a cleaning on Tuesday or Wednesday',
  'a cleaning on Tuesday and if not on Thursday',
  'a table for 2 adults and 3 kids on Friday',
  'a table for me and my wife on Friday',
  'una limpieza el martes y mi número es 5550 0171',
  'hi, I need a cleaning, on Tuesday, please',
  'limpieza el martes a las 9 y me llamo Ana',
  'a cleaning on Friday and please remind me',
  'a table for 4 on Friday, and a high chair',
  'une table pour moi et ma femme vendredi',
  'meja untuk 4 orang jumat, 2 anak kecil',
])('one booking stays one: %s', (text) => {
  expect(twoBookings(text, context, servicesIn)).toBeUndefined();
});
