import { backgroundOf } from './background.ts';
import { knowsLanguage, type Encoder } from './encoder/encoder.ts';
import { centredSpace, type Meaning } from './encoder/meaning.ts';
import { defaultThresholds, type GuardDefinition } from './guard-definition.ts';
import { judgeMessage } from './judge-message.ts';
import { examplesOf, fitLanguage, fitText } from './language-model.ts';
import { scaledScore } from './scaled-score.ts';

/** What the guard says of one message of a known language. `task`: the one it fits best, whatever the zone. */
export type ScoredMessage = { readonly task: string; readonly score: number; readonly zone: string };

/**
 * Scores messages of one language, with the encoder asked about each of them if it knows the
 * language: slower than judging, and every score comparable with every other.
 */
export async function scoreMessages(
  definition: GuardDefinition,
  language: string,
  messages: readonly string[],
  encoder: Encoder | undefined,
): Promise<readonly ScoredMessage[]> {
  const used = encoder !== undefined && knowsLanguage(encoder, language) ? encoder : undefined;
  const { meanings, meaningsOf } = await encodeAll(definition, language, used);
  const model = fitLanguage(definition, language, meanings);
  const scored: ScoredMessage[] = [];
  for (const text of messages) {
    const known = await meaningsOf([text]);
    const fit = fitText(model, text, known.get(text));
    const { zone } = judgeMessage(
      {
        languages: [language],
        detector: { detect: () => [{ language, belief: 1 }] },
        thresholds: definition.thresholds ?? defaultThresholds,
        strict: definition.thresholds !== undefined,
        modelOf: () => model,
        meaningOf: (each) => known.get(each),
      },
      text,
      language,
    );
    scored.push({ task: model.tasks[fit.best] ?? '', score: scaledScore(fit.raw, fit.zones), zone });
  }
  return scored;
}

async function encodeAll(definition: GuardDefinition, language: string, encoder: Encoder | undefined) {
  if (encoder === undefined)
    return { meanings: undefined, meaningsOf: () => Promise.resolve(new Map<string, Meaning>()) };
  const { texts } = backgroundOf(language);
  const examples = await encoder.encode(examplesOf(definition, language).map(({ text }) => text));
  const background = (await encoder.shipped?.(texts)) ?? (await encoder.encode(texts));
  const space = encoder.space ?? centredSpace([...examples, ...background]);
  return {
    meanings: { examples: examples.map(space), background: background.map(space) },
    async meaningsOf(asked: readonly string[]): Promise<ReadonlyMap<string, Meaning>> {
      const vectors = await encoder.encode(asked);
      return new Map(
        asked.flatMap((text, at): [string, Meaning][] => {
          const vector = vectors[at];
          return vector === undefined ? [] : [[text, space(vector)]];
        }),
      );
    },
  };
}
