import { z } from 'zod';
import type { Ids } from '../ids.ts';

/**
 * A person with a phone. `waId` (digits, no plus) is absent for people who adopted a username and
 * never showed their number; `userId` is the business-scoped user id (BSUID), always there.
 */
export type Customer = {
  readonly id: string;
  readonly name: string;
  readonly userId: string;
  readonly waId?: string;
  readonly username?: string;
};

/** How a new customer is described over the control API. */
export const NewCustomer = z.strictObject({
  id: z.string().min(1).max(100).optional(),
  name: z.string().min(1).max(200),
  phone: z.string().optional(),
  userId: z
    .string()
    .regex(/^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/, 'a BSUID looks like US.13491208655302741918')
    .optional(),
  username: z.string().min(3).max(35).optional(),
});
export type NewCustomer = z.infer<typeof NewCustomer>;

/** People who are always there: an owner of an order, a German, a username without phone, a Briton. */
export const seedCustomers: readonly NewCustomer[] = [
  { id: 'maya', name: 'Maya Torres', phone: '+1 415 555 0142', userId: 'US.13491208655302741918' },
  { id: 'tom', name: 'Tom Becker', phone: '+49 1512 3456789', userId: 'DE.20417733918264405571' },
  { id: 'noor', name: 'Noor Haddad', userId: 'AE.90311847265530192746', username: 'noor.haddad' },
  { id: 'priya', name: 'Priya Nair', phone: '+44 7700 900123', userId: 'GB.55820196347712048833' },
];

/** Everybody the simulator knows, found by id, phone digits or BSUID in constant time. */
export type CustomerBook = {
  add(customer: NewCustomer): AddOutcome;
  /** By the simulator's own id, by WhatsApp id or by BSUID. */
  find(key: string): Customer | undefined;
  byWaId(waId: string): Customer | undefined;
  byUserId(userId: string): Customer | undefined;
  all(): readonly Customer[];
};
export type AddOutcome = { kind: 'added'; customer: Customer } | { kind: 'refused'; reason: string };

/** An empty book. */
export function createCustomerBook(ids: Ids): CustomerBook {
  const byId = new Map<string, Customer>();
  const byWaId = new Map<string, Customer>();
  const byUserId = new Map<string, Customer>();
  let count = 0;
  const add = (input: NewCustomer): AddOutcome => {
    const waId = input.phone === undefined ? undefined : digitsOf(input.phone);
    if (waId !== undefined && !/^\d{6,15}$/.test(waId))
      return {
        kind: 'refused',
        reason: `phone "${input.phone}" is not an international number of 6 to 15 digits`,
      };
    count += 1;
    const id = input.id ?? `customer-${count}`;
    const userId = input.userId ?? ids.userId('US');
    if (byId.has(id)) return { kind: 'refused', reason: `a customer with id "${id}" exists already` };
    if (waId !== undefined && byWaId.has(waId))
      return { kind: 'refused', reason: `a customer with phone ${waId} exists already` };
    if (byUserId.has(userId))
      return { kind: 'refused', reason: `a customer with BSUID ${userId} exists already` };
    const customer: Customer = {
      id,
      name: input.name,
      userId,
      ...(waId === undefined ? {} : { waId }),
      ...(input.username === undefined ? {} : { username: input.username }),
    };
    byId.set(id, customer);
    if (waId !== undefined) byWaId.set(waId, customer);
    byUserId.set(userId, customer);
    return { kind: 'added', customer };
  };
  return {
    add,
    find: (key) => byId.get(key) ?? byWaId.get(key) ?? byUserId.get(key),
    byWaId: (waId) => byWaId.get(waId),
    byUserId: (userId) => byUserId.get(userId),
    all: () => [...byId.values()],
  };
}

/** The digits of a phone number as people write it. */
export function digitsOf(phone: string): string {
  return phone.replace(/[\s()+.-]/g, '');
}
