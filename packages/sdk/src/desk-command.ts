import { z } from 'zod';
import { Owner } from './owner.ts';

/** How a person at the desk is called. */
const Person = z.string().trim().min(1).max(80);

/** POST …/take. `force`: also from another person. */
export const TakeRequest = z.object({ person: Person, force: z.boolean().optional() });
export type TakeRequest = z.infer<typeof TakeRequest>;

/** POST …/give-back: the agent answers again. */
export const GiveBackRequest = z.object({ person: Person, force: z.boolean().optional() });
export type GiveBackRequest = z.infer<typeof GiveBackRequest>;

/** What take and give-back answer: who may speak now. */
export const OwnerChanged = z.object({ owner: Owner });
export type OwnerChanged = z.infer<typeof OwnerChanged>;

/** POST …/replies. `text` up to WhatsApp's 4,096 UTF-16 units. `clientId` makes a repeated request happen once: a UUID made by the client. */
export const ReplyRequest = z.object({
  person: Person,
  text: z.string(),
  clientId: z.string().regex(/^[\w.:-]{1,100}$/, 'up to 100 letters, digits, ".", ":", "_" or "-"'),
});
export type ReplyRequest = z.infer<typeof ReplyRequest>;

/** The reply waits in the conversation's mailbox under `messageId`. `repeated`: it was there already. */
export const ReplyTaken = z.object({ messageId: z.string(), repeated: z.boolean(), owner: Owner });
export type ReplyTaken = z.infer<typeof ReplyTaken>;
