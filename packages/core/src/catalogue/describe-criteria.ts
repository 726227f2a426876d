import type { Language } from '../language/language.ts';
import type { Criteria, Than } from './criteria.ts';
import { priceText } from './price-text.ts';
import type { Budget } from './read-budget.ts';
import { cataloguePhrases } from './words/catalogue-phrases.ts';

/** What was understood, said back: "headphones · black · up to $300"; "" when nothing was. */
export function describeCriteria(criteria: Criteria, language: Language): string {
  const phrases = cataloguePhrases[language];
  const { text, spelt, brands, colours, size, budget, than, notBrands, inStock } = criteria;
  const words = /\p{Script=Han}/u.test(text)
    ? text.replaceAll(' ', '')
    : text
        .split(' ')
        .map((word) => spelt[word] ?? word)
        .join(' ');
  return [
    words,
    ...brands,
    ...colours.map((colour) => phrases.colours[colour]),
    ...(size === undefined ? [] : [put(phrases.size, size)]),
    ...(budget === undefined ? [] : [budgetText(budget, language)]),
    ...(than === undefined ? [] : [thanText(than, language)]),
    ...(notBrands.length === 0 ? [] : [put(phrases.otherThan, notBrands.join(', '))]),
    ...(inStock ? [phrases.inStock] : []),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function budgetText({ from, to, currency }: Budget, language: Language): string {
  const { upTo, from: starting, between } = cataloguePhrases[language];
  if (from === undefined) return to === undefined ? '' : put(upTo, priceText(to, currency, language));
  if (to === undefined) return put(starting, priceText(from, currency, language));
  const [before, middle, after] = between;
  return `${before}${priceText(from, currency, language)}${middle}${priceText(to, currency, language)}${after}`;
}

function thanText({ kind, limit, currency }: Than, language: Language): string {
  const phrase = cataloguePhrases[language][kind];
  return currency === undefined ? phrase : put(phrase, priceText(limit, currency, language));
}

function put(phrase: string, value: string): string {
  return phrase.replace('#', () => value);
}
