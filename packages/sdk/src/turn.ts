import { z } from 'zod';

/** How a turn ended. */
export const Outcome = z.object({
  kind: z.enum(['answered', 'refused', 'clarified', 'handed-off', 'with-person', 'ignored', 'failed']),
  task: z.string().optional(),
  why: z.string().optional(),
  rule: z.string().optional(),
});
export type Outcome = z.infer<typeof Outcome>;

/** What the scope guard said. `score`: 0 to 1, how well the task fits. */
export const Verdict = z.object({
  zone: z.string(),
  task: z.string().optional(),
  score: z.number(),
  runnersUp: z.array(z.object({ task: z.string(), score: z.number() })),
  evidence: z.array(z.string()),
});
export type Verdict = z.infer<typeof Verdict>;

/** A call with effects: committed as started before it was made, `result` once it came back. */
const JournalEntry = z.object({
  callKey: z.string(),
  call: z.unknown(),
  result: z.unknown().optional(),
  startedAt: z.number(),
  settledAt: z.number().optional(),
});

/**
 * One run of the engine over messages `fromSeq` to `toSeq`. `events` replay it.
 * `withheld`: the customer took back a message of this turn, so nothing that may quote it is shown.
 * `clockAt`: the business's clock when it opened; `openedAt`, `closedAt`: the database's. All ms since 1970.
 */
export const Turn = z.object({
  turnId: z.string(),
  fromSeq: z.number().int(),
  toSeq: z.number().int(),
  outcome: Outcome.optional(),
  verdict: Verdict.optional(),
  events: z.array(z.unknown()),
  withheld: z.boolean(),
  journal: z.array(JournalEntry),
  businessVersion: z.number().int(),
  pack: z.string(),
  reopened: z.number().int(),
  clockAt: z.number(),
  openedAt: z.number(),
  closedAt: z.number().optional(),
});
export type Turn = z.infer<typeof Turn>;
