import { expect, test } from 'vitest';
import { placeInList } from './place-in-list.ts';

test.each([
  'cancel the second one',
  'cancel the 2nd order please',
  'cancela la segunda',
  'cancela el segundo pedido',
  'cancele a segunda, por favor',
  'cancela segunda',
  'annulez la deuxième',
  'batalkan yang kedua',
  'batalkan pesanan ke-2',
  'दूसरा वाला रद्द करो',
  'dusra cancel karo',
  'doosre wale ko cancel kar do',
  'الغ الثاني',
  'بغيت نلغي التانية',
  '取消第二个',
  '把第2单取消',
])('"%s" speaks of the second', (text) => {
  expect(placeInList(text, 2)).toBe(1);
});

test.each(['cancel the third one', 'cancel the first one, not the second one', 'annulez la troisième'])(
  'with two orders shown it is not clear which "%s" means',
  (text) => {
    expect(placeInList(text, 2)).toBe('unclear');
  },
);

test.each([
  'cancel my order',
  'one second please',
  'it is the second time I ask',
  'entrega na segunda-feira',
  'a segunda-feira serve',
  'batalkan kedua pesanan',
  'send back the second item',
  'पहले मेरा ऑर्डर दिखाओ',
  '第二次问了',
])('"%s" speaks of no place', (text) => {
  expect(placeInList(text, 2)).toBeUndefined();
});
