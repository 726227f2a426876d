import { arabic } from './ar.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { hindi } from './hi.ts';
import { romanisedHindi } from './hi-latn.ts';
import { indonesian } from './id.ts';
import type { Language } from './language.ts';
import { portuguese } from './pt.ts';
import type { Sentences } from './sentences.ts';
import { chinese } from './zh.ts';

const byLanguage: Readonly<Record<Language, Sentences>> = {
  en: english,
  es: spanish,
  pt: portuguese,
  fr: french,
  id: indonesian,
  hi: hindi,
  'hi-Latn': romanisedHindi,
  ar: arabic,
  zh: chinese,
};

/** What the agent says in a language. */
export function sentencesIn(language: Language): Sentences {
  return byLanguage[language];
}
