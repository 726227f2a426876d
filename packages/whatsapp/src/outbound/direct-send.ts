import { z } from 'zod';
import { envelope, replyContext } from './envelope.ts';
import { InteractiveMessage } from './interactive.ts';
import { TextMessage } from './text.ts';

const seconds = (most: number) => z.int().min(30).max(most).optional();
const utility = {
  ...envelope,
  ...replyContext,
  category: z.literal('utility'),
  /** How long Meta tries to deliver, in seconds; its default is 30 days. */
  ttl_seconds: seconds(43_200),
};
const authentication = {
  ...envelope,
  ...replyContext,
  category: z.literal('authentication'),
  /** Meta's default is 600 seconds. */
  ttl_seconds: seconds(900),
};

/**
 * Free-form text sent outside the service window as if it were a template, at a template's price.
 * Only for accounts that Meta lets: so it is a capability, and off unless told otherwise.
 * Source: Cloud API docs, "Direct Send", 2026-07-31, read 2026-11-21.
 */
export const DirectSendRequest = z
  .discriminatedUnion('category', [
    z.discriminatedUnion('type', [TextMessage.extend(utility), InteractiveMessage.extend(utility)]),
    z.discriminatedUnion('type', [
      TextMessage.extend(authentication),
      InteractiveMessage.extend(authentication),
    ]),
  ])
  .refine(({ recipient_type }) => recipient_type !== 'group', 'Direct Send reaches no groups')
  .refine(
    ({ category, to }) => category !== 'authentication' || to !== undefined,
    'an authentication message needs a phone number in "to"',
  );
export type DirectSendRequest = z.infer<typeof DirectSendRequest>;
