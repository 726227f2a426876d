import { z } from 'zod';

/**
 * Where the key of a provider is: `env:OPENAI_API_KEY`, a variable of the server's environment, or
 * `secret:openai-key`, a secret that the server keeps sealed. A key itself never stands in a file.
 */
const KeyReference = z
  .string()
  .regex(
    /^(env:[A-Z][A-Z0-9_]{0,79}_(KEY|TOKEN)|secret:[a-z][a-z0-9-]{0,59})$/,
    '"env:" and a variable whose name ends in _KEY or _TOKEN, or "secret:" and the name of a secret',
  )
  .refine((key) => !/^env:(AMBIT|WHATSAPP)_/.test(key), {
    error: 'the name of a variable that is not one of Ambit’s own',
  });

const common = {
  /** What the provider calls the model. */
  model: z.string().min(1).max(200),
  key: KeyReference,
  /** For one attempt. */
  timeoutMs: z.number().int().min(100).max(60_000).default(8_000),
  /** How often more it is tried after a trouble that passes. */
  retries: z.number().int().min(0).max(3).default(1),
  /** What a million tokens cost, in the currency of the business. */
  price: z
    .object({ inputPerMillion: z.number().min(0), outputPerMillion: z.number().min(0) })
    .default({ inputPerMillion: 0, outputPerMillion: 0 }),
};
const Address = z.url({ protocol: /^https?$/ });
const elsewhere = { baseUrl: Address.optional() };
const { model: _model, ...apart } = common;

/**
 * One model of one provider. `openai-compatible`: any server that speaks OpenAI's chat protocol, such as
 * Ollama, vLLM or DashScope's compatible mode; `alibaba-app`: an application of Alibaba Model Studio.
 */
const ModelProvider = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('openai'), ...common, ...elsewhere }),
  z.object({
    kind: z.literal('openai-compatible'),
    ...common,
    baseUrl: Address,
    key: KeyReference.optional(),
    /** The server takes a JSON schema for its answer; else the shape is told in words. */
    structuredOutputs: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('anthropic'), ...common, ...elsewhere }),
  z.object({ kind: z.literal('google'), ...common, ...elsewhere }),
  z.object({ kind: z.literal('alibaba'), ...common, ...elsewhere }),
  z.object({
    kind: z.literal('alibaba-app'),
    ...apart,
    /** The id of the application. */
    app: z.string().min(1).max(200),
    baseUrl: Address.default('https://dashscope-intl.aliyuncs.com'),
  }),
]);
export type ModelProvider = z.infer<typeof ModelProvider>;

/**
 * What models may cost on one day of the business's calendar: all of the agent's, or one customer's.
 * `then`: once it is spent, say so and go on, say reviewed sentences only, or give what would have been
 * written to a person. People are told at `warnAtPercent`, and when it is spent.
 */
const ModelBudget = z.object({
  for: z.enum(['agent', 'customer']),
  tokensPerDay: z.number().int().positive().optional(),
  /** In the currency of the business. */
  moneyPerDay: z.number().positive().optional(),
  warnAtPercent: z.number().int().min(1).max(100).default(80),
  then: z.enum(['warn', 'reviewed-sentences', 'hand-off']).default('reviewed-sentences'),
});
export type ModelBudget = z.infer<typeof ModelBudget>;

/** `models.yaml`: the models that may take part, each the fallback of the one before it, and what they may cost. */
export const Models = z.object({
  schema: z.literal(1).default(1),
  providers: z.array(ModelProvider).min(1).max(6),
  /** All attempts of all providers for one text; then the reviewed sentence is said. */
  answerWithinMs: z.number().int().min(500).max(60_000).default(12_000),
  budgets: z.array(ModelBudget).max(4).default([]),
});
export type Models = z.infer<typeof Models>;

/** What a provider's model is called in records. */
export function modelName(provider: ModelProvider): string {
  return `${provider.kind}:${provider.kind === 'alibaba-app' ? provider.app : provider.model}`;
}
