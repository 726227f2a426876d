import { z } from 'zod';
import type { Ids } from '../ids.ts';

/**
 * A person with a phone. `waId` (digits, no plus) is absent for people who adopted a username and never showed their
 * number; `userId` is the business-scoped user id (BSUID), always there.
 */
export type Customer = {
  readonly id: string;
  readonly name: string;
  readonly userId: string;
  /** The BSUID shared by linked portfolios, such as US.ENT.1349. */
  readonly parentUserId?: string;
  readonly waId?: string;
  /** Has a phone, but Meta leaves it out of webhooks. */
  readonly phoneHidden: boolean;
  readonly username?: string;
  /** Changes with the person's device or number; a send may insist on it. */
  readonly identityHash: string;
  /** `stopped` once the person has stopped marketing messages in WhatsApp. */
  readonly marketing: 'allowed' | 'stopped';
  /** In Meta's holdout: marketing is not delivered (130472). */
  readonly inExperiment: boolean;
  /** Business numbers this person has blocked. */
  readonly blocked: readonly string[];
};

const bsuid = z
  .string()
  .regex(/^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/, 'a BSUID looks like US.13491208655302741918');
const parentBsuid = z.string().regex(/^[A-Z]{2}\.ENT\.[A-Za-z0-9]{1,128}$/, 'looks like US.ENT.1349');

/** How a new customer is described over the control API. */
export const NewCustomer = z.strictObject({
  id: z.string().min(1).max(100).optional(),
  name: z.string().min(1).max(200),
  phone: z.string().optional(),
  userId: bsuid.optional(),
  parentUserId: parentBsuid.optional(),
  username: z.string().min(3).max(35).optional(),
  phoneHidden: z.boolean().optional(),
});
export type NewCustomer = z.infer<typeof NewCustomer>;

/** The phone as webhooks show it. */
export function shownWaId(customer: Customer): string | undefined {
  return customer.phoneHidden ? undefined : customer.waId;
}

/** People who are always there: an owner of an order, a German, a username without phone, a Briton. */
export const seedCustomers: readonly NewCustomer[] = [
  { id: 'maya', name: 'Maya Torres', phone: '+1 415 555 0142', userId: 'US.13491208655302741918' },
  { id: 'tom', name: 'Tom Becker', phone: '+49 1512 3456789', userId: 'DE.20417733918264405571' },
  { id: 'noor', name: 'Noor Haddad', userId: 'AE.90311847265530192746', username: 'noor.haddad' },
  { id: 'priya', name: 'Priya Nair', phone: '+44 7700 900123', userId: 'GB.55820196347712048833' },
];

/** The digits of a phone number as people write it. */
export function digitsOf(phone: string): string {
  return phone.replace(/[\s()+.-]/g, '');
}

/** A customer from its description, with what is left out made up. */
export function customerFrom(input: NewCustomer, count: number, ids: Ids): Customer {
  return {
    id: input.id ?? `customer-${count}`,
    name: input.name,
    userId: input.userId ?? ids.userId('US'),
    ...(input.phone === undefined ? {} : { waId: digitsOf(input.phone) }),
    ...(input.username === undefined ? {} : { username: input.username }),
    ...(input.parentUserId === undefined ? {} : { parentUserId: input.parentUserId }),
    phoneHidden: input.phoneHidden ?? false,
    identityHash: ids.identityHash(),
    marketing: 'allowed',
    inExperiment: false,
    blocked: [],
  };
}
