/**
 * The check digits of cards, accounts and national numbers. Each takes digits (and letters, where
 * the number has any) without separators, in capitals, and says whether they belong together.
 */

/** Payment cards. Source: ISO/IEC 7812-1, annex B (Luhn). */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let n = 0; n < digits.length; n += 1) {
    const digit = Number(digits[digits.length - 1 - n]);
    const doubled = n % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Bank accounts. Source: ISO 13616-1 (IBAN), ISO/IEC 7064 MOD 97-10. */
export function isIban(account: string): boolean {
  const moved = account.slice(4) + account.slice(0, 4);
  return (
    remainder(
      moved.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)),
      97,
    ) === 1
  );
}

const verhoeffProducts = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];
const verhoeffTurns = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
  [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
  [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
  [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
  [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
  [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
  [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
];

/** India's Aadhaar. Source: UIDAI; J. Verhoeff, Error Detecting Decimal Codes (1969). */
export function isVerhoeff(digits: string): boolean {
  let check = 0;
  for (let n = 0; n < digits.length; n += 1) {
    const turned = verhoeffTurns[n % 8]?.[Number(digits[digits.length - 1 - n])] ?? 0;
    check = verhoeffProducts[check]?.[turned] ?? 0;
  }
  return check === 0;
}

/** Brazil's CPF: 9 digits and 2 check digits. Source: Receita Federal, MOD 11. */
export function isCpf(digits: string): boolean {
  return !isOneDigit(digits) && brazilianDigit(digits, 9, 10) && brazilianDigit(digits, 10, 11);
}

/** Brazil's CNPJ: 12 digits and 2 check digits. Source: Receita Federal, MOD 11. */
export function isCnpj(digits: string): boolean {
  const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  const fits = (length: number): boolean => {
    const rest = weighted(digits.slice(0, length), weights.slice(weights.length - length)) % 11;
    return Number(digits[length]) === (rest < 2 ? 0 : 11 - rest);
  };
  return !isOneDigit(digits) && fits(12) && fits(13);
}

/** Spain's DNI (8 digits, a letter) and NIE (X, Y or Z first). Source: Real Decreto 1553/2005. */
export function isSpanishId(id: string): boolean {
  const digits = id.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23] === id.at(-1);
}

/** France's NIR: 13 digits (2A and 2B in Corsica) and a key of 2. Source: INSEE. */
export function isNir(id: string): boolean {
  const digits = id.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return Number(id.slice(13)) === 97 - remainder(digits, 97);
}

/** China's resident identity number: 17 digits and a digit or X. Source: GB 11643-1999, MOD 11-2. */
export function isChineseId(id: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return '10X98765432'[weighted(id.slice(0, 17), weights) % 11] === id[17];
}

/** Portugal's NIF: 8 digits and a check digit. Source: Decreto-Lei 14/2013, MOD 11. */
export function isNif(digits: string): boolean {
  const rest = weighted(digits.slice(0, 8), [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return Number(digits[8]) === (rest < 2 ? 0 : 11 - rest);
}

function brazilianDigit(digits: string, length: number, firstWeight: number): boolean {
  const weights = Array.from({ length }, (_, n) => firstWeight - n);
  const rest = (weighted(digits.slice(0, length), weights) * 10) % 11;
  return Number(digits[length]) === rest % 10;
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, n) => sum + weight * Number(digits[n]), 0);
}

/** Of a number too long for a number. */
function remainder(digits: string, by: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % by;
  return rest;
}

function isOneDigit(digits: string): boolean {
  return digits.replaceAll(digits[0] ?? '', '') === '';
}
