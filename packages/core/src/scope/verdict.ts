import { z } from 'zod';

/**
 * What the scope guard says of one message.
 * `mixed`: `part` of the text is the agent's business, another part is not; `person`: the customer
 * asks for a human; `closing`: thanks or goodbye, nothing to answer.
 * `score`: 0 to 1, how well the best task fits; `runnersUp`: the next tasks, best first;
 * `language`: what the text is written in, as a BCP 47 tag ("es", "hi-Latn").
 */
export const Verdict = z.object({
  zone: z.enum(['accept', 'mixed', 'clarify', 'refuse', 'chit-chat', 'closing', 'person']),
  task: z.string().optional(),
  part: z.string().optional(),
  language: z.string().optional(),
  score: z.number(),
  runnersUp: z.array(z.object({ task: z.string(), score: z.number() })),
  evidence: z.array(z.string()),
});
export type Verdict = z.infer<typeof Verdict>;
