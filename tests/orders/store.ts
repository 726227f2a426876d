import { Business } from '@ambit/core/business/business';
import type { OrderRecord } from '@ambit/core/business/tables';
import type { Asker } from '@ambit/core/tool/asker';
import { importOrders } from '@ambit/server/db/import/import-orders';
import type { Tool, ToolOutcome } from '@ambit/server/ports/tools';
import { createOrderChangeTools } from '@ambit/server/tools/order-change-tools';
import { createOrderTools } from '@ambit/server/tools/order-tools';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

/** Noon in New York. */
export const noon = Date.parse('2026-11-24T17:00:00Z');

export const ana: Asker = { contactId: 'ana', phone: '14155550142', bsuid: 'US.1' };
export const bob: Asker = { contactId: 'bob', phone: '14155550199', bsuid: 'US.2' };

const base = {
  placedAt: '2026-11-01',
  contactPhone: '14155550142',
  email: 'ana@example.com',
  postcode: '94110',
};
const mug = { sku: 'MUG-1', name: 'Blue mug', quantity: 2 };
const towel = { sku: 'TOW-1', name: 'Tea towel', quantity: 1 };

const orders: readonly OrderRecord[] = [
  { ...base, orderNumber: 'A-1001', status: 'packed', items: [mug] },
  { ...base, orderNumber: 'A-1002', status: 'shipped', items: [mug] },
  { ...base, orderNumber: 'A-1003', status: 'delivered', deliveredAt: '2026-11-20', items: [mug, towel] },
  { ...base, orderNumber: 'A-1004', status: 'delivered', deliveredAt: '2026-10-01', items: [mug] },
];

/** A shop with these orders, thirty days for returns and a catalogue. */
const business = Business.parse({
  schema: 1,
  name: 'Mug Shop',
  purpose: 'Sells mugs and tea towels, and answers about orders.',
  vertical: 'retail',
  defaultCountry: 'US',
  languages: ['en'],
  currency: 'USD',
  hours: { timeZone: 'America/New_York', week: {} },
  escalation: [{ kind: 'in-chat-person' }],
  orders: { returns: { days: 30 } },
  agent: {
    name: 'Mug assistant',
    tasks: [
      {
        id: 'human',
        does: 'hand-off',
        title: 'a person',
        button: 'A person',
        examples: { en: ['a person', 'talk to somebody', 'a human please'] },
      },
    ],
  },
});

/** A database with the orders, and how to call the tools over it. */
export type Store = TestDatabase & {
  call(tool: string, input: Readonly<Record<string, string>>, asker: Asker, key?: string): Promise<unknown>;
};

/** Opens the shop. `more`: other tools over the same tables; `settings`: what differs from the shop above. */
export async function openStore(
  more: (made: TestDatabase, current: () => Promise<Business>) => readonly Tool[] = () => [],
  settings: Partial<Business> = {},
): Promise<Store> {
  const made = await createTestDatabase();
  await made.database.transaction((client) => importOrders(client, orders));
  const current = (): Promise<Business> => Promise.resolve({ ...business, ...settings });
  const desk = { database: made.database, clock: { now: () => noon }, business: current };
  const tools = [...createOrderTools(made.database), ...createOrderChangeTools(desk), ...more(made, current)];
  let calls = 0;
  return {
    ...made,
    async call(name, input, asker, key) {
      const tool = tools.find((each) => each.name === name);
      if (tool === undefined) throw new Error(`there is no tool "${name}"`);
      calls += 1;
      const signal = AbortSignal.timeout(20_000);
      const outcome: ToolOutcome = await tool.call(input, key ?? `call-${calls}`, signal, asker);
      return outcome.kind === 'answered' ? outcome.output : outcome;
    },
  };
}
