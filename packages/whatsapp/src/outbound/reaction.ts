import { z } from 'zod';

/**
 * An emoji on a message of the customer's; an empty one takes it back. Only a `sent` status
 * comes back. Source: Cloud API docs, "Reaction messages", read 2026-11-21.
 */
export const ReactionMessage = z.strictObject({
  type: z.literal('reaction'),
  reaction: z.strictObject({ message_id: z.string().min(1), emoji: z.string() }),
});
export type ReactionMessage = z.infer<typeof ReactionMessage>;
