import { z } from 'zod';

/**
 * What the scope guard says of one message.
 * `person`: the customer asks for a human; `closing`: thanks or goodbye, nothing to answer.
 * `score`: 0 to 1, how well the best task fits; `runnersUp`: the next tasks, best first.
 */
export const Verdict = z.object({
  zone: z.enum(['accept', 'clarify', 'refuse', 'chit-chat', 'closing', 'person']),
  task: z.string().optional(),
  score: z.number(),
  runnersUp: z.array(z.object({ task: z.string(), score: z.number() })),
  evidence: z.array(z.string()),
});
export type Verdict = z.infer<typeof Verdict>;
