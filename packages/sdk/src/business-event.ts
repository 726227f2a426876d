import { z } from 'zod';

/**
 * POST /api/events: something that happened in the business's own systems. `id`: the system's own, so
 * that a repeated request happens once. `phone`: whom it is about, digits with country code.
 * `details`: what the flow of the event may read, by the names it lists under "given". `channelId`:
 * the number to write from, where the customer wrote to several.
 */
export const BusinessEvent = z.object({
  id: z.string().regex(/^[\w.:-]{1,100}$/, 'up to 100 letters, digits, ".", ":", "_" or "-"'),
  event: z.string().min(1).max(100),
  phone: z.string().regex(/^\+?[1-9]\d{6,14}$/, 'digits with the country code'),
  channelId: z.string().optional(),
  details: z.record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,49}$/), z.json()).default({}),
});
export type BusinessEvent = z.input<typeof BusinessEvent>;

/**
 * What becomes of it. `waiting`: the service window is closed; nothing is said, and people are told
 * that it needs a template. `repeated`: it was there already.
 */
export const BusinessEventTaken = z.object({
  messageId: z.string(),
  state: z.enum(['starting', 'waiting']),
  repeated: z.boolean(),
});
export type BusinessEventTaken = z.infer<typeof BusinessEventTaken>;
