import { z } from 'zod';
import { KnownCustomer } from '../customer/customer.ts';
import { CallResult } from './call.ts';
import { Inbound } from '../message/inbound.ts';
import { Owner } from './owner.ts';

/**
 * What happens to a turn. The list of a turn's events is stored; feeding it to `advance` again
 * replays the turn without calling out.
 * `at`: the clock port's time. `owner`, `ownerVersion`: who may speak when the turn opened.
 * `contactPhone`: the customer's verified phone as digits with country code, when Meta gave one.
 * `customer`: what the business keeps of the person who writes.
 */
export const Event = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('turn-began'),
    turn: z.string(),
    at: z.number(),
    owner: Owner,
    ownerVersion: z.number().int(),
    contactId: z.string(),
    contactPhone: z.string().optional(),
    customer: KnownCustomer.optional(),
    windowClosesAt: z.number().optional(),
    inputs: z.array(Inbound),
  }),
  z.object({ kind: z.literal('settled'), key: z.string(), at: z.number(), result: CallResult }),
]);
export type Event = z.infer<typeof Event>;
