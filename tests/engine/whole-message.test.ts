import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, startTestStack, type RunningStack } from '../support/running-stack.ts';

let stack: RunningStack;
beforeAll(async () => {
  stack = await startTestStack({ debounceMs: 150, simulator: { autoRead: 'when-delivered' } });
  await stack.addNode('worker');
  await stack.addNode('worker');
});
afterAll(() => stack.stop());

let added = 0;
function addCustomers(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    added += 1;
    const customer = {
      id: `${prefix}${n}`,
      name: `Customer ${prefix}${n}`,
      phone: `1555300${1_000 + added}`,
    };
    const outcome = stack.simulator.control.addCustomer({ ...customer, userId: `US.${prefix}${n}` });
    if (outcome.kind !== 'added') throw new Error(`customer ${customer.id} was not added: ${outcome.kind}`);
    return customer.id;
  });
}

async function countOf(sql: string): Promise<number> {
  const counted = await stack.made.database.query({ text: sql });
  return Number(counted.rows[0]?.['n']);
}

test('the order conversation, from the signed webhook to the recorded delivery', async () => {
  const asked = await stack.settled(stack.say('maya', 'Where is my order A-1042?'));
  expect(asked.outcome).toEqual({ kind: 'answered', task: 'order-status' });
  expect(stack.phoneOf('maya')[0]).toMatch(
    /AI assistant of Harbour Outfitters[^]*Order A-1042 is on its way/,
  );
  await eventually(async () => {
    const [reply] = (await stack.client.conversation(asked)).outbox;
    return reply?.state === 'read' ? reply : undefined;
  }, 'the reply to be read');
  const thanked = await stack.settled(stack.say('maya', 'thanks!'));
  expect(thanked.outcome).toEqual({ kind: 'ignored', rule: 'closing-thanks' });
  expect(stack.phoneOf('maya')).toHaveLength(1);
});

test('a person takes the conversation, answers, and the agent keeps silent until it is given back', async () => {
  const asked = await stack.settled(stack.say('priya', 'What is your return policy?'));
  await stack.client.take(asked, { person: 'Sam' });
  const during = await stack.settled(stack.say('priya', 'And where is my order A-1042?'));
  expect(during.outcome).toEqual({ kind: 'with-person' });
  await stack.client.reply(asked, { person: 'Sam', text: 'Hi, Sam here. Let me look.', clientId: 'sam-1' });
  await stack.client.reply(asked, { person: 'Sam', text: 'Hi, Sam here. Let me look.', clientId: 'sam-1' });
  await eventually(
    () => (stack.phoneOf('priya').includes('Hi, Sam here. Let me look.') ? true : undefined),
    'Sam’s reply',
  );
  expect(stack.phoneOf('priya')).toHaveLength(2);
  await stack.client.giveBack(asked, { person: 'Sam' });
  const after = await stack.settled(stack.say('priya', 'What are your opening hours?'));
  expect(after.outcome).toMatchObject({ kind: 'answered' });
  expect(stack.phoneOf('priya')).toHaveLength(3);
});

test('fragments sent one after the other become one turn and one reply', async () => {
  const [customer = ''] = addCustomers('f', 1);
  const ids = ['hi', 'I wanted to ask', 'what is your return policy?'].map((part) =>
    stack.say(customer, part),
  );
  const traces = await Promise.all(ids.map((id) => stack.settled(id)));
  expect(new Set(traces.map((trace) => trace.turnId)).size).toBe(1);
  expect(stack.phoneOf(customer)).toHaveLength(1);
});

test('webhooks repeated, reordered, batched and delayed, on three nodes: one outcome each, one reply each, in order', async () => {
  stack.simulator.control.setChaos({
    duplicate: 3,
    reorder: true,
    batch: 5,
    delayMs: [0, 40],
    dropFirstAttempts: 0,
    seed: 11,
  });
  const customers = addCustomers('chaos', 20);
  const questions = ['What is your return policy?', 'Do you ship to Canada?', 'How can I pay?'];
  const ids = customers.flatMap((customer) => questions.map((question) => stack.say(customer, question)));
  const traces = await Promise.all(ids.map((id) => stack.settled(id)));
  expect(traces.filter((trace) => trace.outcome.kind === 'failed')).toEqual([]);
  const repliesWanted = new Set(traces.flatMap((trace) => trace.replies.map((reply) => reply.outboxId))).size;
  const repliesSeen = customers.reduce((sum, customer) => sum + stack.phoneOf(customer).length, 0);
  expect(repliesSeen).toBe(repliesWanted);
  expect(await countOf('select count(*) as n from mailboxes where next_seq - 1 > handled_seq')).toBe(0);
  expect(await countOf("select count(*) as n from outbox where status not in ('accepted', 'refused')")).toBe(
    0,
  );
  expect(
    await countOf(
      `select count(*) as n from turns a join turns b using (channel_id, conversation_id)
        where a.from_seq < b.from_seq and a.to_seq >= b.from_seq`,
    ),
  ).toBe(0);
});

test('a hand-off nobody answers raises an alarm before the window closes, and none once somebody has', async () => {
  stack.simulator.control.setChaos({
    duplicate: 1,
    reorder: false,
    batch: 1,
    delayMs: [0, 0],
    dropFirstAttempts: 0,
    seed: 1,
  });
  const [left = '', answered = ''] = addCustomers('alarm', 2);
  const waiting = await stack.settled(stack.say(left, 'I want to talk to a person please.'));
  const served = await stack.settled(stack.say(answered, 'I want to talk to a person please.'));
  expect(waiting.outcome).toMatchObject({ kind: 'handed-off' });
  await stack.client.take(served, { person: 'Sam' });
  await stack.client.reply(served, { person: 'Sam', text: 'Here I am.', clientId: 'alarm-1' });
  await eventually(() => (stack.phoneOf(answered).includes('Here I am.') ? true : undefined), 'Sam’s reply');
  stack.simulator.control.advanceClock(22.5 * 3_600_000);
  const alarms = await eventually(async () => {
    const { alarms: open } = await stack.client.alarms();
    const closing = open.filter((alarm) => alarm.kind === 'window-closing');
    return closing.length > 0 ? closing : undefined;
  }, 'the alarm');
  expect(alarms.map((alarm) => alarm.conversationId)).toEqual([waiting.conversationId]);
});
