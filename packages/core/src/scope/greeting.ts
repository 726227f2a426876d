import type { Business } from '../business/business.ts';
import type { Language } from '../language/language.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { taskTitles } from './refusal.ts';

/** The agent's answer to small talk: who it is and what it can do. */
export function greeting(business: Business, language: Language): string {
  return sentencesIn(language).greeting.first(business.name, taskTitles(business, language));
}
