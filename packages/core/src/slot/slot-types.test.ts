import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slotTypes } from './slot-types.ts';

const context = { at: Date.UTC(2026, 10, 22, 18), timeZone: 'UTC', country: 'MX', currency: 'MXN' };

function read(name: string, text: string, language = 'en', change: Partial<typeof context> = {}): unknown {
  const reading = slotTypes.get(name)?.read(text, language, { ...context, ...change });
  return reading?.kind === 'filled' ? reading.value : undefined;
}

describe('money', () => {
  test.each([
    ['en', 'under $300', { amount: 300, currency: 'MXN' }],
    ['en', 'about 1,299.50 dollars', { amount: 1299.5, currency: 'USD' }],
    ['es', 'hasta 1.500,50 euros', { amount: 1500.5, currency: 'EUR' }],
    ['pt', 'R$ 250', { amount: 250, currency: 'BRL' }],
    ['fr', '1 200 €', { amount: 1200, currency: 'EUR' }],
    ['id', 'sekitar 500 ribu', { amount: 500_000, currency: 'MXN' }],
    ['id', 'Rp 1.500.000', { amount: 1_500_000, currency: 'IDR' }],
    ['id', '1,5 juta rupiah', { amount: 1_500_000, currency: 'IDR' }],
    ['hi', '२ लाख रुपये', { amount: 200_000, currency: 'INR' }],
    ['hi-Latn', '500 rupaye tak', { amount: 500, currency: 'INR' }],
    ['ar', '٣٠٠ ريال', { amount: 300, currency: 'SAR' }],
    ['zh', '300元以内', { amount: 300, currency: 'CNY' }],
    ['en', 'between 200 and 300', { amount: 300, currency: 'MXN' }],
    ['en', '2k', { amount: 2000, currency: 'MXN' }],
    ['en', 'cheap please', undefined],
    ['en', 'order A-1042', undefined],
  ])('%s: %s', (language, text, value) => {
    expect(read('money', text, language)).toEqual(value);
  });
});

describe('quantities', () => {
  test.each([
    ['en', '2', 2],
    ['en', 'a couple', 2],
    ['en', 'two of them please', 2],
    ['en', 'x3', 3],
    ['en', 'a dozen', 12],
    ['en', 'just one', 1],
    ['es', 'dos por favor', 2],
    ['es', 'once', 11],
    ['pt', 'duas', 2],
    ['fr', 'deux svp', 2],
    ['en', 'half a dozen', 6],
    ['en', 'a dozen please', 12],
    ['es', 'media docena', 6],
    ['pt', 'meia dúzia', 6],
    ['fr', 'une demi-douzaine', 6],
    ['id', 'setengah lusin', 6],
    ['hi', 'आधा दर्जन', 6],
    ['ar', 'نصف دزينة', 6],
    ['zh', '半打', 6],
    ['id', 'tiga ya', 3],
    ['hi', 'दो', 2],
    ['hi', '४', 4],
    ['hi-Latn', 'teen chahiye', 3],
    ['ar', 'ثلاثة', 3],
    ['ar', '٥', 5],
    ['zh', '两个', 2],
    ['zh', '十二', 12],
    ['en', 'none of your business', undefined],
    ['en', '2 or 3', undefined],
    ['en', '0', undefined],
    ['en', 'A-1042', undefined],
  ])('%s: %s', (language, text, value) => {
    expect(read('quantity', text, language)).toBe(value);
  });
});

describe('phone numbers', () => {
  test.each([
    ['55 1234 5678', 'MX', '+525512345678'],
    ['+1 (213) 373-4253', 'MX', '+12133734253'],
    ['my number is 213 373 4253, call me', 'US', '+12133734253'],
    ['٠٥٠ ١٢٣ ٤٥٦٧', 'AE', '+971501234567'],
    ['081234567890', 'ID', '+6281234567890'],
    ['123', 'US', undefined],
    ['order 1042', 'US', undefined],
  ])('%s in %s', (text, country, value) => {
    expect(read('phone', text, 'en', { country })).toBe(value);
  });
});

test.each([
  ['maya@example.com', 'maya@example.com'],
  ['it is Maya@Example.com.', 'maya@example.com'],
  ['maya (at) example.com', 'maya@example.com'],
  ['a@b.co or c@d.co', undefined],
  ['maya at home', undefined],
])('the e-mail address in "%s"', (text, value) => {
  expect(read('email', text)).toBe(value);
});

describe('addresses', () => {
  test.each([
    ['221B Baker Street, London', true],
    ['Calle Reforma 222, Col. Juárez, CDMX', true],
    ['Rua das Flores, 10, apto 3', true],
    ['12 bis rue de la Paix, 75002 Paris', true],
    ['Jl. Sudirman No. 5 RT 03', true],
    ['मकान नंबर 12, गली 3, शांति नगर', true],
    ['makaan 12 gali 3 ke paas mandir', true],
    ['شارع الملك فهد، عمارة 12', true],
    ['上海市徐汇区漕溪北路88号', true],
    ['what is your address?', false],
    ['tomorrow', false],
    ['I want a refund', false],
    ['12345', false],
  ])('%s', (text, is) => {
    expect(read('address', text) !== undefined).toBe(is);
  });
});

test('whatever is written, every type ends and never throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.constantFrom('en', 'id', 'zh', 'ar', 'hi'),
      (text, language) => {
        for (const type of slotTypes.values()) expect(() => type.read(text, language, context)).not.toThrow();
      },
    ),
  );
});
