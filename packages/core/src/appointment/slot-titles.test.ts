import { expect, test } from 'vitest';
import { firstOfEachStart, withNamedTitles } from './slot-titles.ts';

const slot = (startsAt: string, resource: string, title = startsAt) => ({ startsAt, resource, title });
const titles = (...slots: readonly ReturnType<typeof slot>[]) =>
  withNamedTitles(slots).map(({ title }) => title);

test('times that several people have are told apart by their names, others stay as they are', () => {
  expect(
    titles(slot('10:00', 'Dra. Fuentes'), slot('10:00', 'Dr. Salas'), slot('10:30', 'Dr. Salas')),
  ).toEqual(['10:00 · Dra. Fuentes', '10:00 · Dr. Salas', '10:30']);
});

test.each([
  ['Dr. Maximiliano Fuentes', 'Dra. Bartholomea Salas', ['10:00 · Fuentes', '10:00 · Salas']],
  [
    'Dr. Ana Maria Castellanos',
    'Dr. Eva Maria Castellanos',
    ['10:00 · Dr. Ana Maria…', '10:00 · Dr. Eva Maria…'],
  ],
  ['د. فاطمة الزهراء العلوي', 'د. سالم', ['10:00 · العلوي', '10:00 · د. سالم']],
  ['王医生', '李医生', ['10:00 · 王医生', '10:00 · 李医生']],
])('%s and %s fit a row', (one, other, expected) => {
  const found = titles(slot('10:00', one), slot('10:00', other));
  expect(found).toEqual(expected);
  expect(Math.max(...found.map(({ length }) => length))).toBeLessThanOrEqual(24);
});

test('over several days there is one slot for each start', () => {
  const slots = [slot('1 10:00', 'a'), slot('1 10:00', 'b'), slot('2 10:00', 'b')];
  expect(firstOfEachStart(slots)).toEqual([slots[0], slots[2]]);
});
