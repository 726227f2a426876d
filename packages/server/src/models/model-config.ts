import { z } from 'zod';

const common = {
  /** The provider's name of the model. */
  model: z.string().min(1),
  apiKey: z.string().min(1),
  timeoutMs: z.number().int().min(100).max(120_000).default(20_000),
  /** How often more it is tried after a trouble that passes. */
  retries: z.number().int().min(0).max(5).default(1),
  /** What a million tokens cost, in the currency of the budget. */
  price: z
    .object({ inputPerMillion: z.number().min(0), outputPerMillion: z.number().min(0) })
    .default({ inputPerMillion: 0, outputPerMillion: 0 }),
};

/**
 * One model of one provider. `openai-compatible` is any server that speaks OpenAI's chat protocol:
 * Ollama, vLLM, DashScope's compatible mode. `alibaba-app`: an application of Alibaba Model Studio,
 * whose `model` is the app's id.
 */
export const ModelConfig = z.discriminatedUnion('provider', [
  z.object({ ...common, provider: z.literal('openai'), baseUrl: z.url().optional() }),
  z.object({
    ...common,
    provider: z.literal('openai-compatible'),
    baseUrl: z.url(),
    apiKey: z.string().default(''),
    /** The server takes a JSON schema for the answer; else the schema is told in words. */
    structuredOutputs: z.boolean().default(false),
  }),
  z.object({ ...common, provider: z.literal('anthropic'), baseUrl: z.url().optional() }),
  z.object({ ...common, provider: z.literal('google'), baseUrl: z.url().optional() }),
  z.object({ ...common, provider: z.literal('alibaba'), baseUrl: z.url().optional() }),
  z.object({
    ...common,
    provider: z.literal('alibaba-app'),
    baseUrl: z.url().default('https://dashscope-intl.aliyuncs.com'),
  }),
]);
export type ModelConfig = z.output<typeof ModelConfig>;
