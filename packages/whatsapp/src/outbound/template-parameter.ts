import { z } from 'zod';
import { Place } from './location.ts';
import { ONE_SOURCE, hasOneSource, mediaSource } from './media-source.ts';

/** Only for templates written with named variables (`{{order_number}}`). */
const named = {
  parameter_name: z
    .string()
    .regex(/^[a-z0-9_]+$/)
    .optional(),
};

const Text = z.strictObject({ type: z.literal('text'), text: z.string().min(1), ...named });
const Currency = z.strictObject({
  type: z.literal('currency'),
  currency: z.strictObject({
    fallback_value: z.string().min(1),
    code: z.string().regex(/^[A-Z]{3}$/),
    amount_1000: z.int(),
  }),
  ...named,
});
const DateTime = z.strictObject({
  type: z.literal('date_time'),
  date_time: z.looseObject({ fallback_value: z.string().min(1) }),
  ...named,
});
const file = z.strictObject(mediaSource).refine(hasOneSource, ONE_SOURCE);
const namedFile = z
  .strictObject({ ...mediaSource, filename: z.string().min(1).optional() })
  .refine(hasOneSource, ONE_SOURCE);

/** What fills one variable of a template's body. */
export const BodyParameter = z.discriminatedUnion('type', [Text, Currency, DateTime]);

/** What fills a template's header: one text variable, a file or a place. */
export const HeaderParameter = z.discriminatedUnion('type', [
  Text,
  Currency,
  DateTime,
  z.strictObject({ type: z.literal('image'), image: file }),
  z.strictObject({ type: z.literal('video'), video: file }),
  z.strictObject({ type: z.literal('document'), document: namedFile }),
  z.strictObject({ type: z.literal('location'), location: Place }),
]);
