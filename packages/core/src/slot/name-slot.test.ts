import { expect, test } from 'vitest';
import { nameSlot } from './name-slot.ts';

const context = { at: Date.UTC(2026, 10, 23, 10), timeZone: 'UTC', country: 'GB', currency: 'GBP' };

test.each([
  ['ok. name is Sarah', 'Sarah'],
  ['sure, under Omar Haddad', 'Omar Haddad'],
  ['oke, atas nama Budi', 'Budi'],
  ['好的，我叫王芳', '王芳'],
  ['Si Woo Kim', 'Si Woo Kim'],
  ['姓王', '王'],
])('what stands around a name is left out: %s', (text, name) => {
  expect(nameSlot.read(text, 'en', context)).toMatchObject({ kind: 'filled', value: name });
});
