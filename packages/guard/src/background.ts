import { noBusiness } from './data/no-business/by-language.ts';
import { featuresOf, type Features } from './features.ts';

/** Messages of a language that belong to no business, with how many of them have each feature. */
export type Background = {
  readonly texts: readonly string[];
  readonly features: readonly Features[];
  readonly counts: ReadonlyMap<string, number>;
};

const known = new Map<string, Background>();

/** The shipped messages of a language; empty for a language that none are shipped for. */
export function backgroundOf(language: string): Background {
  const ready = known.get(language);
  if (ready !== undefined) return ready;
  const texts = noBusiness[language] ?? noBusiness[baseOf(language)] ?? [];
  const features = texts.map(featuresOf);
  const counts = new Map<string, number>();
  for (const each of features) for (const name of each.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const made: Background = { texts, features, counts };
  known.set(language, made);
  return made;
}

function baseOf(language: string): string {
  return language.split('-')[0] ?? language;
}
