import { z } from 'zod';
import { body, Footer, Header, httpUrl, text, TextHeader, unique } from './parts.ts';

const replyButton = z.strictObject({
  type: z.literal('reply'),
  reply: z.strictObject({
    id: text(256).refine((id) => id.trim() === id, 'must not start or end with a space'),
    title: text(20),
  }),
});

export const ReplyButtons = z.strictObject({
  type: z.literal('button'),
  header: Header.optional(),
  body: body(1_024),
  footer: Footer.optional(),
  action: z.strictObject({
    buttons: z
      .array(replyButton)
      .min(1)
      .max(3)
      .refine((all) => unique(all.map((one) => one.reply.id)), 'button ids must be unique')
      .refine((all) => unique(all.map((one) => one.reply.title)), 'button titles must be unique'),
  }),
});

const row = z.strictObject({ id: text(200), title: text(24), description: text(72).optional() });

export const List = z.strictObject({
  type: z.literal('list'),
  header: TextHeader.optional(),
  body: body(4_096),
  footer: Footer.optional(),
  action: z.strictObject({
    button: text(20),
    sections: z
      .array(z.strictObject({ title: text(24).optional(), rows: z.array(row).min(1) }))
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
      .refine(
        (all) => unique(all.flatMap((one) => one.rows.map((each) => each.id))),
        'row ids must be unique',
      ),
  }),
});

export const CtaUrl = z.strictObject({
  type: z.literal('cta_url'),
  header: Header.optional(),
  body: body(1_024),
  footer: Footer.optional(),
  action: z.strictObject({
    name: z.literal('cta_url'),
    parameters: z.strictObject({ display_text: text(20), url: httpUrl }),
  }),
});

export const VoiceCall = z.strictObject({
  type: z.literal('voice_call'),
  body: body(1_024),
  header: Header.optional(),
  footer: Footer.optional(),
  action: z.strictObject({
    name: z.literal('voice_call'),
    parameters: z
      .strictObject({
        display_text: text(20).optional(),
        ttl_minutes: z.int().min(1).max(43_200).optional(),
        payload: z.string().max(512).optional(),
      })
      .optional(),
  }),
});
