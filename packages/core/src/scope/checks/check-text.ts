import { arabicPhrases } from './phrases/ar.ts';
import { arabiziPhrases } from './phrases/ar-latn.ts';
import { englishPhrases } from './phrases/en.ts';
import { spanishPhrases } from './phrases/es.ts';
import { frenchPhrases } from './phrases/fr.ts';
import { romanisedHindiPhrases } from './phrases/hi-latn.ts';
import { hindiPhrases } from './phrases/hi.ts';
import { indonesianPhrases } from './phrases/id.ts';
import { portuguesePhrases } from './phrases/pt.ts';
import { chinesePhrases } from './phrases/zh.ts';
import type { CheckPhrases } from './check-phrases.ts';
import { checkedWords, isSpelledOut } from './checked-words.ts';
import {
  createPhraseFinder,
  createPhraseIndex,
  type PhraseFinder,
  type PossiblePhrases,
} from './phrase-finder.ts';
import { createQuickLook } from './quick-look.ts';

/** `found`: the words that gave it away; `language`: the tag of the language whose phrases they are. */
export type CheckFound = { readonly found: string; readonly language: string };

/** What the checks found in a text; each is absent when there is nothing of the kind. */
export type TextChecks = {
  readonly danger?: CheckFound;
  readonly selfHarm?: CheckFound;
  readonly complaint?: CheckFound;
  readonly privacy?: CheckFound;
  readonly person?: CheckFound;
  readonly stop?: CheckFound;
  readonly injection?: CheckFound;
  readonly harassment?: CheckFound;
};

/**
 * The checks that every text, caption, transcript and answer passes before anything else looks at
 * it, in all languages at once. No setting turns them off; they need no model and no network.
 */
export function checkText(text: string): TextChecks {
  const lines = linesOf(text);
  // Several messages may hold one thought; each of them may also be a thought of its own.
  const apart = lines.length > 1 ? lines.map(checkPart) : [];
  const disguised = disguise(text);
  return [...apart, checkPart(lines.join(' '))].reduce<TextChecks>(
    (found, part) => ({ ...found, ...part }),
    disguised === undefined ? {} : { injection: disguised },
  );
}

/**
 * Whether `checkText` finds danger or self-harm. Quicker, because hardly any text holds a word of these phrases:
 * for the path on which every text is asked.
 */
export function tellsOfDanger(text: string): boolean {
  if (!mayNameDanger(text)) return false;
  const lines = linesOf(text);
  if (!mayTellOfDanger(lines.join(' ')) && (lines.length === 1 || !lines.some(mayTellOfDanger))) return false;
  const { danger, selfHarm } = checkText(text);
  return danger !== undefined || selfHarm !== undefined;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\n+/u).filter((line) => line.trim() !== '');
}

function mayTellOfDanger(text: string): boolean {
  const possible = dangersIn(checkedWords(text));
  return all.some(
    ({ finders, script }) =>
      (finders.danger.mayFind(possible) || finders.selfHarm.mayFind(possible)) && script.test(text),
  );
}

function checkPart(text: string): TextChecks {
  const words = checkedWords(text);
  const possible = phrasesIn(words);
  const found: { -readonly [kind in keyof TextChecks]: CheckFound } = {};
  for (const { language, finders, unspaced } of languagesIn(text)) {
    const plain = finders.harmless.replace(unspaced ? words.replaceAll(' ', '') : words, possible, ' …');
    for (const kind of kinds) {
      if (found[kind] !== undefined) continue;
      const match = finders[kind].find(
        kind === 'person' ? unasking(finders, plain, possible) : plain,
        possible,
      );
      if (match !== undefined) found[kind] = { found: match.trim(), language };
    }
  }
  return found;
}

/** Without the sayings that name a person and ask for none. */
function unasking(finders: Finders, words: string, possible: PossiblePhrases): string {
  return finders.notPerson.replace(words, possible, ' …');
}

/** Whether a text asks if a person or a machine answers, and in which language. */
export function asksWhoAnswers(text: string): CheckFound | undefined {
  return findIn(text, 'isBot');
}

/** Whether a text asks what the agent can do, and nothing else, and in which language. */
export function asksAbilities(text: string): CheckFound | undefined {
  return findIn(text, 'abilities');
}

function findIn(text: string, kind: 'isBot' | 'abilities'): CheckFound | undefined {
  const words = checkedWords(text);
  const possible = phrasesIn(words);
  for (const { language, finders, unspaced } of languagesIn(text)) {
    const match = finders[kind].find(unspaced ? words.replaceAll(' ', '') : words, possible);
    if (match !== undefined) return { found: match.trim(), language };
  }
  return undefined;
}

/** What only somebody does who writes for a machine: another speaker's part, words spelled out letter by letter. */
function disguise(text: string): CheckFound | undefined {
  const speaker = speakerMark.exec(text)?.[0].trim();
  if (speaker !== undefined) return { found: speaker, language: 'und' };
  return isSpelledOut(text) ? { found: 'letters spelled out one by one', language: 'und' } : undefined;
}

/** "[SYSTEM]", "</system>", "Assistant:" at the beginning of a line. */
const speakerMark =
  /(?:^|\n)[ \t]{0,8}(?:[[<(#*|]{1,4}\/?[ \t]{0,2}(?:system|sistem|sistema|syst[eè]me|assistant|asisten|asistente|assistente|admin|inst|im_start|系统|系統|助手|النظام|سستم|सिस्टम)[ \t]{0,2}[\])>*|]|(?:system|sistem|sistema|syst[eè]me|assistant|asisten|asistente|assistente|系统|系統|النظام|सिस्टम)[ \t]{0,2}[:：])/iu;

const kinds = [
  'danger',
  'selfHarm',
  'complaint',
  'privacy',
  'person',
  'stop',
  'injection',
  'harassment',
] as const;

type Finders = Readonly<
  Record<(typeof kinds)[number] | 'harmless' | 'notPerson' | 'isBot' | 'abilities', PhraseFinder>
>;

type Compiled = {
  readonly language: string;
  readonly unspaced: boolean;
  readonly script: RegExp;
  readonly finders: Finders;
};

const all: readonly Compiled[] = [
  englishPhrases,
  spanishPhrases,
  portuguesePhrases,
  frenchPhrases,
  indonesianPhrases,
  hindiPhrases,
  romanisedHindiPhrases,
  arabicPhrases,
  arabiziPhrases,
  chinesePhrases,
].map(compile);

function compile(phrases: CheckPhrases): Compiled {
  const unspaced = phrases.unspaced === true;
  const finder = (list: readonly string[]): PhraseFinder => createPhraseFinder(list, unspaced);
  return {
    language: phrases.language,
    unspaced,
    script: phrases.script,
    finders: {
      harmless: finder(phrases.harmless),
      notPerson: finder(phrases.notPerson),
      danger: finder(phrases.danger),
      selfHarm: finder(phrases.selfHarm),
      complaint: finder(phrases.complaint),
      person: finder(phrases.person),
      stop: finder(phrases.stop),
      injection: finder(phrases.injection),
      harassment: finder(phrases.harassment),
      isBot: finder(phrases.isBot),
      privacy: finder(phrases.privacy),
      abilities: finder(phrases.abilities),
    },
  };
}

const phrasesIn = createPhraseIndex(all.flatMap(({ finders }) => Object.values(finders)));
const dangers = all.flatMap(({ finders: { danger, selfHarm } }) => [danger, selfHarm]);
const dangersIn = createPhraseIndex(dangers);
const mayNameDanger = createQuickLook(
  all.filter(({ unspaced }) => !unspaced).flatMap(({ finders: { danger, selfHarm } }) => [danger, selfHarm]),
);

function languagesIn(text: string): readonly Compiled[] {
  return all.filter(({ script }) => script.test(text));
}
