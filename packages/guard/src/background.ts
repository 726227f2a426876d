import { noBusiness } from './data/no-business/by-language.ts';
import { featuresOf, type Features } from './features.ts';
import { languageWords } from './language-words.ts';

/** Messages of a language that belong to no business, with how many of them have each feature. */
export type Background = {
  readonly texts: readonly string[];
  readonly features: readonly Features[];
  readonly counts: ReadonlyMap<string, number>;
  /** How many messages the counts are of. */
  readonly total: number;
};

const known = new Map<string, Background>();

/** The shipped messages of a language; empty for a language that none are shipped for. */
export function backgroundOf(language: string): Background {
  const ready = known.get(language);
  if (ready !== undefined) return ready;
  const texts = noBusiness[language] ?? noBusiness[baseOf(language)] ?? [];
  const features = texts.map(featuresOf);
  const made = texts.length > 0 ? counted(texts, features) : fromCommonWords(language);
  known.set(language, made);
  return made;
}

function counted(texts: readonly string[], features: readonly Features[]): Background {
  const counts = new Map<string, number>();
  for (const each of features) for (const name of each.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return { texts, features, counts, total: texts.length };
}

/** As if a few messages had been seen: what is known of a language is only which words are common. */
const imagined = { total: 60, withWord: 8 };

function fromCommonWords(language: string): Background {
  const words = languageWords[language] ?? languageWords[baseOf(language)];
  const counts = new Map<string, number>();
  for (const word of words?.split(' ') ?? [])
    for (const name of featuresOf(word).keys())
      counts.set(name, Math.min(imagined.total, (counts.get(name) ?? 0) + imagined.withWord));
  return { texts: [], features: [], counts, total: counts.size === 0 ? 0 : imagined.total };
}

function baseOf(language: string): string {
  return language.split('-')[0] ?? language;
}
