import { calendarEntry } from '@ambit/core/appointment/calendar-entry';
import { isDataError, type Database } from '../db/database.ts';
import { findOrders, type StoredOrder } from '../db/orders.ts';
import { createGroupCommit } from '../pipeline/group-commit.ts';
import type { PublishedBusinesses } from '../pipeline/published-business.ts';
import type { Clock } from '../ports/clock.ts';
import type { Tool } from '../ports/tools.ts';
import { createAppointmentTools } from '../tools/appointment-tools.ts';
import { createCatalogueTools } from '../tools/catalogue-tools.ts';
import { createCartTools } from '../tools/cart-tools.ts';
import { createLeadTools } from '../tools/lead-tools.ts';
import { createOrderChangeTools } from '../tools/order-change-tools.ts';
import { createSubscriptionTools } from '../tools/subscription-tools.ts';
import { createOrderTools } from '../tools/order-tools.ts';
import { createOwnOrdersTool } from '../tools/own-orders.ts';

/** The tools over the built-in tables, by name. */
export function builtInTools(needs: {
  readonly database: Database;
  readonly clock: Clock;
  readonly businesses: PublishedBusinesses;
  readonly wrapTool: (tool: Tool) => Tool;
  /** Where a customer reaches their appointment, by its reference; undefined: nowhere. */
  readonly appointmentUrl: ((reference: string) => string) | undefined;
}): ReadonlyMap<string, Tool> {
  const { database, clock, businesses, wrapTool, appointmentUrl } = needs;
  const desk = { database, clock, business: async () => (await businesses.current()).business };
  const looks = createGroupCommit<string, StoredOrder | undefined>({
    name: 'order look-ups',
    slots: 2,
    mostPerFlush: 100,
    mostWaiting: 10_000,
    gatherMs: 2,
    isItemsFault: isDataError,
    flush: (orderNumbers) => findOrders(database, orderNumbers),
  });
  const tools = [
    ...createOrderTools(database, (orderNumber) => looks.add(orderNumber)),
    createOwnOrdersTool(desk),
    ...createOrderChangeTools(desk),
    ...createCartTools(desk),
    ...createLeadTools(desk),
    ...createSubscriptionTools(desk),
    ...createCatalogueTools(desk),
    ...createAppointmentTools(
      database,
      clock,
      async () => (await businesses.current()).business.defaultCountry ?? '',
      async (reference) =>
        appointmentUrl === undefined
          ? undefined
          : calendarEntry(appointmentUrl(reference), (await businesses.current()).business),
    ),
  ];
  return new Map(tools.map((tool) => [tool.name, wrapTool(tool)]));
}
