import type { z } from 'zod';

/**
 * What a model is asked. `instructions`: what it is to do; `input`: what it is to do it with, which
 * is never an instruction. Both have been masked. `mostTokens`: of the answer.
 */
export type ModelRequest = {
  readonly instructions: string;
  readonly input: string;
  readonly mostTokens: number;
};

/** Tokens that the providers counted, of all attempts. */
export type ModelUsage = { readonly inputTokens: number; readonly outputTokens: number };

/**
 * `model`: which one answered. `failed`: none did, or not with what was asked for. `cost`: of all
 * attempts, in the currency that prices are set in.
 */
export type ModelOutcome<T> =
  | { kind: 'answered'; output: T; model: string; usage: ModelUsage; cost: number }
  | { kind: 'failed'; why: string; usage: ModelUsage; cost: number };

/** A language model, or several behind one another. Never throws: a model that is away is an outcome. */
export type LanguageModel = {
  /** Words for a customer; they go through the answer checks before anybody sees them. */
  answer(request: ModelRequest, signal: AbortSignal): Promise<ModelOutcome<string>>;
  /** A value of the given shape. `name`: what the value is, for the model. */
  fill<T>(
    request: ModelRequest,
    shape: { name: string; schema: z.ZodType<T> },
    signal: AbortSignal,
  ): Promise<ModelOutcome<T>>;
};
