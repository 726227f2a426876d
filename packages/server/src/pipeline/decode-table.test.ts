import { expect, test } from 'vitest';
import { decodeTable } from './decode-table.ts';

test('text is read as the program wrote it that saved it', () => {
  expect(decodeTable(new TextEncoder().encode('\uFEFFCafé 北京'))).toEqual({
    text: 'Café 北京',
    encoding: 'utf-8',
  });
  const utf16 = Buffer.from('\uFEFFCafé', 'utf16le');
  expect(decodeTable(utf16)).toEqual({ text: 'Café', encoding: 'utf-16' });
  expect(decodeTable(Buffer.from(utf16).swap16()).text).toBe('Café');
  expect(decodeTable(Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x20, 0x80))).toEqual({
    text: 'Café €',
    encoding: 'windows-1252',
  });
});
