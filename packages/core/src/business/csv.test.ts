import { expect, test } from 'vitest';
import { readCsv } from './csv.ts';

const values = (text: string) =>
  readCsv('t.csv', text).rows.map(({ line, values: row }) => [line, Object.fromEntries(row)]);

test('quoted values may hold commas, quotes and line ends, and lines are those of an editor', () => {
  const text = 'a,b\r\n"one, ""two""","first\nsecond"\n\n3,4\n';
  expect(values(text)).toEqual([
    [2, { a: 'one, "two"', b: 'first\nsecond' }],
    [5, { a: '3', b: '4' }],
  ]);
});

test('a byte order mark and spaces around values are not part of them, empty values are left out', () => {
  expect(values('\uFEFFa,b\n x ,\n')).toEqual([[2, { a: 'x' }]]);
});

test('a line with too few values and an open quote are problems with their lines', () => {
  const table = readCsv('t.csv', 'a,b\n1\n2,"open\n');
  expect(table.problems.map(({ line }) => line).toSorted((a, b) => Number(a) - Number(b))).toEqual([2, 3]);
});

test('an empty file is a problem', () => {
  expect(readCsv('t.csv', '\n').problems).toHaveLength(1);
});
