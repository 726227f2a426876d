import { Verdict } from '@ambit/core/scope/verdict';
import { z } from 'zod';
import type { GuardDefinition } from '../guard-definition.ts';

/** What the pool tells a worker. `guard`: the number the pool gave a definition. */
export type ToWorker =
  | { readonly kind: 'fit'; readonly guard: number; readonly definition: GuardDefinition }
  | { readonly kind: 'forget'; readonly guard: number }
  | { readonly kind: 'judge'; readonly asked: readonly Asked[] };

/** One text to judge. `language`: the conversation's, if known. */
export type Asked = {
  readonly question: number;
  readonly guard: number;
  readonly text: string;
  readonly language: string | undefined;
};

/** What a worker answers: verdicts, or why a text could not be judged. */
export const FromWorker = z.object({
  answers: z.array(
    z.union([
      z.object({ question: z.number(), verdict: Verdict }),
      z.object({ question: z.number(), failure: z.string() }),
    ]),
  ),
});
export type FromWorker = z.infer<typeof FromWorker>;
