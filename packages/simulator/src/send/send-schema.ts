import { z } from 'zod';

/**
 * The body of `POST /{phone number id}/messages`, as strictly as Meta documents it.
 * Source: Cloud API message type pages, read 2026-11-21. Written apart from Ambit's own client, so
 * that the two can disagree.
 */
const text = (max: number) => z.string().min(1).max(max);
const httpUrl = z
  .string()
  .max(2_000)
  .refine((value) => /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value), 'must be a valid http(s) URL');

const oneSource = (value: { id?: string | undefined; link?: string | undefined }): boolean =>
  (value.id === undefined) !== (value.link === undefined);
const oneSourceMessage = 'exactly one of id or link is required';
const source = { id: z.string().min(1).optional(), link: httpUrl.optional() };
const caption = text(1_024).optional();

const Image = z.strictObject({ ...source, caption }).refine(oneSource, oneSourceMessage);
const Video = z.strictObject({ ...source, caption }).refine(oneSource, oneSourceMessage);
const Document = z
  .strictObject({ ...source, caption, filename: text(240).optional() })
  .refine(oneSource, oneSourceMessage);
const Audio = z
  .strictObject({ ...source, voice: z.boolean().optional() })
  .refine(oneSource, oneSourceMessage);
const Sticker = z.strictObject(source).refine(oneSource, oneSourceMessage);

const coordinate = (limit: number) =>
  z
    .union([z.number(), z.string().regex(/^-?\d{1,3}(\.\d+)?$/, 'must be a decimal degree')])
    .transform(Number)
    .refine((value) => Math.abs(value) <= limit, `must be between -${limit} and ${limit}`);
const Location = z.strictObject({
  latitude: coordinate(90),
  longitude: coordinate(180),
  name: text(1_000).optional(),
  address: text(1_000).optional(),
});

const Contact = z.looseObject({
  name: z.looseObject({ formatted_name: text(1_000) }),
  birthday: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be YYYY-MM-DD')
    .optional(),
  phones: z.array(z.looseObject({ phone: z.string().optional() })).optional(),
});

const mediaHeader = z.strictObject({ ...source, filename: z.string().optional() });
const Header = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: text(60) }),
  z.strictObject({ type: z.literal('image'), image: mediaHeader.refine(oneSource, oneSourceMessage) }),
  z.strictObject({ type: z.literal('video'), video: mediaHeader.refine(oneSource, oneSourceMessage) }),
  z.strictObject({ type: z.literal('document'), document: mediaHeader.refine(oneSource, oneSourceMessage) }),
]);
const Footer = z.strictObject({ text: text(60) });
const body = (max: number) => z.strictObject({ text: text(max) });

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

const ReplyButtons = z.strictObject({
  type: z.literal('button'),
  header: Header.optional(),
  body: body(1_024),
  footer: Footer.optional(),
  action: z.strictObject({
    buttons: z
      .array(
        z.strictObject({
          type: z.literal('reply'),
          reply: z.strictObject({
            id: text(256).refine((id) => id.trim() === id, 'must not start or end with a space'),
            title: text(20),
          }),
        }),
      )
      .min(1)
      .max(3)
      .refine((all) => unique(all.map((one) => one.reply.id)), 'button ids must be unique')
      .refine((all) => unique(all.map((one) => one.reply.title)), 'button titles must be unique'),
  }),
});

const List = z.strictObject({
  type: z.literal('list'),
  header: z.strictObject({ type: z.literal('text'), text: text(60) }).optional(),
  body: body(4_096),
  footer: Footer.optional(),
  action: z.strictObject({
    button: text(20),
    sections: z
      .array(
        z.strictObject({
          title: text(24).optional(),
          rows: z
            .array(z.strictObject({ id: text(200), title: text(24), description: text(72).optional() }))
            .min(1),
        }),
      )
      .min(1)
      .max(10)
      .refine(
        (all) => all.reduce((sum, one) => sum + one.rows.length, 0) <= 10,
        'at most 10 rows in all sections together',
      )
      .refine(
        (all) => all.length === 1 || all.every((one) => one.title !== undefined),
        'every section needs a title if there is more than one',
      )
      .refine((all) => unique(all.flatMap((one) => one.rows.map((row) => row.id))), 'row ids must be unique'),
  }),
});

const CtaUrl = z.strictObject({
  type: z.literal('cta_url'),
  header: Header.optional(),
  body: body(1_024),
  footer: Footer.optional(),
  action: z.strictObject({
    name: z.literal('cta_url'),
    parameters: z.strictObject({ display_text: text(20), url: httpUrl }),
  }),
});

const TemplateParameter = z.looseObject({
  type: z.string().min(1),
  text: z.string().optional(),
  payload: z.string().optional(),
  parameter_name: z.string().optional(),
});
const Template = z.strictObject({
  name: text(512),
  language: z.strictObject({ code: text(15), policy: z.literal('deterministic').optional() }),
  components: z
    .array(
      z.strictObject({
        type: z
          .string()
          .transform((value) => value.toLowerCase())
          .pipe(z.enum(['header', 'body', 'button'])),
        sub_type: z.string().optional(),
        index: z.union([z.string(), z.number()]).transform(Number).optional(),
        parameters: z.array(TemplateParameter).optional(),
      }),
    )
    .optional(),
});

const envelope = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.enum(['individual', 'group']).optional(),
  to: z.string().min(1).optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/, 'must be a business-scoped user id')
    .optional(),
  context: z.strictObject({ message_id: z.string().min(1) }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
  recipient_identity_key_hash: z.string().optional(),
};

/** Every message type the simulator takes. */
export const SendBody = z.discriminatedUnion('type', [
  z.strictObject({
    ...envelope,
    type: z.literal('text'),
    text: z.strictObject({ body: text(4_096), preview_url: z.boolean().optional() }),
  }),
  z.strictObject({ ...envelope, type: z.literal('image'), image: Image }),
  z.strictObject({ ...envelope, type: z.literal('video'), video: Video }),
  z.strictObject({ ...envelope, type: z.literal('document'), document: Document }),
  z.strictObject({ ...envelope, type: z.literal('audio'), audio: Audio }),
  z.strictObject({ ...envelope, type: z.literal('sticker'), sticker: Sticker }),
  z.strictObject({ ...envelope, type: z.literal('location'), location: Location }),
  z.strictObject({
    ...envelope,
    type: z.literal('contacts'),
    contacts: z.array(Contact).min(1).max(257),
  }),
  z.strictObject({
    ...envelope,
    type: z.literal('reaction'),
    reaction: z.strictObject({ message_id: z.string().min(1), emoji: z.string().max(32) }),
  }),
  z.strictObject({
    ...envelope,
    type: z.literal('interactive'),
    interactive: z.discriminatedUnion('type', [ReplyButtons, List, CtaUrl]),
  }),
  z.strictObject({ ...envelope, type: z.literal('template'), template: Template }),
]);
export type SendBody = z.infer<typeof SendBody>;

/** Marks a customer's message (and all before it) as read; may show "typing…". */
export const ReadBody = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});
export type ReadBody = z.infer<typeof ReadBody>;
