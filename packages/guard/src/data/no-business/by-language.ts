import { arabic } from './arabic.ts';
import { arabizi } from './arabizi.ts';
import { chinese } from './chinese.ts';
import { clincOutOfScope } from './clinc-out-of-scope.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { hindi } from './hindi.ts';
import { indonesian } from './indonesian.ts';
import { portuguese } from './portuguese.ts';
import { romanisedHindi } from './romanised-hindi.ts';
import { spanish } from './spanish.ts';

/**
 * Messages that belong to no business, by language: what a general assistant is asked. The guard
 * learns from them which words are common, and sets its thresholds so that few of them get in.
 */
export const noBusiness: Readonly<Record<string, readonly string[]>> = {
  en: [...english, ...clincOutOfScope],
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
