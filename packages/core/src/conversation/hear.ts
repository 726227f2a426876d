import {
  chooseLanguage,
  localeOf,
  shippedLanguage,
  spokenLanguages,
  type Language,
} from '../language/language.ts';
import { guessLanguage, hearLanguage } from '../language/guess-language.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import type { Moment } from './turn-state.ts';

/** The turn in the language of the customer's text, if that tells; `found`: that of the phrase a check found in it. */
export function heardIn(moment: Moment, text: string, found?: string): Moment {
  const { language } = moment.conversation;
  // English words are borrowed everywhere: beside them one word of another language counts.
  const leastWords = found === 'en' ? 1 : 2;
  const known = language !== undefined || guessLanguage(text, undefined, leastWords) !== undefined;
  return hear(moment, text, known ? undefined : found).moment;
}

/**
 * The turn in the language the guard heard. A customer whose language the business does not speak
 * is told so once, in their own words where we have them.
 */
export function judgedIn(before: Moment, text: string, judged: string | undefined): Moment {
  const { moment, foreign } = hear(before, text, judged);
  if (foreign === undefined || moment.conversation.foreignTold === true) return moment;
  const told = languageTold(moment, shippedLanguage(foreign) ?? moment.turn.language);
  return {
    ...moment,
    conversation: { ...moment.conversation, foreignTold: true },
    turn: { ...moment.turn, notes: [...moment.turn.notes, told] },
  };
}

/** What the agent speaks, told in a language that it does not. */
export function languageTold(moment: Moment, language: Language): string {
  return sentencesIn(language).otherLanguage(spokenNames(moment, localeOf[language]));
}

function hear(
  moment: Moment,
  text: string,
  found: string | undefined,
): { readonly moment: Moment; readonly foreign?: string } {
  const { business, conversation, turn } = moment;
  const heard = hearLanguage(text, found, business.languages, conversation.language);
  if (heard === undefined) return { moment };
  const { language, foreign } = chooseLanguage(business.languages, heard, conversation.language);
  const { foreign: _before, ...rest } = turn;
  const own = foreign === undefined ? undefined : shippedLanguage(foreign);
  const spoken = {
    ...moment,
    turn: { ...rest, language, heard: language, ...(own === undefined ? {} : { foreign: own }) },
  };
  return foreign === undefined ? { moment: spoken } : { moment: spoken, foreign };
}

/** "English and Spanish", in the words of a locale. */
function spokenNames({ business }: Moment, locale: string): string {
  const bases = spokenLanguages(business.languages).map((language) => language.split('-')[0] ?? language);
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const named = [...new Set(bases)].map((base) => names.of(base) ?? base);
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(named);
}
