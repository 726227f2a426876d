import { hitFeatures } from '../business-likeness.ts';
import { likenessWords } from '../data/likeness/by-language.ts';
import { hashedFeatures } from '../likeness-features.ts';
import { createLikenessReader, likenessTokens } from '../likeness-words.ts';
import { fitTable, scored, type Sample } from './likeness-table.ts';
import { trainingMessages, writtenMessages, type TrainingMessage } from './training-messages.ts';

/**
 * What is left out at a time. `kind`: all messages of some kinds, to know how it does on kinds that
 * nobody thought of. `message`: some messages of every kind that was written one by one, as new messages will be.
 */
export type LeftOut = 'kind' | 'message';

/** A message with what is said of it by a table that it was left out of. */
export type Validated = {
  readonly message: TrainingMessage;
  readonly weight: number;
  readonly hits: readonly number[];
  /** Log odds. */
  readonly left: Readonly<Record<LeftOut, number>>;
};

/** Languages that share words with another: what was written in them is learnt from too. */
const relatives: Readonly<Record<string, readonly string[]>> = {
  es: ['pt', 'fr', 'en'],
  pt: ['es', 'fr', 'en'],
  fr: ['es', 'pt', 'en'],
  id: ['en'],
  hi: ['en'],
  'hi-Latn': ['en'],
  ar: ['en'],
  zh: ['en'],
};
/** A relative's message counts as much as this share of one of the language. */
const relativeShare = 0.2;
const folds = 4;
/** A message that somebody wrote counts as much as so many composed ones. */
const writtenShare = 3;
/** As many messages of each side as a language would have. */
const countedAs = 1_500;

/** Learns a language's table, and what tables say of each message that were learnt without it. */
export function crossValidate(language: string): {
  readonly table: Float64Array;
  readonly validated: readonly Validated[];
} {
  const messages = trainingMessages(language);
  const reader = createLikenessReader(likenessWords[language] ?? []);
  const shares = messages.map(({ source }) => (source === 'composed' ? 1 : writtenShare));
  const totals = { business: 0, general: 0 };
  for (const [at, { business }] of messages.entries())
    totals[business ? 'business' : 'general'] += shares[at] ?? 0;
  const weightOf = (business: boolean, share: number): number =>
    (share / totals[business ? 'business' : 'general']) * countedAs;
  const samples = messages.map((message, at) =>
    sampleOf(message, weightOf(message.business, shares[at] ?? 0)),
  );
  const borrowed = (relatives[language] ?? [])
    .flatMap(writtenMessages)
    .map((message) => sampleOf(message, weightOf(message.business, writtenShare * relativeShare)));
  const kinds = [...new Set(messages.map(({ source, kind }) => `${source} ${kind}`))];
  const leftOf = (leftOut: LeftOut): readonly number[] => {
    const foldOf = messages.map(({ source, kind }, at) =>
      source === 'written' && leftOut === 'message' ? at % folds : kinds.indexOf(`${source} ${kind}`) % folds,
    );
    const left = messages.map(() => 0);
    for (let fold = 0; fold < folds; fold += 1) {
      const table = fitTable([...samples.filter((_, at) => foldOf[at] !== fold), ...borrowed]);
      for (const [at, sample] of samples.entries()) if (foldOf[at] === fold) left[at] = scored(table, sample);
    }
    return left;
  };
  const left = { kind: leftOf('kind'), message: leftOf('message') };
  return {
    table: fitTable([...samples, ...borrowed]),
    validated: messages.map((message, at) => ({
      message,
      weight: samples[at]?.weight ?? 0,
      hits: hitFeatures(reader(likenessTokens(message.text), new Set())),
      left: { kind: left.kind[at] ?? 0, message: left.message[at] ?? 0 },
    })),
  };
}

function sampleOf({ text, business }: TrainingMessage, weight: number): Sample {
  const vector = hashedFeatures(likenessTokens(text));
  const features = Int32Array.from(vector.places);
  return { features, values: Float64Array.from(vector.values), business, weight };
}
