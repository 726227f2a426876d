import { arabic } from './arabic.ts';
import { arabizi } from './arabizi.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { hindi } from './hindi.ts';
import { indonesian } from './indonesian.ts';
import { portuguese } from './portuguese.ts';
import { romanisedHindi } from './romanised-hindi.ts';
import { spanish } from './spanish.ts';

/** By language: concepts and the forms that stand for them. Made of `training/concepts`. */
export const conceptForms: Readonly<Record<string, string>> = {
  en: english,
  es: spanish,
  pt: portuguese,
  fr: french,
  id: indonesian,
  hi: hindi,
  'hi-Latn': romanisedHindi,
  ar: arabic,
  'ar-Latn': arabizi,
  zh: chinese,
};
