import { z } from 'zod';
import type { ModelRequest, ModelUsage } from '../ports/language-model.ts';
import type { Attempt, AttemptedModel } from './attempted-model.ts';
import { inWords } from './in-words.ts';
import type { ModelConfig } from './model-config.ts';

/** Source: Alibaba Cloud Model Studio, "Application call API reference", DashScope HTTP. */
const Completion = z.looseObject({
  output: z.looseObject({ text: z.string() }),
  usage: z
    .looseObject({
      models: z
        .array(z.looseObject({ input_tokens: z.number().default(0), output_tokens: z.number().default(0) }))
        .default([]),
    })
    .optional(),
});

/**
 * An application of Alibaba Model Studio, by its id. It has instructions of its own there; ours go
 * before the input. It answers text only, so a value is asked for in words and read from the text.
 */
export function createAlibabaApp(config: Extract<ModelConfig, { provider: 'alibaba-app' }>): AttemptedModel {
  const address = `${config.baseUrl.replace(/\/+$/, '')}/api/v1/apps/${encodeURIComponent(config.model)}/completion`;

  async function complete(request: ModelRequest, signal: AbortSignal): Promise<Attempt<string>> {
    const nothing: ModelUsage = { inputTokens: 0, outputTokens: 0 };
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${config.apiKey}` },
        body: JSON.stringify({
          input: { prompt: `${request.instructions}\n\n${request.input}` },
          parameters: {},
          debug: {},
        }),
        redirect: 'error',
        signal,
      });
      if (!response.ok) {
        const mayPass = response.status === 429 || response.status >= 500;
        return { kind: 'failed', why: `the provider answered ${response.status}`, mayPass, usage: nothing };
      }
      const { output, usage } = Completion.parse(await response.json());
      const counted = (usage?.models ?? []).reduce(
        (sum, one) => ({
          inputTokens: sum.inputTokens + one.input_tokens,
          outputTokens: sum.outputTokens + one.output_tokens,
        }),
        nothing,
      );
      return { kind: 'answered', output: output.text, usage: counted };
    } catch (error) {
      const why =
        error instanceof z.ZodError ? 'the answer is not what the provider documents' : nameOf(error);
      return { kind: 'failed', why, mayPass: true, usage: nothing };
    }
  }

  return {
    name: `${config.provider}:${config.model}`,
    answer: complete,
    async fill(request, { name, schema }, signal) {
      const answered = await complete(
        { ...request, instructions: inWords(request.instructions, { name, schema }) },
        signal,
      );
      if (answered.kind === 'failed') return answered;
      const read = schema.safeParse(jsonIn(answered.output));
      return read.success
        ? { kind: 'answered', output: read.data, usage: answered.usage }
        : {
            kind: 'failed',
            why: 'the answer is not of the shape asked for',
            mayPass: true,
            usage: answered.usage,
          };
    },
  };
}

/** The first object in a text, which models like to put in a fence. */
function jsonIn(text: string): unknown {
  try {
    const found: unknown = JSON.parse(/\{[\s\S]*\}/.exec(text)?.[0] ?? '');
    return found;
  } catch {
    return undefined;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'an unknown trouble';
}
