import { z } from 'zod';
import { createApiEncoder } from './api/api-encoder.ts';
import type { Encoder } from './encoder.ts';
import { loadEnglishEncoder } from './english/english-encoder.ts';
import { loadOnnxEncoder } from './onnx/onnx-encoder.ts';

const Languages = z.union([z.literal('all'), z.array(z.string())]);

/** Which sentence encoder a guard asks. `none`: words and letters alone. */
export const EncoderChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('english') }),
  z.object({
    kind: z.literal('onnx'),
    folder: z.string(),
    languages: Languages,
    prefix: z.string().default(''),
  }),
  z.object({
    kind: z.literal('api'),
    baseUrl: z.url(),
    model: z.string(),
    apiKey: z.string().optional(),
    languages: Languages,
    timeoutMs: z.number().positive().default(2_000),
  }),
]);
export type EncoderChoice = z.infer<typeof EncoderChoice>;

/** The encoder of a choice; undefined for none. Rejects, saying what is missing, when it cannot be loaded. */
export async function loadEncoder(choice: EncoderChoice): Promise<Encoder | undefined> {
  switch (choice.kind) {
    case 'none':
      return undefined;
    case 'english':
      return loadEnglishEncoder();
    case 'onnx':
      return loadOnnxEncoder(choice);
    case 'api': {
      const { apiKey, ...rest } = choice;
      const key = apiKey === undefined ? {} : { apiKey };
      return createApiEncoder({ ...rest, ...key, monotonicMs: () => performance.now() });
    }
  }
}
