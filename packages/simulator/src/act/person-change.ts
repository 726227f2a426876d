import { z } from 'zod';

const number = { phoneNumberId: z.string().min(1).optional() };

/** Something a person changes about themselves or about how the business may reach them. */
export const PersonChange = z.discriminatedUnion('kind', [
  /** Blocks the business, or lets it write again: sends fail with 131026 in between. */
  z.strictObject({ ...number, kind: z.literal('block') }),
  z.strictObject({ ...number, kind: z.literal('unblock') }),
  /** Stops or resumes marketing messages in WhatsApp: a `user_preferences` webhook. */
  z.strictObject({ ...number, kind: z.literal('stop-marketing') }),
  z.strictObject({ ...number, kind: z.literal('resume-marketing') }),
  /** Moves to another number; a new BSUID comes with it. */
  z.strictObject({ ...number, kind: z.literal('change-number'), phone: z.string().min(6) }),
  /** Gets another BSUID without another number. */
  z.strictObject({ ...number, kind: z.literal('change-user-id'), userId: z.string().optional() }),
  /** Gets another identity key, as with a new device. */
  z.strictObject({ ...number, kind: z.literal('change-identity') }),
  z.strictObject({ kind: z.literal('set-username'), username: z.string().min(3).max(35) }),
  z.strictObject({ kind: z.literal('set-name'), name: z.string().min(1).max(200) }),
  /** Meta stops or starts to show the phone in webhooks. */
  z.strictObject({ kind: z.literal('hide-phone') }),
  z.strictObject({ kind: z.literal('show-phone') }),
  /** In or out of Meta's experiment: 130472 for marketing. */
  z.strictObject({ kind: z.literal('join-experiment') }),
  z.strictObject({ kind: z.literal('leave-experiment') }),
]);
export type PersonChange = z.infer<typeof PersonChange>;
