import { z } from 'zod';
import { Owner } from './owner.ts';

/**
 * What to list. `after`: the `next` of the page before. `search`: in name, phone, user name and id.
 * `show` "mine" needs `person`.
 */
export const ConversationListQuery = z.object({
  after: z.string().max(500).optional(),
  limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
  search: z.string().max(200).optional(),
  show: z.enum(['all', 'needs-person', 'mine', 'agent']).default('all'),
  person: z.string().max(80).optional(),
  /** Only those whose open ticket this team has. */
  team: z.string().max(40).optional(),
});
export type ConversationListQuery = z.input<typeof ConversationListQuery>;

/** Who is on the other end; any part may be missing. */
export const Contact = z.object({
  contactId: z.string(),
  name: z.string().optional(),
  username: z.string().optional(),
  phone: z.string().optional(),
  bsuid: z.string().optional(),
});
export type Contact = z.infer<typeof Contact>;

/**
 * Why people have a conversation, and how they sort it. `topic`: the task it is about; `reason`: "emergency",
 * "complaint", "privacy" (about their own data), "asked" (for a person), "unanswered", "flow" (its task ends with people), "trouble" (ours or of a back
 * end); `team`: who gets it, by id.
 */
export const Ticket = z.object({
  topic: z.string().optional(),
  reason: z.enum(['emergency', 'complaint', 'privacy', 'asked', 'unanswered', 'flow', 'trouble']),
  priority: z.enum(['urgent', 'high', 'normal', 'low']),
  team: z.string(),
  language: z.string().optional(),
});
export type Ticket = z.infer<typeof Ticket>;

/**
 * One line of the list. `needsPerson`: people own it and the customer has no answer yet.
 * `waiting`: messages no turn has handled. Times in ms since 1970.
 */
export const ConversationSummary = z.object({
  channelId: z.string(),
  conversationId: z.string(),
  contact: Contact,
  owner: Owner,
  last: z
    .object({
      author: z.enum(['customer', 'agent', 'person', 'system', 'event']),
      person: z.string().optional(),
      kind: z.string(),
      text: z.string().optional(),
      hidden: z.boolean(),
      at: z.number(),
    })
    .optional(),
  windowClosesAt: z.number().optional(),
  needsPerson: z.boolean(),
  ticket: Ticket.optional(),
  openAlarms: z.number().int(),
  waiting: z.number().int(),
});
export type ConversationSummary = z.infer<typeof ConversationSummary>;

/** GET /api/conversations. `next`: give it back as `after`; absent on the last page. */
export const ConversationList = z.object({
  conversations: z.array(ConversationSummary),
  next: z.string().optional(),
});
export type ConversationList = z.infer<typeof ConversationList>;
