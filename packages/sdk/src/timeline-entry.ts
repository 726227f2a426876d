import { z } from 'zod';
import { DeliveryProblem, DeliveryState } from './outbox-message.ts';

/** A reply button or list row the customer was offered. */
const Choice = z.object({ id: z.string(), title: z.string() });

/**
 * A file the customer sent. `coming`: being copied from the channel; `copied`: to be had at
 * GET /api/media/:channelId/:mediaId; `lost`: it could not be copied. `filename`: the customer's own.
 */
const MediaFile = z.object({
  mediaId: z.string(),
  state: z.enum(['coming', 'copied', 'lost']),
  mimeType: z.string().optional(),
  bytes: z.number().int().optional(),
  filename: z.string().optional(),
});

/**
 * One line of a conversation as people see it. `kind` is what it is ("text", "choice", "media",
 * "event" …); `text` is what a person would read, absent when there is nothing to read or the
 * customer took it back (`hidden`). `at`: when it was said, ms since 1970.
 * `transcript`: a program wrote `text` down of a voice note; it may be wrong.
 * `disclosure`: the notice that went before the text. `about`: the message an edit or reaction is about.
 */
export const TimelineEntry = z.object({
  position: z.number().int(),
  author: z.enum(['customer', 'agent', 'person', 'system', 'event']),
  person: z.string().optional(),
  kind: z.string(),
  text: z.string().optional(),
  transcript: z.literal(true).optional(),
  choices: z.array(Choice).optional(),
  media: MediaFile.optional(),
  about: z.string().optional(),
  at: z.number(),
  hidden: z.boolean(),
  messageId: z.string().optional(),
  outboxId: z.string().optional(),
  turnId: z.string().optional(),
  delivery: z.object({ state: DeliveryState, problem: DeliveryProblem.optional() }).optional(),
  disclosure: z.string().optional(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** A message in the mailbox that no turn has handled yet. `author` "system": Ambit's own, such as a timer. */
export const WaitingMessage = z.object({
  messageId: z.string(),
  author: z.enum(['customer', 'person', 'system']),
  person: z.string().optional(),
  kind: z.string(),
  text: z.string().optional(),
  hidden: z.boolean(),
  at: z.number(),
});
export type WaitingMessage = z.infer<typeof WaitingMessage>;
