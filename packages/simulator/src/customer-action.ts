import { z } from 'zod';

/** What can be said about any act of a customer. */
const common = {
  /** Which business number is written to; any id is taken, also one the business does not own. */
  phoneNumberId: z.string().min(1).optional(),
  /** When the customer sent it (ms since 1970); default: the simulator's now. */
  timestampMs: z.int().optional(),
  /** The wamid this replies to. */
  replyTo: z.string().min(1).optional(),
  /** Sent in a group instead of a private chat. */
  groupId: z.string().min(1).optional(),
};

/** One act of a customer, over the control API. */
export const CustomerAction = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('text'), body: z.string().min(1).max(65_536) }),
  z.strictObject({ ...common, kind: z.literal('button'), id: z.string(), title: z.string() }),
  z.strictObject({
    ...common,
    kind: z.literal('template-button'),
    payload: z.string(),
    text: z.string(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('list'),
    id: z.string(),
    title: z.string(),
    description: z.string().optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('reaction'),
    messageId: z.string().min(1),
    emoji: z.string().max(32),
  }),
  z.strictObject({ ...common, kind: z.literal('sticker'), animated: z.boolean().optional() }),
  z.strictObject({
    ...common,
    kind: z.literal('image'),
    caption: z.string().max(1_024).optional(),
    mediaId: z.string().optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('video'), caption: z.string().optional() }),
  z.strictObject({
    ...common,
    kind: z.literal('document'),
    filename: z.string().min(1),
    caption: z.string().optional(),
    mediaId: z.string().optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('audio'),
    voice: z.boolean().optional(),
    mediaId: z.string().optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('location'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: z.string().optional(),
    address: z.string().optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('contacts'),
    name: z.string().min(1),
    phone: z.string().optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('edit'),
    messageId: z.string().min(1),
    body: z.string().min(1),
  }),
  z.strictObject({ ...common, kind: z.literal('revoke'), messageId: z.string().min(1) }),
  z.strictObject({ ...common, kind: z.literal('call') }),
  z.strictObject({ ...common, kind: z.literal('unsupported') }),
]);
export type CustomerAction = z.infer<typeof CustomerAction>;
