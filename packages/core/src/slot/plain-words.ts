import { comparableText } from '../message/comparable-text.ts';

/** The words alone, in any script: comparable text without punctuation or emoji, vowel signs kept. */
export function plainWords(text: string): string {
  return comparableText(text)
    .replace(/'/gu, ' ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
