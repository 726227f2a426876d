import { z } from 'zod';
import { Outbound } from './outbound.ts';

/**
 * Why a draft says what it says: the record behind "why was this sent?".
 * `grounds`: ids of what the text rests on (passages, call keys of tools), empty for fixed wording.
 */
export const Reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), task: z.string(), grounds: z.array(z.string()) }),
  z.object({ kind: z.literal('question'), task: z.string() }),
  z.object({ kind: z.literal('clarify') }),
  z.object({ kind: z.literal('refusal') }),
  z.object({ kind: z.literal('chit-chat') }),
  z.object({ kind: z.literal('handoff') }),
  z.object({ kind: z.literal('person'), person: z.string() }),
]);
export type Reason = z.infer<typeof Reason>;

/**
 * A message somebody wants to send. It reaches a channel only through `clear`.
 * `disclosure`: the notice that this is an automated assistant; every draft of an agent carries
 * it, and clearance puts it before the text when it is due.
 * `ownerVersion`: the owner version under which it was written; an older one is refused.
 */
export const Draft = z.object({
  author: z.enum(['agent', 'person', 'system']),
  reason: Reason,
  content: Outbound,
  disclosure: z.string().optional(),
  ownerVersion: z.number().int(),
  priority: z.enum(['reply', 'notice', 'campaign']),
});
export type Draft = z.infer<typeof Draft>;
