import { z } from 'zod';

const text = z.string().min(1).optional();

/** One address-book card. */
const ContactCard = z.strictObject({
  name: z.strictObject({
    formatted_name: z.string().min(1),
    first_name: text,
    last_name: text,
    middle_name: text,
    prefix: text,
    suffix: text,
  }),
  birthday: z.iso.date().optional(),
  phones: z.array(z.strictObject({ phone: text, wa_id: text, type: text })).optional(),
  emails: z.array(z.strictObject({ email: text, type: text })).optional(),
  urls: z.array(z.strictObject({ url: text, type: text })).optional(),
  addresses: z
    .array(
      z.strictObject({
        street: text,
        city: text,
        state: text,
        zip: text,
        country: text,
        country_code: text,
        type: text,
      }),
    )
    .optional(),
  org: z.strictObject({ company: text, department: text, title: text }).optional(),
});

/** Address-book cards. Source: Cloud API docs, "Contacts messages", read 2026-11-21. */
export const ContactsMessage = z.strictObject({
  type: z.literal('contacts'),
  contacts: z.array(ContactCard).min(1).max(257),
});
export type ContactsMessage = z.infer<typeof ContactsMessage>;
