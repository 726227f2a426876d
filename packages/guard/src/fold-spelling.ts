/**
 * A text in lower case, with what people leave out or write in several ways made one: accents of Latin
 * letters, forms of alif, ya and ta marbuta, vowel marks, Indic nasal signs, digits of other scripts, and letters
 * that are drawn out ("heyyyy"). For comparing only.
 */
export function foldSpelling(text: string): string {
  // Most of this is not in ASCII.
  if (!/[\u0080-\uffff]/.test(text))
    return text
      .toLowerCase()
      .replace(/['`]/g, '')
      .replace(/([a-z])\1{2,}/g, '$1');
  return text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`´]/gu, '')
    .replace(/[\u064b-\u065f\u0670\u0640]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .replace(/[ؤئ]/gu, 'ء')
    .replace(/ँ/gu, 'ं')
    .replace(/़/gu, '')
    .replace(otherDigits, (digit) => String(digit.charCodeAt(0) - zeroOf(digit.charCodeAt(0))))
    .replace(/(\p{L})\1{2,}/gu, '$1');
}

/** Arabic, Persian and Devanagari digits. */
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/gu;

function zeroOf(code: number): number {
  if (code < 0x06f0) return 0x0660;
  return code < 0x0966 ? 0x06f0 : 0x0966;
}
