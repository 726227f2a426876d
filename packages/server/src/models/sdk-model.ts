import { createAlibaba } from '@ai-sdk/alibaba';
import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import {
  APICallError,
  generateText,
  NoObjectGeneratedError,
  Output,
  type LanguageModel as SdkModel,
} from 'ai';
import type { ModelUsage } from '../ports/language-model.ts';
import type { ModelConfig } from './model-config.ts';
import type { Attempt, AttemptedModel } from './attempted-model.ts';
import { inWords } from './in-words.ts';

// Its warnings go to the console, past the log and its masking; what matters of them is an outcome here.
globalThis.AI_SDK_LOG_WARNINGS = false;

type SdkConfig = Exclude<ModelConfig, { provider: 'alibaba-app' }>;

/** A model of one provider through the AI SDK, tried once a call: the chain decides what comes next. */
export function createSdkModel(config: SdkConfig): AttemptedModel {
  const model = sdkModelOf(config);
  const settings = { model, maxRetries: 0 } as const;
  const toldInWords = config.provider === 'openai-compatible' && !config.structuredOutputs;
  return {
    name: `${config.provider}:${config.model}`,
    answer: ({ instructions, input, mostTokens }, signal) =>
      attempted(async () => {
        const result = await generateText({
          ...settings,
          instructions,
          prompt: input,
          maxOutputTokens: mostTokens,
          abortSignal: signal,
        });
        return { output: result.text, usage: usageOf(result.usage) };
      }),
    fill: ({ instructions, input, mostTokens }, { name, schema }, signal) =>
      attempted(async () => {
        const result = await generateText({
          ...settings,
          instructions: toldInWords ? inWords(instructions, { name, schema }) : instructions,
          prompt: input,
          maxOutputTokens: mostTokens,
          abortSignal: signal,
          output: Output.object({ name, schema }),
        });
        return { output: schema.parse(result.output), usage: usageOf(result.usage) };
      }),
  };
}

function sdkModelOf(config: SdkConfig): SdkModel {
  const { apiKey } = config;
  const place = config.baseUrl === undefined ? {} : { baseURL: config.baseUrl };
  switch (config.provider) {
    case 'openai':
      return createOpenAI({ apiKey, ...place })(config.model);
    case 'openai-compatible':
      return createOpenAICompatible({
        name: 'openai-compatible',
        baseURL: config.baseUrl,
        supportsStructuredOutputs: config.structuredOutputs,
        ...(apiKey === '' ? {} : { apiKey }),
      })(config.model);
    case 'anthropic':
      return createAnthropic({ apiKey, ...place })(config.model);
    case 'google':
      return createGoogleGenerativeAI({ apiKey, ...place })(config.model);
    case 'alibaba':
      return createAlibaba({ apiKey, ...place })(config.model);
  }
}

async function attempted<T>(work: () => Promise<{ output: T; usage: ModelUsage }>): Promise<Attempt<T>> {
  try {
    const { output, usage } = await work();
    return { kind: 'answered', output, usage };
  } catch (error) {
    return {
      kind: 'failed',
      why: whyOf(error),
      mayPass: APICallError.isInstance(error) ? error.isRetryable : NoObjectGeneratedError.isInstance(error),
      usage: NoObjectGeneratedError.isInstance(error)
        ? usageOf(error.usage)
        : { inputTokens: 0, outputTokens: 0 },
    };
  }
}

/** Without what the provider quotes of the request: that is the customer's. */
function whyOf(error: unknown): string {
  if (APICallError.isInstance(error))
    return error.statusCode === undefined
      ? 'the provider could not be reached'
      : `the provider answered ${error.statusCode}`;
  if (NoObjectGeneratedError.isInstance(error)) return 'the answer is not of the shape asked for';
  return error instanceof Error ? error.name : 'an unknown trouble';
}

function usageOf(
  usage: { inputTokens?: number | undefined; outputTokens?: number | undefined } | undefined,
): ModelUsage {
  return { inputTokens: usage?.inputTokens ?? 0, outputTokens: usage?.outputTokens ?? 0 };
}
