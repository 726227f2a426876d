import { z } from 'zod';
import { Named } from './bounded-text.ts';
import { Place } from './location.ts';
import { MediaFile, NamedFile } from './media-source.ts';

/** Only for templates written with named variables (`{{order_number}}`). */
const named = {
  parameter_name: z
    .string()
    .regex(/^[a-z0-9_]+$/)
    .optional(),
};

/** The text of one variable. */
export const TextParameter = z.strictObject({ type: z.literal('text'), text: Named, ...named });
const Currency = z.strictObject({
  type: z.literal('currency'),
  currency: z.strictObject({
    fallback_value: Named,
    code: z.string().regex(/^[A-Z]{3}$/),
    amount_1000: z.int(),
  }),
  ...named,
});
const DateTime = z.strictObject({
  type: z.literal('date_time'),
  date_time: z.strictObject({
    fallback_value: Named,
    /** Meta no longer reads the parts; its examples still have them. */
    calendar: z.literal('GREGORIAN').optional(),
    year: z.int().optional(),
    month: z.int().min(1).max(12).optional(),
    day_of_month: z.int().min(1).max(31).optional(),
    day_of_week: z.int().min(1).max(7).optional(),
    hour: z.int().min(0).max(23).optional(),
    minute: z.int().min(0).max(59).optional(),
  }),
  ...named,
});

/** What fills one variable of a template's body. */
export const BodyParameter = z.discriminatedUnion('type', [TextParameter, Currency, DateTime]);

const headers = [
  TextParameter,
  Currency,
  DateTime,
  z.strictObject({ type: z.literal('image'), image: MediaFile }),
  z.strictObject({ type: z.literal('video'), video: MediaFile }),
  z.strictObject({ type: z.literal('document'), document: NamedFile }),
  z.strictObject({ type: z.literal('location'), location: Place }),
  z.strictObject({
    type: z.literal('product'),
    product: z.strictObject({ product_retailer_id: Named, catalog_id: Named }),
  }),
] as const;

/** What fills a template's header: one text variable, a file, a place or a product. */
export const HeaderParameter = z.discriminatedUnion('type', headers);

/** What fills a header of a template sent over the marketing endpoint, which alone takes GIFs. */
export const MarketingHeaderParameter = z.discriminatedUnion('type', [
  ...headers,
  z.strictObject({ type: z.literal('gif'), gif: MediaFile }),
]);
