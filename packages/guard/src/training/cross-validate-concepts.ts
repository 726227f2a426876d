import { conceptFeatures } from '../concept-features.ts';
import { likenessTokens } from '../likeness-words.ts';
import { conceptReader } from '../read-concepts.ts';
import type { LeftOut } from './cross-validate.ts';
import { fitTable, scored, type Sample } from './likeness-table.ts';
import type { TrainingMessage } from './training-messages.ts';

const folds = 4;
/** Kinds have the same names in all languages, but for what follows so many letters. */
const kindLetters = 3;

/** A message of a language as the table of concepts sees it. */
export function conceptSample(language: string, { text, business }: TrainingMessage, weight: number): Sample {
  const vector = conceptFeatures(
    conceptReader(language)?.(likenessTokens(text)) ?? { found: [], unknown: 0 },
  );
  const features = Int32Array.from(vector.places);
  return { features, values: Float64Array.from(vector.values), business, weight };
}

/**
 * What tables say of each message that were learnt without it, and for `kind` without any message of
 * its kind in any language. `broad`: learnt from as well, not judged.
 */
export function validateConcepts(
  messages: readonly TrainingMessage[],
  samples: readonly Sample[],
  broad: readonly Sample[],
  leftOut: LeftOut,
): readonly number[] {
  const kinds = messages.map(kindOf);
  const order = [...new Set(kinds)].toSorted();
  const foldOf = messages.map(({ source }, at) =>
    source === 'written' && leftOut === 'message' ? at % folds : order.indexOf(kinds[at] ?? '') % folds,
  );
  const left = messages.map(() => 0);
  for (let fold = 0; fold < folds; fold += 1) {
    const table = fitTable([...samples.filter((_, at) => foldOf[at] !== fold), ...broad]);
    for (const [at, sample] of samples.entries()) if (foldOf[at] === fold) left[at] = scored(table, sample);
  }
  return left;
}

function kindOf({ source, kind, business }: TrainingMessage): string {
  if (source !== 'written') return `${source} ${kind}`;
  const name = kind.replace(/^[^:]*: /, '').toLowerCase();
  return `written ${business ? 'business' : 'general'} ${name.slice(0, kindLetters)}`;
}
