import type { z } from 'zod';
import type { ModelRequest, ModelUsage } from '../ports/language-model.ts';

/** What came of asking a model once. `mayPass`: the same again may work in a moment. */
export type Attempt<T> =
  | { kind: 'answered'; output: T; usage: ModelUsage }
  | { kind: 'failed'; why: string; mayPass: boolean; usage: ModelUsage };

/** A model that is asked once a call. `name`: provider and model. */
export type AttemptedModel = {
  readonly name: string;
  answer(request: ModelRequest, signal: AbortSignal): Promise<Attempt<string>>;
  fill<T>(
    request: ModelRequest,
    shape: { name: string; schema: z.ZodType<T> },
    signal: AbortSignal,
  ): Promise<Attempt<T>>;
};
