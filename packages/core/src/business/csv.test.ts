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
  expect(table.problems.map(({ line }) => line)).toEqual([2]);
  expect(table.broken.map(({ line }) => line)).toEqual([3]);
});

test('an empty file is a problem', () => {
  expect(readCsv('t.csv', '\n').broken).toHaveLength(1);
});

test('values may be separated by semicolons, tabs or bars, whatever ends the lines', () => {
  expect(values('a;b\r1,5;"x;y"\r')).toEqual([[2, { a: '1,5', b: 'x;y' }]]);
  expect(values('"a,1"\tb\nx\ty')).toEqual([[2, { 'a,1': 'x', b: 'y' }]]);
  expect(values('a|b\n1|2')).toEqual([[2, { a: '1', b: '2' }]]);
  expect(values('a\none, two\n')).toEqual([]);
});

test('a spreadsheet under the name of a CSV file is one problem, not one of each line', () => {
  expect(readCsv('t.csv', 'PK\u0003\u0004\u0014rest,of\nit').broken).toHaveLength(1);
  expect(readCsv('t.csv', 'a\u0000b\n1,2\n')).toMatchObject({ columns: [], rows: [], problems: [] });
});
