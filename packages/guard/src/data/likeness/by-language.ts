import type { LikenessWords } from '../../likeness-words.ts';
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

/** What words say whether somebody writes to a business or to a general assistant, by language; the first list that knows a word counts. */
export const likenessWords: Readonly<Record<string, readonly LikenessWords[]>> = {
  en: [english],
  es: [spanish],
  pt: [portuguese],
  fr: [french],
  id: [indonesian, english],
  hi: [hindi, romanisedHindi, english],
  'hi-Latn': [romanisedHindi, english],
  ar: [arabic, arabizi, english],
  'ar-Latn': [arabizi, english],
  zh: [chinese, english],
};
