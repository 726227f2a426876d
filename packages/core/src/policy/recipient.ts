import { z } from 'zod';

/**
 * Whom a message goes to: a phone number as digits with country code, a business-scoped user id
 * (BSUID), or both. Since 2026 either may be missing, never both.
 * Source: WhatsApp business-scoped user id docs, read 2026-11-21.
 */
export const Recipient = z
  .object({
    phone: z
      .string()
      .regex(/^[1-9]\d{4,14}$/, 'digits with country code, such as "4915112345678"')
      .optional(),
    bsuid: z
      .string()
      .regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/, 'a user id such as "DE.1a2b3c"')
      .optional(),
  })
  .refine((recipient) => recipient.phone !== undefined || recipient.bsuid !== undefined, {
    message: 'a recipient needs a phone number or a user id',
  });
export type Recipient = z.infer<typeof Recipient>;
