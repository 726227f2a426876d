import type { KnowledgePassage } from '@ambit/core/business/business';
import { questionsOf } from '@ambit/core/knowledge/search-passages';
import { knowsLanguage, type Encoder } from '@ambit/guard/encoder/encoder';
import { centredSpace, type Meaning, type MeaningSpace } from '@ambit/guard/encoder/meaning';
import type { VectorStore } from '../ports/vector-store.ts';

/** So many questions are encoded before others get their turn, and kept before more are. */
const [batch, keptAtOnce] = [8, 256];

/** A question of a passage, which is known by its place. */
export type AskedOf = { readonly text: string; readonly passage: number };

/** What the questions of a knowledge mean, in their order, and the space they are compared in. */
export type EncodedQuestions = {
  readonly space: MeaningSpace;
  readonly questions: readonly AskedOf[];
  readonly meanings: readonly Meaning[];
};

/** The questions of those passages whose language the encoder knows. */
export function questionsFor(passages: readonly KnowledgePassage[], encoder: Encoder): readonly AskedOf[] {
  return passages.flatMap((passage, at) =>
    passage.language === undefined || knowsLanguage(encoder, passage.language)
      ? questionsOf(passage).map((text) => ({ text, passage: at }))
      : [],
  );
}

/**
 * Encodes questions, but for those whose vectors are kept, and keeps what it made: what was done before a failure need
 * not be done again. Rejects when the encoder does; a store that fails is gone without.
 */
export async function encodeQuestions(
  questions: readonly AskedOf[],
  encoder: Encoder,
  store?: Pick<VectorStore, 'read' | 'keep'>,
): Promise<EncodedQuestions> {
  const texts = [...new Set(questions.map(({ text }) => text))];
  const vectors = new Map(await store?.read(encoder.name, texts).catch(() => undefined));
  const missing = texts.filter((text) => !vectors.has(text));
  for (let from = 0; from < missing.length; from += keptAtOnce) {
    const made = await encodeSlowly(missing.slice(from, from + keptAtOnce), encoder);
    for (const [text, vector] of made) vectors.set(text, vector);
    await store?.keep(encoder.name, made).catch(() => undefined);
  }
  const space = encoder.space ?? centredSpace([...vectors.values()]);
  const known = questions.flatMap((question) => {
    const vector = vectors.get(question.text);
    return vector === undefined ? [] : [{ question, meaning: space(vector) }];
  });
  return {
    space,
    questions: known.map(({ question }) => question),
    meanings: known.map(({ meaning }) => meaning),
  };
}

async function encodeSlowly(
  texts: readonly string[],
  encoder: Encoder,
): Promise<ReadonlyMap<string, Float32Array>> {
  const made = new Map<string, Float32Array>();
  for (let from = 0; from < texts.length; from += batch) {
    const some = texts.slice(from, from + batch);
    const vectors = await encoder.encode(some);
    for (const [n, text] of some.entries()) {
      const vector = vectors[n];
      if (vector !== undefined) made.set(text, vector);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return made;
}
