import { z } from 'zod';
import { Named, areDistinct, boundedText } from './bounded-text.ts';
import { Footer, ShortBody, TextHeader } from './interactive-parts.ts';

/** The fields of an Indian address form. */
const Address = z.strictObject({
  name: Named.optional(),
  phone_number: z
    .string()
    .regex(/^\+?[0-9]{5,20}$/, 'is not a phone number')
    .optional(),
  in_pin_code: boundedText(6).optional(),
  house_number: Named.optional(),
  floor_number: Named.optional(),
  tower_number: Named.optional(),
  building_name: Named.optional(),
  address: Named.optional(),
  landmark_area: Named.optional(),
  city: Named.optional(),
  state: Named.optional(),
});
const ErrorTexts = z.partialRecord(Address.keyof(), Named);

/**
 * Asks a customer in India for an address. `values`: filled in beforehand. `saved_addresses`: to
 * choose from. `validation_errors`: what was wrong with the last answer, by field.
 * Source: Cloud API docs, "Address messages", read 2026-11-21.
 */
export const InteractiveAddress = z.strictObject({
  type: z.literal('address_message'),
  header: TextHeader.optional(),
  body: ShortBody,
  footer: Footer.optional(),
  action: z.strictObject({
    name: z.literal('address_message'),
    parameters: z.strictObject({
      country: z.literal('IN'),
      values: Address.optional(),
      saved_addresses: z
        .array(z.strictObject({ id: Named, value: Address }))
        .min(1)
        .refine((all) => areDistinct(all.map(({ id }) => id)), 'two saved addresses have the same id')
        .optional(),
      validation_errors: ErrorTexts.optional(),
    }),
  }),
});
export type InteractiveAddress = z.infer<typeof InteractiveAddress>;
