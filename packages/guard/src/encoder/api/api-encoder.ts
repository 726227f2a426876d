import { z } from 'zod';
import type { Encoder } from '../encoder.ts';
import { unitVector } from '../meaning.ts';

const Reply = z.object({ data: z.array(z.object({ index: z.number(), embedding: z.array(z.number()) })) });

/** How long an API that failed is left alone: judging goes on by words and letters. */
const restMs = 30_000;

/**
 * An embeddings API that speaks OpenAI's dialect: `POST {baseUrl}/embeddings`.
 * `languages`: those the model knows. `timeoutMs`: of one request. After a failure the API is not
 * asked again for 30 seconds, and `encode` rejects at once.
 */
export function createApiEncoder(options: {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string;
  readonly languages: readonly string[] | 'all';
  readonly timeoutMs: number;
  readonly monotonicMs: () => number;
}): Encoder {
  const { baseUrl, model, apiKey, languages, timeoutMs, monotonicMs } = options;
  let restsUntil = -Infinity;
  const ask = async (texts: readonly string[]): Promise<readonly Float32Array[]> => {
    const response = await fetch(`${baseUrl.replace(/\/$/u, '')}/embeddings`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, input: texts }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`The embeddings API answered ${response.status}`);
    const { data } = Reply.parse(await response.json());
    if (data.length !== texts.length)
      throw new Error(`The embeddings API gave ${data.length} vectors for ${texts.length} texts`);
    return data
      .toSorted((a, b) => a.index - b.index)
      .map(({ embedding }) => unitVector(Float32Array.from(embedding)));
  };
  return {
    name: `api:${baseUrl}:${model}`,
    languages,
    async encode(texts) {
      if (texts.length === 0) return [];
      if (monotonicMs() < restsUntil)
        throw new Error('The embeddings API failed a moment ago and is left alone');
      try {
        return await ask(texts);
      } catch (cause) {
        restsUntil = monotonicMs() + restMs;
        throw new Error(`The embeddings API at ${baseUrl} could not be used`, { cause });
      }
    },
    close: () => Promise.resolve(),
  };
}
