import { expect, test } from 'vitest';
import { mergeRow } from './merge-row.ts';

const base = { status: 'processing', carrier: 'UPS', stock: 10 };

test('what the file says anew is taken where nothing happened to the row meanwhile', () => {
  const merged = mergeRow({ base, stored: base, file: { ...base, status: 'shipped' } });
  expect(merged).toEqual({ row: { ...base, status: 'shipped' }, changed: ['status'], kept: [] });
});

test('what a customer changed stays when the file says what it said before', () => {
  const stored = { ...base, status: 'cancelled' };
  expect(mergeRow({ base, stored, file: base })).toEqual({ row: stored, changed: [], kept: [] });
});

test('where both changed, what happened in the chat stays and is told', () => {
  const stored = { ...base, status: 'cancelled' };
  const merged = mergeRow({ base, stored, file: { ...base, status: 'shipped', carrier: 'DHL' } });
  expect(merged).toEqual({ row: { ...stored, carrier: 'DHL' }, changed: ['carrier'], kept: ['status'] });
});

test('goods that came in are added to what the chat has left of them', () => {
  const merged = mergeRow(
    { base, stored: { ...base, stock: 7 }, file: { ...base, stock: 30 } },
    { counted: ['stock'] },
  );
  expect(merged.row['stock']).toBe(27);
  const fewer = mergeRow(
    { base, stored: { ...base, stock: 3 }, file: { ...base, stock: 2 } },
    { counted: ['stock'] },
  );
  expect(fewer.row['stock']).toBe(0);
});

test('a column the file has not leaves its values alone, an emptied one empties them', () => {
  expect(mergeRow({ base, stored: base, file: { status: 'processing' } }).changed).toEqual([]);
  expect(mergeRow({ base, stored: base, file: { carrier: undefined } }).row['carrier']).toBeUndefined();
});

test('the file counts for what no customer can change', () => {
  const merged = mergeRow(
    { base: { paid: 'unpaid' }, stored: { paid: 'paid' }, file: { paid: 'refunded' } },
    { businessOnly: ['paid'] },
  );
  expect(merged).toMatchObject({ changed: ['paid'], kept: [] });
});
