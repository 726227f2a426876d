import { Business } from '@ambit/core/business/business';
import type { Asker } from '@ambit/core/tool/asker';
import type { ToolOutcome } from '@ambit/server/ports/tools';
import { createSubscriptionTools } from '@ambit/server/tools/subscription-tools';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

/** Tuesday noon in São Paulo. */
const noon = Date.parse('2026-11-24T15:00:00Z');

export const bruna: Asker = { contactId: 'bruna', phone: '5511955500171', bsuid: 'BR.1' };
export const diego: Asker = { contactId: 'diego', phone: '5511955500172', bsuid: 'BR.2' };

const business = Business.parse({
  schema: 1,
  name: 'Academia Ipê',
  purpose: 'A gym with monthly and yearly plans, and classes.',
  vertical: 'fitness',
  defaultCountry: 'BR',
  languages: ['pt'],
  currency: 'BRL',
  hours: { timeZone: 'America/Sao_Paulo', week: {} },
  escalation: [{ kind: 'in-chat-person' }],
  subscriptions: {
    plans: [
      {
        name: 'Mensal',
        pause: { leastDays: 15, mostDays: 60, mostDaysPerYear: 60 },
        cancel: { noticeDays: 5 },
      },
    ],
  },
  agent: {
    name: 'Ipê',
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

/** A database and the subscription tools over it. `today`: moves the clock by days. */
export type Gym = TestDatabase & {
  call(tool: string, input: Readonly<Record<string, string>>, asker: Asker, key?: string): Promise<unknown>;
};

export async function openGym(): Promise<Gym> {
  const made = await createTestDatabase();
  const tools = createSubscriptionTools({
    database: made.database,
    clock: { now: () => noon },
    business: () => Promise.resolve(business),
  });
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
