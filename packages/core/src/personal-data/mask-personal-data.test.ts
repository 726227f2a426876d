import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData } from './find-personal-data.ts';
import { maskPersonalData } from './mask-personal-data.ts';

describe('what is masked', () => {
  test.each([
    ['a card', 'my card is 4111 1111 1111 1111 ok', 'my card is [card] ok'],
    ['a card with dashes', '5500-0000-0000-0004', '[card]'],
    ['an Amex card', 'amex 378282246310005', 'amex [card]'],
    ['a card in Arabic digits', 'بطاقتي ٤١١١١١١١١١١١١١١١', 'بطاقتي [card]'],
    ['a card in Devanagari digits', 'मेरा कार्ड ४१११ ११११ ११११ ११११', 'मेरा कार्ड [card]'],
    ['a German IBAN', 'IBAN DE89 3704 0044 0532 0130 00', 'IBAN [bank-account]'],
    ['a French IBAN', 'fr7630006000011234567890189', '[bank-account]'],
    ['an Aadhaar', 'aadhaar 2341 2341 2346', 'aadhaar [national-id]'],
    ['a CPF', 'meu cpf é 529.982.247-25', 'meu cpf é [national-id]'],
    ['a CPF without dots', 'cpf 52998224725', 'cpf [national-id]'],
    ['a CNPJ', '11.222.333/0001-81', '[national-id]'],
    ['a DNI', 'mi DNI 12345678Z', 'mi DNI [national-id]'],
    ['a NIE', 'X1234567L', '[national-id]'],
    ['a NIR', '1 85 05 78 006 084 91', '[national-id]'],
    ['a CURP', 'GODE561231HDFRRN04', '[national-id]'],
    ['a NIK', 'NIK 3171234567890123', 'NIK 3171234567890123'],
    ['a NIK with a birthday', 'NIK 3174055207900003', 'NIK [national-id]'],
    ['a Chinese number', '身份证 11010519491231002X', '身份证 [national-id]'],
    ['an SSN', 'ssn 123-45-6789', 'ssn [national-id]'],
    ['a NIF', 'NIF 123456789', 'NIF [national-id]'],
    ['a code', 'the code is 482913', 'the code is [code]'],
    ['a code before its word', '482913 is your verification code', '[code] is your verification code'],
    ['an OTP in Hindi', 'ओटीपी 482913 है', 'ओटीपी [code] है'],
    ['a code in Arabic', 'رمز التحقق ٤٨٢٩١٣', 'رمز التحقق [code]'],
    ['a code in Chinese', '验证码482913', '验证码[code]'],
    ['a code in Indonesian', 'kode OTP saya 4829', 'kode OTP saya [code]'],
  ])('%s', (_, text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });
});

describe('what stays', () => {
  test.each([
    'where is my order A-1042?',
    'call me at +1 (555) 078-3881',
    'my number is +55 11 91234-5678',
    'WhatsApp +62 812 3456 7890',
    'the total was $1,299.00 on 2026-11-22',
    'order 1234567890123',
    'tracking 9400 1000 0000 0000 0000 00',
    'mesa para 4 personas a las 20:30',
    'postcode 94110',
    'I have 3 codes',
    'promo code SUMMER20',
  ])('%s', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });
});

test('a digit changed by mistake is no card any more', () => {
  const card = '4111111111111111';
  for (let n = 0; n < card.length; n += 1) {
    const wrong = card.slice(0, n) + String((Number(card[n]) + 1) % 10) + card.slice(n + 1);
    expect(findPersonalData(wrong).filter(({ kind }) => kind === 'card')).toEqual([]);
  }
});

test('what is found lies in the text, in order, and never twice', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('4111111111111111', ' ', 'code 4829', '529.982.247-25', 'é', '٤', '-', '😀', '12'),
      ),
      (parts) => {
        const text = parts.join('');
        let from = 0;
        for (const { start, end } of findPersonalData(text)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          from = end;
        }
      },
    ),
  );
});
