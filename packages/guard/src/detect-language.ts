import { noBusiness } from './data/no-business/by-language.ts';
import { languageWords } from './language-words.ts';
import { countGroups, likelihoods } from './language-profiles.ts';

/** A language a text may be in, as a BCP 47 tag ("es", "hi-Latn"), with its share of the belief. */
export type LanguageGuess = { readonly language: string; readonly belief: number };

/**
 * Tells languages apart. `languages`: those of the agent, which are likelier than others;
 * `samples`: what is written in them, by language.
 */
export type LanguageDetector = {
  /** `conversation`: the language of what was said before, if known. The likeliest comes first. */
  readonly detect: (text: string, conversation: string | undefined) => readonly LanguageGuess[];
};

const agentPrior = 3;
const conversationPrior = 8;

export function createLanguageDetector(
  languages: readonly string[],
  samples: Readonly<Record<string, readonly string[]>>,
): LanguageDetector {
  const written = byLanguageAndScript(samples);
  const tags = [
    ...new Set([...languages, ...written.keys(), ...Object.keys(noBusiness), ...Object.keys(languageWords)]),
  ];
  const profiles = countGroups(
    tags.map((language) => [
      ...spread(written.get(language) ?? []),
      ...(noBusiness[language] ?? []),
      ...repeated(languageWords[language] ?? '', noBusiness[language] === undefined ? 8 : 2),
    ]),
  );
  const byScript = Map.groupBy([...tags.entries()], ([, language]) => scriptOfTag(language));
  return {
    detect(text, conversation) {
      const script = scriptOf(text);
      const priorOf = (language: string): number =>
        (languages.includes(language) ? agentPrior : 1) * (language === conversation ? conversationPrior : 1);
      if (script === undefined) {
        const likely = conversation ?? languages[0];
        return likely === undefined ? [] : [{ language: likely, belief: 1 }];
      }
      const candidates = byScript.get(script) ?? [];
      if (candidates.length === 0) return [{ language: languageOfScript[script] ?? 'und', belief: 1 }];
      const [only] = candidates;
      if (only !== undefined && candidates.length === 1) return [{ language: only[1], belief: 1 }];
      const logs = likelihoods(
        profiles,
        text,
        candidates.map(([at]) => at),
      );
      const scored = candidates.map(([, language], at) => ({
        language,
        log: (logs[at] ?? 0) + Math.log(priorOf(language)),
      }));
      const highest = scored.reduce((most, { log }) => Math.max(most, log), -Infinity);
      const weights = scored.map(({ language, log }) => ({ language, belief: Math.exp(log - highest) }));
      const total = weights.reduce((sum, { belief }) => sum + belief, 0);
      return weights
        .map(({ language, belief }) => ({ language, belief: belief / total }))
        .toSorted((a, b) => b.belief - a.belief);
    },
  };
}

/** Where there are no whole messages of a language, its few words stand for more. */
function repeated(words: string, times: number): readonly string[] {
  return words.split(' ').flatMap((word) => Array.from({ length: times }, () => word));
}

/** The samples by what they are written in: romanised Arabic among Arabic ones is "ar-Latn". */
function byLanguageAndScript(
  samples: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, readonly string[]> {
  const written = new Map<string, string[]>();
  for (const [language, texts] of Object.entries(samples)) {
    for (const text of texts) {
      const romanised = scriptOf(text) === 'Latn' && romanisable.has(language);
      const tag = romanised ? `${language}-Latn` : language;
      const list = written.get(tag) ?? [];
      list.push(text);
      written.set(tag, list);
    }
  }
  return written;
}

/** Languages that people also write in Latin letters. Chinese with English words in it is none of them. */
const romanisable = new Set(['ar', 'hi']);
const mostSamples = 150;

/** At most so many of a language's samples, from all over the list, so that fitting stays quick. */
function spread(texts: readonly string[]): readonly string[] {
  const step = Math.max(1, texts.length / mostSamples);
  return texts.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

const scripts = [
  ['Latn', /\p{Script=Latin}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Hani', /\p{Script=Han}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Hang', /\p{Script=Hangul}/gu],
  ['Beng', /\p{Script=Bengali}/gu],
  ['Taml', /\p{Script=Tamil}/gu],
  ['Telu', /\p{Script=Telugu}/gu],
] as const;

const languageOfScript: Readonly<Record<string, string>> = {
  Jpan: 'ja',
  Cyrl: 'ru',
  Grek: 'el',
  Hebr: 'he',
  Thai: 'th',
  Hang: 'ko',
  Beng: 'bn',
  Taml: 'ta',
  Telu: 'te',
};

/** The script most letters are in, a letter of a script without spaces counting for five; undefined without letters. */
function scriptOf(text: string): string | undefined {
  if (!/[\u0080-\uffff]/.test(text)) return /[a-z]/i.test(text) ? 'Latn' : undefined;
  let found: string | undefined;
  let most = 0;
  for (const [script, letters] of scripts) {
    const count = (text.match(letters)?.length ?? 0) * (script === 'Hani' || script === 'Jpan' ? 5 : 1);
    if (count > most) [found, most] = [script, count];
  }
  return found;
}

function scriptOfTag(language: string): string {
  const [base, script] = language.split('-');
  if (script !== undefined && script.length === 4) return script;
  return scriptOfLanguage[base ?? ''] ?? 'Latn';
}

const scriptOfLanguage: Readonly<Record<string, string>> = {
  ar: 'Arab',
  fa: 'Arab',
  ur: 'Arab',
  hi: 'Deva',
  mr: 'Deva',
  ne: 'Deva',
  zh: 'Hani',
  ja: 'Jpan',
  ru: 'Cyrl',
  uk: 'Cyrl',
  el: 'Grek',
  he: 'Hebr',
  th: 'Thai',
  ko: 'Hang',
  bn: 'Beng',
  ta: 'Taml',
  te: 'Telu',
};
