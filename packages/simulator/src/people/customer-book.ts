import type { Ids } from '../ids.ts';
import { customerFrom, type Customer, type NewCustomer } from './customer.ts';

/** Everybody the simulator knows, found by id, phone digits or BSUID in constant time. */
export type CustomerBook = {
  add(customer: NewCustomer): AddOutcome;
  /** Puts a changed person in place of the one with the same id. */
  replace(customer: Customer): AddOutcome;
  /** By the simulator's own id, by WhatsApp id or by BSUID. */
  find(key: string): Customer | undefined;
  byWaId(waId: string): Customer | undefined;
  /** By BSUID or parent BSUID. */
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
  const conflict = (customer: Customer): string | undefined => {
    const { waId, userId, id } = customer;
    if (waId !== undefined && !/^\d{6,15}$/.test(waId))
      return `phone "${waId}" is not an international number of 6 to 15 digits`;
    if (waId !== undefined && (byWaId.get(waId)?.id ?? id) !== id)
      return `a customer with phone ${waId} exists already`;
    if ((byUserId.get(userId)?.id ?? id) !== id) return `a customer with BSUID ${userId} exists already`;
    return undefined;
  };
  const index = (customer: Customer): void => {
    byId.set(customer.id, customer);
    if (customer.waId !== undefined) byWaId.set(customer.waId, customer);
    byUserId.set(customer.userId, customer);
    if (customer.parentUserId !== undefined) byUserId.set(customer.parentUserId, customer);
  };
  return {
    add: (input) => {
      count += 1;
      const customer = customerFrom(input, count, ids);
      if (byId.has(customer.id))
        return { kind: 'refused', reason: `a customer with id "${customer.id}" exists already` };
      const reason = conflict(customer);
      if (reason !== undefined) return { kind: 'refused', reason };
      index(customer);
      return { kind: 'added', customer };
    },
    replace: (customer) => {
      const reason = conflict(customer);
      if (reason !== undefined) return { kind: 'refused', reason };
      const before = byId.get(customer.id);
      if (before?.waId !== undefined) byWaId.delete(before.waId);
      if (before !== undefined) byUserId.delete(before.userId);
      if (before?.parentUserId !== undefined) byUserId.delete(before.parentUserId);
      index(customer);
      return { kind: 'added', customer };
    },
    find: (key) => byId.get(key) ?? byWaId.get(key) ?? byUserId.get(key),
    byWaId: (waId) => byWaId.get(waId),
    byUserId: (userId) => byUserId.get(userId),
    all: () => [...byId.values()],
  };
}
