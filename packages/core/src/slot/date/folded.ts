import { comparableText } from '../../message/comparable-text.ts';
import { withHourDigits } from './hour-words.ts';
import { withAsciiDigits } from '../digits.ts';

/**
 * A text in the form that words for days and times are looked for: small letters, digits 0 to 9,
 * Latin letters without accents ("mañana" and "manana" are one), Arabic without vowel signs and with
 * one form of alef and of the final h, no full stops in "a.m.", hours in digits ("at ten", "三点"), "que" for "q".
 */
export function folded(text: string): string {
  return withHourDigits(
    withAsciiDigits(comparableText(text))
      .normalize('NFD')
      .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
      .normalize('NFC')
      .replace(/[\u064b-\u065f\u0670\u0640]/gu, '')
      .replace(/[أإآٱ]/gu, 'ا')
      .replace(/ى/gu, 'ي')
      .replace(/ة/gu, 'ه')
      .replace(/\b([ap])\.\s?m\.?/g, '$1m')
      // "Semana q vem", "el lunes q viene".
      .replace(/(?<![\p{L}\p{M}\p{N}])q (?=vem|viene|vien\b)/gu, 'que '),
  );
}
