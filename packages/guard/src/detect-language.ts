import { noBusiness } from './data/no-business/by-language.ts';
import { languageWords } from './language-words.ts';

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
  const profiles = profile(
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

/** How often letter groups of 1 to 3 and words occur in each language, as logarithms; one row a group. */
type Profiles = {
  readonly rows: ReadonlyMap<string, number>;
  readonly logs: Float32Array;
  /** The logarithm for a group that a language has never seen. */
  readonly unseen: readonly number[];
};

const smoothing = 0.3;
const assumedGroups = 20_000;

function profile(samples: readonly (readonly string[])[]): Profiles {
  const width = samples.length;
  const rows = new Map<string, number>();
  const counted: Uint16Array[] = [];
  const totals = samples.map((texts, language) => {
    let total = 0;
    for (const text of texts) {
      for (const group of groupsOf(text)) {
        const row = rows.get(group) ?? rows.size;
        rows.set(group, row);
        const counts = counted[row] ?? new Uint16Array(width);
        counted[row] = counts;
        counts[language] = (counts[language] ?? 0) + 1;
        total += 1;
      }
    }
    return total + smoothing * assumedGroups;
  });
  const logs = new Float32Array(rows.size * width);
  for (const [row, counts] of counted.entries())
    for (const [language, count] of counts.entries())
      logs[row * width + language] = Math.log((count + smoothing) / (totals[language] ?? 1));
  return { rows, logs, unseen: totals.map((total) => Math.log(smoothing / total)) };
}

/** For each of some languages, how well a text fits it. Overlapping groups repeat letters; the root takes that back. */
function likelihoods(
  { rows, logs, unseen }: Profiles,
  text: string,
  languages: readonly number[],
): readonly number[] {
  const width = unseen.length;
  const known: number[] = [];
  const groups = groupsOf(text);
  for (const group of groups) {
    const row = rows.get(group);
    if (row !== undefined) known.push(row * width);
  }
  const unknown = groups.length - known.length;
  return languages.map((language) => {
    let sum = unknown * (unseen[language] ?? 0);
    for (const start of known) sum += logs[start + language] ?? 0;
    return sum / Math.sqrt(Math.max(1, groups.length));
  });
}

const longestLooked = 200;

function groupsOf(text: string): readonly string[] {
  const groups: string[] = [];
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .slice(0, longestLooked)
    .match(/[\p{L}\p{M}\p{N}'’]+/gu);
  for (const word of words ?? []) {
    if (!/\p{L}/u.test(word)) continue;
    groups.push(`w:${word}`, `w:${word}`);
    const padded = ` ${word} `;
    for (let size = 1; size <= 3; size += 1)
      for (let start = 0; start + size <= padded.length; start += 1)
        groups.push(padded.slice(start, start + size));
  }
  return groups;
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
