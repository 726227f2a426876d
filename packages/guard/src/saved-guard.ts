import { z } from 'zod';
import type { FittedVectors } from './create-encoded-guard.ts';
import type { GuardDefinition } from './guard-definition.ts';

const Texts = z.record(z.string(), z.array(z.string()));
const Passage = z.object({ passageId: z.string(), source: z.string(), title: z.string(), body: z.string() });
const Vectors = z.record(
  z.string(),
  z.object({ examples: z.array(z.string()), background: z.array(z.string()) }),
);

const SavedGuard = z.object({
  format: z.literal('ambit-guard'),
  version: z.literal(1),
  definition: z.object({
    tasks: z.array(z.object({ id: z.string(), examples: Texts, words: Texts, passages: z.array(Passage) })),
    negatives: Texts.optional(),
    thresholds: z.object({ accept: z.number(), refuse: z.number(), margin: z.number() }).optional(),
    falseAccepts: z.number().optional(),
  }),
  /** The name of the encoder that made the vectors. */
  encoder: z.string().optional(),
  vectors: Vectors.default({}),
});

/** What a guard is fitted from again in a moment: the definition, and the vectors that took an encoder's time. */
export type GuardState = {
  readonly definition: GuardDefinition;
  readonly encoded?: { readonly encoder: string; readonly vectors: FittedVectors };
};

/** One JSON document, format "ambit-guard", version 1; vectors are 32-bit numbers in Base64. */
export function saveGuard({ definition, encoded }: GuardState): string {
  const vectors: Record<string, { examples: string[]; background: string[] }> = {};
  for (const [language, { examples, background }] of Object.entries(encoded?.vectors ?? {}))
    vectors[language] = { examples: examples.map(toBase64), background: background.map(toBase64) };
  return JSON.stringify({
    format: 'ambit-guard',
    version: 1,
    definition,
    ...(encoded === undefined ? {} : { encoder: encoded.encoder }),
    vectors,
  });
}

/** Reads what `saveGuard` wrote. Throws when it is something else or of another version. */
export function loadGuard(text: string): GuardState {
  const parsed = SavedGuard.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new Error('This is no saved guard of version 1; fit the definition again', { cause: parsed.error });
  const { definition: read, encoder, vectors } = parsed.data;
  const { negatives, thresholds, falseAccepts, tasks } = read;
  const definition: GuardDefinition = {
    tasks,
    ...(negatives === undefined ? {} : { negatives }),
    ...(thresholds === undefined ? {} : { thresholds }),
    ...(falseAccepts === undefined ? {} : { falseAccepts }),
  };
  if (encoder === undefined) return { definition };
  const restored: Record<string, FittedVectors[string]> = {};
  for (const [language, { examples, background }] of Object.entries(vectors))
    restored[language] = { examples: examples.map(fromBase64), background: background.map(fromBase64) };
  return { definition, encoded: { encoder, vectors: restored } };
}

function toBase64(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}

function fromBase64(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  const vector = new Float32Array(bytes.length / 4);
  for (const at of vector.keys()) vector[at] = bytes.readFloatLE(4 * at);
  return vector;
}
