import type { KnowledgePassage } from '@ambit/core/business/business';
import {
  buildSearchIndex,
  questionsOf,
  searchPassages,
  type MeaningScores,
} from '@ambit/core/knowledge/search-passages';
import { knowsLanguage, type Encoder } from '@ambit/guard/encoder/encoder';
import { centredSpace, likeness, type Meaning } from '@ambit/guard/encoder/meaning';
import type { Knowledge } from '../ports/judges.ts';

/** So many questions are encoded before others get their turn. */
const batch = 8;
/** An encoder that takes longer is not waited for, in milliseconds. */
const encodeWithinMs = 1_500;

/** The knowledge with how far it is: without its meanings it goes by words and letters. */
export type ReadyKnowledge = Knowledge & { readonly prepared: Promise<void> };

/**
 * Passages ready to be searched: by words and letters at once, and by meaning as well, in the languages
 * that the encoder knows, as soon as it has encoded their questions. When it fails, words and letters
 * decide alone.
 */
export function createKnowledge(passages: readonly KnowledgePassage[], encoder?: Encoder): ReadyKnowledge {
  const index = buildSearchIndex(passages);
  let meanings: Meanings | undefined;
  const prepared =
    encoder === undefined
      ? Promise.resolve()
      : encodeQuestions(passages, encoder).then(
          (made) => {
            meanings = made;
          },
          () => undefined,
        );
  return {
    prepared,
    async retrieve(query, most) {
      const known = encoder !== undefined && knowsLanguage(encoder, query.language ?? 'en');
      const scores = known && meanings !== undefined ? await compare(encoder, meanings, query) : undefined;
      return searchPassages(index, query, most, scores);
    },
  };
}

type Meanings = {
  readonly space: (vector: Float32Array) => Meaning;
  /** For each passage, what its questions mean. */
  readonly ofPassages: readonly (readonly Meaning[])[];
};

async function encodeQuestions(passages: readonly KnowledgePassage[], encoder: Encoder): Promise<Meanings> {
  const texts = passages.flatMap((passage, at) =>
    passage.language === undefined || knowsLanguage(encoder, passage.language)
      ? questionsOf(passage).map((text) => ({ text, at }))
      : [],
  );
  const vectors: Float32Array[] = [];
  for (let from = 0; from < texts.length; from += batch) {
    vectors.push(...(await encoder.encode(texts.slice(from, from + batch).map(({ text }) => text))));
    await new Promise((resolve) => setImmediate(resolve));
  }
  const space = encoder.space ?? centredSpace(vectors);
  const ofPassages: Meaning[][] = passages.map(() => []);
  for (const [n, { at }] of texts.entries()) {
    const vector = vectors[n];
    if (vector !== undefined) ofPassages[at]?.push(space(vector));
  }
  return { space, ofPassages };
}

async function compare(
  encoder: Encoder,
  { space, ofPassages }: Meanings,
  { text, before }: { readonly text: string; readonly before?: string },
): Promise<MeaningScores | undefined> {
  const { promise: late, resolve: giveUp } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => giveUp(undefined), encodeWithinMs);
  const encoded = encoder.encode([before === undefined ? text : `${before} ${text}`]).catch(() => undefined);
  const vectors = await Promise.race([encoded, late]);
  clearTimeout(timer);
  const [vector] = vectors ?? [];
  if (vector === undefined) return undefined;
  const asked = space(vector);
  return Float32Array.from(ofPassages, (questions) =>
    questions.reduce((best, question) => Math.max(best, likeness(asked, question)), -1),
  );
}
