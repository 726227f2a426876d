import type { Verdict } from '@ambit/core/scope/verdict';
import { backgroundOf } from './background.ts';
import { prepareBench, type JudgeContext } from './create-guard.ts';
import { knowsLanguage, type Encoder } from './encoder/encoder.ts';
import { centredSpace, type Meaning } from './encoder/meaning.ts';
import type { GuardDefinition } from './guard-definition.ts';
import { doubtfulText, judgeOpened, openMessage } from './judge-message.ts';
import { examplesOf, fitLanguage, type LanguageModel } from './language-model.ts';
import { spokenLanguages } from './model-languages.ts';

/** A guard that also goes by meaning. Same text, same verdict, as long as the encoder answers. */
export type EncodedGuard = {
  judge(text: string, context: JudgeContext): Promise<Verdict>;
  /** How many texts were judged, and for how many of them the encoder was asked or failed. */
  counts(): EncoderCounts;
};

export type EncoderCounts = { readonly judged: number; readonly encoded: number; readonly failed: number };

/** The vectors of the examples and of the messages of no business, by language. */
export type FittedVectors = Readonly<
  Record<string, { readonly examples: readonly Float32Array[]; readonly background: readonly Float32Array[] }>
>;

/** Encodes what the guard compares messages with, in the languages that the encoder knows. */
export async function encodeDefinition(
  definition: GuardDefinition,
  encoder: Encoder,
): Promise<FittedVectors> {
  const vectors: Record<string, FittedVectors[string]> = {};
  for (const language of spokenLanguages(definition)) {
    if (!knowsLanguage(encoder, language)) continue;
    const { texts } = backgroundOf(language);
    const shipped = await encoder.shipped?.(texts);
    vectors[language] = {
      examples: await encoder.encode(examplesOf(definition, language).map(({ text }) => text)),
      background: shipped ?? (await encoder.encode(texts)),
    };
  }
  return vectors;
}

/**
 * Prepares a guard that asks the encoder about messages that words and letters leave in doubt. When
 * the encoder fails, words and letters decide alone. `vectors`: from `encodeDefinition`.
 */
export function createEncodedGuard(
  definition: GuardDefinition,
  encoder: Encoder,
  vectors: FittedVectors,
): EncodedGuard {
  const all = Object.values(vectors).flatMap(({ examples, background }) => [...examples, ...background]);
  const space = encoder.space ?? centredSpace(all);
  const models = new Map<string, LanguageModel>();
  for (const [language, { examples, background }] of Object.entries(vectors)) {
    const meanings = { examples: examples.map(space), background: background.map(space) };
    models.set(language, fitLanguage(definition, language, meanings));
  }
  const bench = prepareBench(definition, models);
  let [judged, encoded, failed] = [0, 0, 0];
  return {
    async judge(text, { language }) {
      judged += 1;
      const opened = openMessage(bench, text, language);
      const doubtful = doubtfulText(opened);
      if (doubtful === undefined) return judgeOpened(bench, opened);
      encoded += 1;
      const vector = await encoder.encode([doubtful]).then(
        ([first]) => first,
        () => undefined,
      );
      if (vector === undefined) {
        failed += 1;
        return judgeOpened(bench, opened);
      }
      const meaning = space(vector);
      const meaningOf = (each: string): Meaning | undefined => (each === doubtful ? meaning : undefined);
      return judgeOpened({ ...bench, meaningOf }, opened);
    },
    counts: () => ({ judged, encoded, failed }),
  };
}
