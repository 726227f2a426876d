import { z } from 'zod';
import { Customer } from './customer.ts';
import { Contact } from './conversation-list.ts';
import { OutboxMessage } from './outbox-message.ts';
import { Owner } from './owner.ts';
import { TimelineEntry, WaitingMessage } from './timeline-entry.ts';
import { Turn } from './turn.ts';

/** `before`: only what stands before this position of the timeline. */
export const ConversationQuery = z.object({
  before: z.coerce.number<number | string>().int().positive().optional(),
});
export type ConversationQuery = z.input<typeof ConversationQuery>;

/**
 * GET /api/conversations/:channelId/:conversationId. `timeline` oldest first, its newest 200 lines;
 * `older`: there are more before them. `turns` newest first. `outbox`: what the timeline's lines are
 * sent by, oldest first. `now`: the business's clock, ms since 1970.
 */
export const Conversation = z.object({
  channelId: z.string(),
  conversationId: z.string(),
  contact: Contact,
  /** Left out where the business's own tables have nothing of them. */
  customer: Customer.optional(),
  owner: Owner,
  now: z.number(),
  windowClosesAt: z.number().optional(),
  needsPerson: z.boolean(),
  timeline: z.array(TimelineEntry),
  older: z.boolean(),
  waiting: z.array(WaitingMessage),
  turns: z.array(Turn),
  outbox: z.array(OutboxMessage),
  timers: z.array(z.object({ name: z.string(), dueAt: z.number() })),
});
export type Conversation = z.infer<typeof Conversation>;
