import { languages, type Language } from '../language/language.ts';
import { bareWords } from '../message/comparable-text.ts';
import { foldLetters } from './checks/checked-words.ts';
import { shortAnswers, type ShortAnswers } from './short-answers.ts';

/**
 * A plain yes or no and nothing else; a message that says more is neither. `language`: the
 * conversation's; English is understood beside it.
 */
export function yesOrNo(text: string, language: Language = 'en'): 'yes' | 'no' | 'neither' {
  if (thumbsUp.test(text.trim())) return 'yes';
  const words = wordsOf(text);
  const known = languagesOf(language);
  if (known.some(({ yes }) => yes.test(words))) return 'yes';
  return known.some(({ no }) => no.test(words)) ? 'no' : 'neither';
}

/** Whether a yes is only an "ok" or a thumbs up, which after an answer says that it was received. */
export function isAcknowledgement(text: string, language: Language = 'en'): boolean {
  const words = wordsOf(text);
  return (
    thumbsUp.test(text.trim()) || languagesOf(language).some(({ acknowledged }) => acknowledged.test(words))
  );
}

/** Whether a yes is "ok, thanks", which ends a matter and takes up no offer. */
export function isThankfulAcknowledgement(text: string, language: Language = 'en'): boolean {
  return (
    isAcknowledgement(text, language) &&
    languagesOf(language).some(({ thanks }) => thanks.test(wordsOf(text)))
  );
}

/** Whether a text is a whole answer in any language, after which nothing more is to be expected. */
export function isWholeAnswer(text: string): boolean {
  const words = wordsOf(text);
  return (
    thumbsUp.test(text.trim()) ||
    Object.values(compiled).some(
      ({ yes, no, thanksAlone, acknowledged }) =>
        yes.test(words) || no.test(words) || thanksAlone.test(words) || acknowledged.test(words),
    )
  );
}

/** The language a text greets in, when it does nothing else; after a greeting more is to be expected. */
export function greetingLanguage(text: string): Language | undefined {
  const words = wordsOf(text);
  return languages.find((language) => compiled[language].greeting.test(words));
}

/** Whether a text only greets, in any language. `words`: its `bareWords`. */
export function isGreeting(words: string): boolean {
  return anyGreeting.test(unspacedHan(foldLetters(words)));
}

/** Whether a text is a greeting in this language and nothing else. */
export function greetsIn(text: string, language: Language): boolean {
  return compiled[language].greeting.test(wordsOf(text));
}

/** The language a text thanks in, when it does nothing else. */
export function thanksLanguage(text: string): Language | undefined {
  const words = wordsOf(text);
  return languages.find((language) => compiled[language].thanksAlone.test(words));
}

/** Thumbs up in any skin tone, or a check mark. */
const thumbsUp =
  /^(?:(?:\u{1f44d}(?:\u{1f3fb}|\u{1f3fc}|\u{1f3fd}|\u{1f3fe}|\u{1f3ff})?|\u{2705}|\u{2714})\u{fe0f}?\s*)+$/u;

type Compiled = Readonly<
  Record<'yes' | 'no' | 'acknowledged' | 'thanks' | 'thanksAlone' | 'greeting', RegExp>
>;

const compiled: Readonly<Record<Language, Compiled>> = {
  en: compile(shortAnswers.en, ' '),
  es: compile(shortAnswers.es, ' '),
  pt: compile(shortAnswers.pt, ' '),
  fr: compile(shortAnswers.fr, ' '),
  id: compile(shortAnswers.id, ' '),
  hi: compile(shortAnswers.hi, ' '),
  'hi-Latn': compile(shortAnswers['hi-Latn'], ' '),
  ar: compile(shortAnswers.ar, ' '),
  zh: compile(shortAnswers.zh, ''),
};

const anyGreeting = new RegExp(
  Object.values(compiled)
    .map(({ greeting }) => greeting.source)
    .join('|'),
  'u',
);

function languagesOf(language: Language): readonly Compiled[] {
  return language === 'en' ? [compiled.en] : [compiled[language], compiled.en];
}

/** `between`: what stands between words; nothing in scripts without spaces. */
function compile(answers: ShortAnswers, between: '' | ' '): Compiled {
  const some = (list: string): string =>
    `(?:(?:${foldLetters(list)})${between === '' ? '' : `(?:${between}|$)`})`;
  const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'u');
  const thanks = some(answers.thanks);
  return {
    yes: whole(`${some(answers.lead)}{0,3}${some(answers.yes)}{1,4}${some(answers.yesTail)}{0,4}`),
    no: whole(`${some(answers.lead)}{0,3}${some(answers.no)}{1,4}${some(answers.noTail)}{0,4}`),
    acknowledged: whole(`${some(answers.acknowledged)}(?:${some(answers.acknowledged)}|${thanks}){0,4}`),
    thanks: new RegExp(
      between === '' ? `(?:${answers.thanks})` : `(?:^| )(?:${foldLetters(answers.thanks)})(?: |$)`,
      'u',
    ),
    thanksAlone: whole(`${thanks}{1,4}`),
    greeting: whole(
      `${some(answers.greeting)}{1,3}(?:(?:there|all|team|again|kak|min|ji|todos|tous|tout le monde)(?: |$)){0,2}`,
    ),
  };
}

function wordsOf(text: string): string {
  return unspacedHan(foldLetters(bareWords(text)).replaceAll(drawnOut, '$1'));
}

/** "Siii", "yesss": a letter three times or more is one that is drawn out. */
const drawnOut = /(\p{L})\1{2,}/gu;

function unspacedHan(words: string): string {
  return /\p{Script=Han}/u.test(words) ? words.replaceAll(' ', '') : words;
}
