import { expect, test } from 'vitest';
import { listChangeIn } from './list-change.ts';
import { namesIn, readCalled, titleOf } from './named-choices.ts';
import { intentIn, saysInstead } from './request-words.ts';

test.each([
  ['want to move my appointment from monday to wednesday', 'move'],
  ['can I come at 5 instead of 3', 'move'],
  ['quiero cambiar mi cita al viernes', 'move'],
  ['preciso remarcar minha consulta', 'move'],
  ['je voudrais reporter mon rendez-vous', 'move'],
  ['mau ganti jadwal ke jumat', 'move'],
  ['मेरी अपॉइंटमेंट शुक्रवार को बदल दीजिए', 'move'],
  ['meri appointment badalni hai', 'move'],
  ['أريد تغيير موعدي إلى الجمعة', 'move'],
  ['能改到周五吗', 'move'],
  ["can't come tomorrow, fever's gone. cancel it", 'cancel'],
  ['necesito cancelar mi cita', 'cancel'],
  ['je dois annuler', 'cancel'],
  ['batalin reservasi saya dong', 'cancel'],
  ['अपॉइंटमेंट रद्द करें', 'cancel'],
  ['الغاء الموعد', 'cancel'],
  ['取消预约', 'cancel'],
  ['بغيت نلغي الدرس ديالي', 'cancel'],
  ['بغيت نبدل موعد الدرس ديالي', 'move'],
  ['when is my appointment', 'show'],
  ['¿a qué hora es mi cita?', 'show'],
  ['kapan jadwal saya?', 'show'],
  ['我的预约是几点', 'show'],
  ["i'm stuck in traffic gonna be 20 mins late for dr lee", 'late'],
  ['earlier slot if somebody cancels pls, it hurts a lot', undefined],
  ['i need to see a doctor', undefined],
])('%s', (text, intent) => {
  expect(intentIn(text)).toBe(intent);
});

test.each([
  ['earlier please', 'earlier'],
  ['any of them', 'any'],
  ['qualquer um', 'any'],
  ["n'importe lequel", 'any'],
  ['más tarde', 'later'],
  ['another day', 'other-day'],
  ['换一天', 'other-day'],
  ['lebih awal', 'earlier'],
  ['friday', undefined],
])('%s asks for another list', (text, change) => {
  expect(listChangeIn(text)).toBe(change);
});

const called = readCalled('Limpieza dental: Dental cleaning, cleaning\nConsulta general: Doctor\n');
const services = ['Limpieza dental', 'Consulta general', 'Endodoncia'];

test('services go by what customers call them, and are shown so', () => {
  expect(titleOf('Limpieza dental', called)).toBe('Dental cleaning');
  expect(titleOf('Endodoncia', called)).toBe('Endodoncia');
  expect(namesIn('a dental cleaning please', services, called)).toEqual(['Limpieza dental']);
  expect(namesIn('una endodoncia', services, called)).toEqual(['Endodoncia']);
  expect(namesIn('hello', services, called)).toEqual([]);
});

test('a word that only one of them has is enough', () => {
  expect(namesIn('with dr fuentes', ['Dra. Fuentes', 'Dr. Ibarra'], new Map())).toEqual(['Dra. Fuentes']);
});

test.each([
  'no, ten o’clock',
  'sorry, friday',
  'perdón, el viernes',
  'لا خليها العاشرة',
  '不好意思，改周五',
  'actually thursday',
])('"%s" takes the place of what was said', (text) => {
  expect(saysInstead(text)).toBe(true);
});

test.each(['no', 'friday at 5', '不'])('"%s" does not', (text) => {
  expect(saysInstead(text)).toBe(false);
});
