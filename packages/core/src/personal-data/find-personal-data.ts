import {
  isChineseId,
  isCnpj,
  isCpf,
  isIban,
  isLuhn,
  isNif,
  isNir,
  isSpanishId,
  isVerhoeff,
} from './check-digits.ts';
import { latinDigits } from './latin-digits.ts';
import { namedSecretsIn } from './secrets-in.ts';

/** What may not leave the program unmasked. Source: rule WA-DATA-002 of the policy pack. */
export type PersonalDataKind = 'card' | 'bank-account' | 'national-id' | 'code';

/** Where it stands: from `start` up to, not with, `end`, in UTF-16 units of the text searched. */
export type PersonalData = { readonly kind: PersonalDataKind; readonly start: number; readonly end: number };

type Finder = {
  readonly kind: PersonalDataKind;
  readonly pattern: RegExp;
  /** Of what was found, without separators, in capitals. */
  readonly holds: (value: string) => boolean;
};

/** Between the groups of a long number people write a blank, a dot, a dash or a slash. */
const finders: readonly Finder[] = [
  { kind: 'bank-account', pattern: /\b[a-z]{2}\d{2}(?:[ -]?[a-z0-9]){11,30}\b/gi, holds: isAccount },
  { kind: 'card', pattern: /(?<![\d+])\d(?:[ .-]?\d){12,18}(?!\d)/g, holds: isCard },
  { kind: 'national-id', pattern: /(?<!\d)\d{17}[\dx](?![\dx])/gi, holds: isChineseId },
  {
    kind: 'national-id',
    pattern: /(?<![\d+])[12][ .]?\d{2}[ .]?\d{2}[ .]?(?:\d{2}|2[ab])[ .]?\d{3}[ .]?\d{3}[ .]?\d{2}(?!\d)/gi,
    holds: isNir,
  },
  { kind: 'national-id', pattern: /(?<!\d)\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}(?!\d)/g, holds: isCnpj },
  { kind: 'national-id', pattern: /(?<![\d+])\d{3}\.?\d{3}\.?\d{3}-?\d{2}(?!\d)/g, holds: isCpf },
  { kind: 'national-id', pattern: /(?<![\d+])[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}(?!\d)/g, holds: isVerhoeff },
  { kind: 'national-id', pattern: /(?<![\d+])\d{16}(?!\d)/g, holds: isNik },
  {
    kind: 'national-id',
    pattern: /(?<![\p{L}\d])(?:\d{8}|[xyz]\d{7})[ -]?[a-z](?![\p{L}\d])/giu,
    holds: isSpanishId,
  },
  {
    kind: 'national-id',
    pattern: /(?<![\p{L}\d])[a-z]{4}\d{6}[hmx][a-z]{5}[a-z\d]\d(?![\p{L}\d])/giu,
    holds: () => true,
  },
  {
    kind: 'national-id',
    pattern: /(?<![\d+-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g,
    holds: () => true,
  },
];

/** Nine digits, or four to eight, mean nothing without the word beside them. */
const named: readonly Finder[] = [
  {
    kind: 'national-id',
    pattern: /\bnif\b\D{0,12}(?<value>\d{3}[ .]?\d{3}[ .]?\d{3})(?!\d)/gi,
    holds: isNif,
  },
  {
    kind: 'code',
    pattern:
      /(?:\b(?:otp|pin|cvv|cvc|codes?|c[oó]digo|senha|clave|contrase[nñ]a|password|passcode|kode|sandi|kata sandi|mot de passe|tan)\b|कोड|ओटीपी|पासवर्ड|पिन|رمز|كود|الرمز|كلمة (?:السر|المرور)|验证码|校验码|密码|驗證碼|密碼)(?!\s?(?:postal\b|pos\b|code\D{0,24}[1-8]\d{2} ?\d{3}(?!\d)))[^\d\n]{0,24}(?<value>\d(?:[ -]?\d){2,7})(?!\d)/giu,
    holds: () => true,
  },
  {
    kind: 'code',
    pattern:
      /(?<!\d)(?<value>\d{4,8})\s{0,2}(?:is|es|é|est|adalah|है|hai|هو|是)\s(?:your|my|the|tu|su|mi|o seu|votre|mon|kode|आपका|mera|رمز|您的)?\s?(?:\p{L}+\s){0,2}(?:otp|code|c[oó]digo|kode|verification|कोड|كود|رمز|验证码)/giu,
    holds: () => true,
  },
];

/**
 * Finds cards (Luhn), bank accounts (IBAN), national numbers with check digits or a form of their
 * own (Aadhaar, CPF, CNPJ, CURP, DNI, NIE, NIF, NIK, NIR, SSN, China's resident number), and codes
 * and passwords that a word names. Digits of any script count. Phone numbers and order numbers are none of them.
 */
export function findPersonalData(text: string): readonly PersonalData[] {
  const latin = latinDigits(text);
  const found: PersonalData[] = [];
  for (const { start, end } of namedSecretsIn(text)) {
    if (found.every((other) => end <= other.start || start >= other.end))
      found.push({ kind: 'code', start, end });
  }
  for (const { kind, pattern, holds } of [...finders, ...named]) {
    for (const match of latin.matchAll(pattern)) {
      const value = match.groups?.['value'] ?? match[0];
      const start = match.index + match[0].indexOf(value);
      const end = start + value.length;
      if (!holds(value.replaceAll(/[ ./-]/g, '').toUpperCase())) continue;
      if (found.every((other) => end <= other.start || start >= other.end)) found.push({ kind, start, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function isCard(digits: string): boolean {
  // The ranges and lengths that cards are issued in: others are phones, devices, tracking numbers and the like.
  const issued =
    /^(?:4(?:\d{12}|\d{15}|\d{18})|3[47]\d{13}|3[0689]\d{12}|(?:3[05689]|2[2-7]|5\d|6\d|8\d)\d{14,17})$/;
  return issued.test(digits) && isLuhn(digits);
}

/** The shortest IBAN is Norway's, the longest Saint Lucia's with room to 34. Source: ISO 13616-1. */
function isAccount(value: string): boolean {
  return value.length >= 15 && value.length <= 34 && isIban(value);
}

/** Indonesia's NIK: place, then a birthday (40 more for women) and a number. Source: Permendagri 43/2021. */
function isNik(digits: string): boolean {
  const province = Number(digits.slice(0, 2));
  const day = Number(digits.slice(6, 8)) % 40;
  const month = Number(digits.slice(8, 10));
  return (
    province >= 11 &&
    province <= 97 &&
    day >= 1 &&
    day <= 31 &&
    month >= 1 &&
    month <= 12 &&
    digits.slice(12) !== '0000'
  );
}
