import { z } from 'zod';

/** Who may speak in a conversation. Every change raises `version`; `person` once somebody took it. */
export const Owner = z.object({
  kind: z.enum(['agent', 'people', 'nobody']),
  person: z.string().optional(),
  version: z.number().int(),
});
export type Owner = z.infer<typeof Owner>;
