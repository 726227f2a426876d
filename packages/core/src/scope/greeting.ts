import type { Business } from '../business/business.ts';
import type { Language } from '../language/language.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { taskTitles } from './refusal.ts';

/** The agent's answer to small talk: who it is and what it can do. `name`: the customer's, where the business keeps it. */
export function greeting(business: Business, language: Language, name: string | undefined): string {
  const { first, known } = sentencesIn(language).greeting;
  const titles = taskTitles(business, language);
  return name === undefined ? first(business.name, titles) : known(business.name, titles, name);
}
