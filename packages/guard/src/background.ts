import { noBusiness } from './data/no-business/by-language.ts';
import { FeatureNumbers } from './feature-numbers.ts';
import { featuresOf, type Features } from './features.ts';
import { languageWords } from './language-words.ts';

/** Messages of a language that belong to no business, with how many of them have each feature. */
export type Background = {
  readonly texts: readonly string[];
  readonly features: readonly Features[];
  readonly counts: FeatureCounts;
  /** How many messages the counts are of. */
  readonly total: number;
};

/** In how many messages each feature is, by its number. */
export type FeatureCounts = { readonly numbers: FeatureNumbers; readonly counts: readonly number[] };

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
  return { texts, features, counts: countFeatures(features, 1, texts.length), total: texts.length };
}

/** `each`: what one counts for; `most`: what a feature counts for at most. */
function countFeatures(features: readonly Features[], each: number, most: number): FeatureCounts {
  const numbers = new FeatureNumbers();
  const counts: number[] = [];
  for (const { keys } of features) {
    for (const key of keys) {
      const number = numbers.take(key);
      counts[number] = Math.min(most, (counts[number] ?? 0) + each);
    }
  }
  return { numbers, counts };
}

/** As if a few messages had been seen: what is known of a language is only which words are common. */
const imagined = { total: 60, withWord: 8 };

function fromCommonWords(language: string): Background {
  const words = languageWords[language] ?? languageWords[baseOf(language)];
  const features = words?.split(' ').map(featuresOf) ?? [];
  const counts = countFeatures(features, imagined.withWord, imagined.total);
  return { texts: [], features: [], counts, total: counts.counts.length === 0 ? 0 : imagined.total };
}

function baseOf(language: string): string {
  return language.split('-')[0] ?? language;
}
