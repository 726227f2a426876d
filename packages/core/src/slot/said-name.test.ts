import { expect, test } from 'vitest';
import { saidName } from './said-name.ts';

const context = { at: Date.UTC(2026, 10, 23, 10), timeZone: 'UTC', country: 'GB', currency: 'GBP' };

test.each([
  ['my name is Tiago and I want a cleaning on thursday at 3pm', 'Tiago'],
  ['book a table for 4 tomorrow at 7pm my name is rita', 'rita'],
  ['an appointment tomorrow at 11am for a home loan in the name of Asha Verma', 'Asha Verma'],
  ['table for 2 on friday, under Omar Haddad please', 'Omar Haddad'],
  ["Hi, I'm Joe Park, I'd like a check-up", 'Joe Park'],
  ['quiero una limpieza el martes, a nombre de Ana Ruiz el martes a las 9', 'Ana Ruiz'],
  ['me llamo Luis y quiero cita', 'Luis'],
  ['quero me matricular, meu nome é Tiago e quero o plano anual', 'Tiago'],
  ['une leçon mardi à 10h au nom de Sara El Idrissi', 'Sara El Idrissi'],
  ["je m'appelle Yasmine, une leçon jeudi", 'Yasmine'],
  ['meja untuk 4 orang besok jam 7 malam atas nama Budi', 'Budi'],
  ['nama saya Siti Aminah mau pesan meja', 'Siti Aminah'],
  ['मेरा नाम आशा वर्मा है, होम लोन के लिए मिलना है', 'आशा वर्मा'],
  ['आशा के नाम से कल 11 बजे', 'आशा'],
  ['mera naam Asha Verma hai, kal milna hai', 'Asha Verma'],
  ['kal 11 baje Asha Verma ke naam se', 'Asha Verma'],
  ['بغيت درس نهار الثلاثاء باسم سارة الإدريسي', 'سارة الإدريسي'],
  ['اسمي عمر وأريد موعدا', 'عمر'],
  ['ultrasonido el lunes a las 10.30 porfa, nombre Lalo Mora', 'Lalo Mora'],
  ['我叫王伟，想订明天七点', '王伟'],
  ['我叫李小明想预约周二', '李小明'],
])('the name in "%s" is %s', (text, name) => {
  expect(saidName(text, context)).toBe(name);
});

test.each([
  'I need a cleaning on Tuesday',
  "I'm Italian and I want a table",
  'under 5 minutes from here?',
  'I am running late for my appointment',
  'quiero una limpieza para mi hijo',
  'soy nuevo paciente',
  'je suis disponible mardi',
  'saya mau meja untuk dua',
  'मुझे लोन चाहिए',
  'أريد موعدا مع الطبيب',
  '我想订位',
])('no name is said in "%s"', (text) => {
  expect(saidName(text, context)).toBeUndefined();
});
