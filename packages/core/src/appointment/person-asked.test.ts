import { expect, test } from 'vitest';
import { personAsked } from './person-asked.ts';

const context = { at: Date.UTC(2026, 10, 23, 10), timeZone: 'UTC', country: 'GB' };

test.each([
  ['I want an appointment with Dr. Strange on tuesday', 'Dr. Strange'],
  ['can i see dr strange tomorrow', 'dr strange'],
  ['limpieza con la Dra. Ríos el martes a las 9', 'Dra. Ríos'],
  ['quiero cita con el doctor House', 'doctor House'],
  ['une leçon avec Ahmed mercredi à 9h', 'Ahmed'],
  ['quero pilates com a professora Carla', 'professora Carla'],
  ['mau periksa dengan dokter Wijaya besok', 'dokter Wijaya'],
  ['डॉ शर्मा से मिलना है', 'डॉ शर्मा'],
  ['kal Sharma sir se milna hai', 'Sharma'],
  ['موعد مع الدكتور حسن يوم الثلاثاء', 'الدكتور حسن'],
  ['我想约王医生明天', '王医生'],
])('"%s" asks for %s', (text, name) => {
  expect(personAsked(text, context)?.asked).toBe(name);
});

test('what is left is the text without the person', () => {
  expect(personAsked('a cleaning with Dr. Strange on tuesday', context)?.rest).toBe('a cleaning on tuesday');
});

test.each([
  'a cleaning for me with my husband on Tuesday',
  'I need to see a doctor today',
  'can I come with Friday as the day?',
  'quiero cita con el doctor',
  'cita con dentista mañana',
  'une leçon avec boîte automatique',
  'periksa dengan dokter gigi',
  'डॉक्टर से मिलना है',
  'موعد مع طبيب أسنان',
  'موعد عند دكتور اسنان',
  '我要看牙医生',
])('"%s" asks for nobody by name', (text) => {
  expect(personAsked(text, context)).toBeUndefined();
});
