import { z } from 'zod';

const Button = z.object({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) });

/**
 * What an outbound message says, in Ambit's own words; a channel turns it into its wire format.
 * Limits are WhatsApp's, the narrowest channel's. Source: Cloud API docs, text and interactive
 * messages, read 2026-11-21.
 */
export const Outbound = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), body: z.string().min(1).max(4096) }),
  z.object({
    kind: z.literal('buttons'),
    body: z.string().min(1).max(1024),
    buttons: z.array(Button).min(1).max(3),
  }),
  z.object({
    kind: z.literal('list'),
    body: z.string().min(1).max(4096),
    open: z.string().min(1).max(20),
    rows: z
      .array(
        z.object({
          id: z.string().min(1).max(200),
          title: z.string().min(1).max(24),
          description: z.string().max(72).optional(),
        }),
      )
      .min(1)
      .max(10),
  }),
  /** A file that Meta fetches from `url`. Sound has no caption. Source: Cloud API docs, "Media", read 2026-11-21. */
  z.object({
    kind: z.literal('file'),
    medium: z.enum(['image', 'video', 'audio', 'document']),
    url: z.url({ protocol: /^https?$/ }),
    caption: z.string().min(1).max(1024).optional(),
    filename: z.string().min(1).optional(),
  }),
  /** A text with one button that opens a web page. */
  z.object({
    kind: z.literal('link-button'),
    body: z.string().min(1).max(1024),
    title: z.string().min(1).max(20),
    url: z.url({ protocol: /^https?$/ }),
  }),
  /** Products of the business's catalogue at Meta, by retailer id; several need a header. */
  z.object({
    kind: z.literal('products'),
    header: z.string().min(1).max(60).optional(),
    body: z.string().min(1).max(1024),
    catalogue: z.string().min(1),
    products: z.array(z.string().min(1)).min(1).max(30),
  }),
  /**
   * Cards to leaf through, each with a picture and one button; two lines under a picture at most.
   * Source: Cloud API docs, "Interactive media carousel", read 2026-11-22.
   */
  z.object({
    kind: z.literal('carousel'),
    body: z.string().min(1).max(1024),
    cards: z
      .array(
        z.object({
          image: z.url({ protocol: /^https?$/ }),
          body: z.string().min(1).max(160).optional(),
          button: z.object({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) }),
        }),
      )
      .min(2)
      .max(10),
  }),
  /** Products of the business's catalogue at Meta, by retailer id, as cards to leaf through. */
  z.object({
    kind: z.literal('product-carousel'),
    body: z.string().min(1).max(1024),
    catalogue: z.string().min(1),
    products: z.array(z.string().min(1)).min(2).max(10),
  }),
  /** A form of the business's at Meta (a WhatsApp Flow). `token` comes back with the answers. */
  z.object({
    kind: z.literal('form'),
    body: z.string().min(1).max(1024),
    open: z.string().min(1).max(30),
    form: z.string().min(1),
    screen: z.string().min(1),
    token: z.string().min(1),
  }),
  /** A text with Meta's button that sends where the customer is. */
  z.object({ kind: z.literal('location-request'), body: z.string().min(1).max(1024) }),
  z.object({
    kind: z.literal('template'),
    name: z.string().regex(/^[a-z0-9_]{1,512}$/),
    language: z.string(),
    values: z.array(z.string()),
    /** Of named variables: their names, in the order of `values`. */
    names: z.array(z.string()).optional(),
    /** What fills the header: the text of its variable, or the file that stands there. */
    header: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('text'), value: z.string().min(1), name: z.string().optional() }),
        z.object({ kind: z.enum(['image', 'video', 'document']), url: z.url({ protocol: /^https?$/ }) }),
      ])
      .optional(),
    /** By their place among the template's buttons, from 0: what a tap sends back, or the end of a link. */
    buttons: z
      .array(
        z.object({
          place: z.number().int().min(0).max(9),
          kind: z.enum(['reply', 'link']),
          value: z.string(),
        }),
      )
      .optional(),
    /** The text as the customer reads it. */
    shown: z.string().optional(),
  }),
]);
export type Outbound = z.infer<typeof Outbound>;

/** Free-form messages need an open service window; templates do not. */
export function needsOpenWindow(message: Outbound): boolean {
  switch (message.kind) {
    case 'text':
    case 'buttons':
    case 'list':
    case 'file':
    case 'link-button':
    case 'products':
    case 'carousel':
    case 'product-carousel':
    case 'form':
    case 'location-request':
      return true;
    case 'template':
      return false;
  }
}

/** The text a person would read, without the chrome around it. */
export function readableText(message: Outbound): string {
  switch (message.kind) {
    case 'text':
    case 'buttons':
    case 'list':
    case 'form':
    case 'location-request':
    case 'product-carousel':
      return message.body;
    case 'carousel':
      return [message.body, ...message.cards.flatMap(({ body }) => (body === undefined ? [] : [body]))].join(
        '\n',
      );
    case 'file':
      return message.caption ?? message.filename ?? `[${message.medium}]`;
    case 'link-button':
      return `${message.body}\n${message.title}: ${message.url}`;
    case 'products':
      return [message.header, message.body].filter((part) => part !== undefined).join('\n');
    case 'template':
      return message.shown ?? [`[${message.name}]`, ...message.values].join(' ');
  }
}
