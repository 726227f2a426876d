import { z } from 'zod';
import { CustomFields, FieldKinds } from '../business/custom-fields.ts';

/** What a business keeps of its customers beside the usual: `fields`, by the name of their column. */
export const CustomerSettings = z.strictObject({ fields: FieldKinds });
export type CustomerSettings = z.infer<typeof CustomerSettings>;

/**
 * What the agent and its flows may know of the person who writes, and of nobody else. `language`: a BCP 47 tag;
 * `fields`: what the business declares.
 */
export const KnownCustomer = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
  language: z.string().optional(),
  tags: z.array(z.string()),
  fields: CustomFields,
});
export type KnownCustomer = z.infer<typeof KnownCustomer>;

/**
 * A customer as the business keeps them. `phone`: digits with country code, no "+", the number they write from.
 * `notes` are for people: no flow and no model ever reads them.
 */
export const CustomerRecord = KnownCustomer.extend({
  phone: z.string(),
  notes: z.string().optional(),
});
export type CustomerRecord = z.infer<typeof CustomerRecord>;
