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
  /** Forwarded from another chat; `often` after many forwards. */
  forwarded: z.enum(['once', 'often']).optional(),
  /** The customer came from an ad or post by clicking it. */
  referral: z
    .strictObject({
      sourceType: z.enum(['ad', 'post']).default('ad'),
      sourceId: z.string().min(1).default('120208459376480'),
      sourceUrl: z.string().default('https://fb.me/harbour-ad'),
      headline: z.string().default('Chat with us'),
      body: z.string().default('Autumn jackets are here.'),
      ctwaClid: z.string().default('ARAkLkA8rmlFeiCktEJQ-QTwRiyYHAFDLMNDBH0CD3qpjd0HR4irJ6LEkR7JwFF4XvnO2E4'),
    })
    .optional(),
  /** Asks about a product of the catalog. */
  product: z.strictObject({ catalogId: z.string().min(1), retailerId: z.string().min(1) }).optional(),
};

/** A file: one uploaded before, or a sample. `bytes` pretends a size; above 100 MB Meta gives 131052 instead. */
const file = {
  mediaId: z.string().optional(),
  bytes: z.int().min(0).optional(),
};
const caption = z.string().max(1_024).optional();

/** One act of a customer, over the control API. */
export const CustomerAction = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('text'), body: z.string().min(1).max(65_536) }),
  z.strictObject({ ...common, kind: z.literal('button'), id: z.string(), title: z.string() }),
  z.strictObject({ ...common, kind: z.literal('template-button'), payload: z.string(), text: z.string() }),
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
  z.strictObject({ ...common, ...file, kind: z.literal('sticker'), animated: z.boolean().optional() }),
  z.strictObject({ ...common, ...file, kind: z.literal('image'), caption }),
  z.strictObject({ ...common, ...file, kind: z.literal('video'), caption: z.string().optional() }),
  z.strictObject({
    ...common,
    ...file,
    kind: z.literal('document'),
    filename: z.string().min(1),
    caption: z.string().optional(),
  }),
  z.strictObject({ ...common, ...file, kind: z.literal('audio'), voice: z.boolean().optional() }),
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
    /** The answer to a contact request; default: shared by the customer's own will. */
    origin: z.enum(['contact_request', 'other']).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('order'),
    catalogId: z.string().min(1),
    text: z.string().optional(),
    items: z
      .array(
        z.strictObject({
          retailerId: z.string().min(1),
          quantity: z.int().min(1),
          price: z.number().min(0),
          currency: z.string().length(3),
        }),
      )
      .min(1),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('flow-reply'),
    /** What the flow's last screen sent; `flow_token` is added if it is missing. */
    response: z.record(z.string(), z.unknown()),
    flowToken: z.string().default('unused'),
    body: z.string().default('Sent'),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('address'),
    values: z.record(z.string(), z.string()),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('call-permission'),
    response: z.enum(['accept', 'reject']),
    /** How long the permission lasts; temporary ones last 7 days. */
    isPermanent: z.boolean().default(false),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('edit'),
    messageId: z.string().min(1),
    body: z.string().min(1),
  }),
  z.strictObject({ ...common, kind: z.literal('revoke'), messageId: z.string().min(1) }),
  /** Opens the chat for the first time, before writing. */
  z.strictObject({ ...common, kind: z.literal('welcome') }),
  z.strictObject({ ...common, kind: z.literal('call'), event: z.enum(['connect', 'terminate']).optional() }),
  z.strictObject({ ...common, kind: z.literal('unsupported'), type: z.string().optional() }),
]);
export type CustomerAction = z.infer<typeof CustomerAction>;
