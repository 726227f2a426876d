import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, startTestStack, type RunningStack } from '../support/running-stack.ts';

let stack: RunningStack;
beforeAll(async () => {
  stack = await startTestStack({
    patience: { sendingExpiresMs: 2_000, unknownToldAfterMs: 400 },
  });
});
afterAll(() => stack.stop());

let made = 0;
function newCustomer(): string {
  made += 1;
  const id = `c${made}`;
  stack.simulator.control.addCustomer({
    id,
    name: `Customer ${made}`,
    phone: `1555100000${made}`,
    userId: `US.9${made}`,
  });
  return id;
}

function acceptedBy(customer: string): number {
  return stack.phoneOf(customer).length;
}

async function outboxOf(customer: string) {
  const bsuid = stack.simulator.control.customers().find((one) => one.id === customer)?.userId;
  const found = await stack.made.database.query({
    text: `select o.status, o.attempts, o.delivery_rank, o.told_at is not null as told from outbox o
             join conversations v using (channel_id, conversation_id) where v.bsuid = $1 order by o.ordinal`,
    values: [bsuid],
  });
  return found.rows;
}

const question = 'What is your return policy?';

test('a reply is accepted, then delivered, and its price is what Meta says', async () => {
  const customer = newCustomer();
  const messageId = stack.say(customer, question);
  const trace = await stack.settled(messageId);
  expect(trace.outcome).toMatchObject({ kind: 'answered' });
  await eventually(
    async () => ((await outboxOf(customer))[0]?.['delivery_rank'] === 2 ? true : undefined),
    'delivery',
  );
  expect(trace.replies[0]?.clearance?.price).toMatchObject({
    category: 'service',
    type: 'free_customer_service',
    amount: 0,
  });
  const after = await stack.client.inbound(messageId);
  if (after.state !== 'handled') throw new Error('the message has no outcome');
  expect(after.replies[0]?.pricing).toMatchObject({ category: 'service', type: 'free_customer_service' });
});

test.each([
  { name: 'a passing trouble of Meta (500)', fault: { mode: 'error', httpStatus: 500, code: 131000 } },
  {
    name: 'too many messages from the number (130429)',
    fault: { mode: 'error', code: 130429, retryAfterS: 1 },
  },
  { name: 'too many messages to the person (131056)', fault: { mode: 'error', code: 131056 } },
  { name: 'a busy answer (429)', fault: { mode: 'refuse-429', retryAfterS: 1 } },
] as const)('$name is tried again and the reply arrives once', async ({ fault }) => {
  const customer = newCustomer();
  stack.simulator.control.failNext({ count: 1, ...fault });
  await stack.settled(stack.say(customer, question));
  expect(acceptedBy(customer)).toBe(1);
  expect(await outboxOf(customer)).toMatchObject([{ status: 'accepted', attempts: 2 }]);
});

test('a time-out after acceptance is unknown until a status settles it; it is never sent again', async () => {
  const customer = newCustomer();
  stack.simulator.control.failNext({ count: 1, mode: 'cut-after' });
  stack.say(customer, question);
  await eventually(
    async () => ((await outboxOf(customer))[0]?.['status'] === 'accepted' ? true : undefined),
    'a status to settle the unknown send',
  );
  expect(acceptedBy(customer)).toBe(1);
});

test('a send that no status settles is never repeated, and a person is told', async () => {
  const customer = newCustomer();
  stack.simulator.control.failNext({ count: 1, mode: 'cut-before' });
  const messageId = stack.say(customer, question);
  await eventually(
    async () => ((await outboxOf(customer))[0]?.['told'] === true ? true : undefined),
    'a person to be told',
  );
  expect(acceptedBy(customer)).toBe(0);
  expect(await outboxOf(customer)).toMatchObject([{ status: 'unknown', attempts: 1 }]);
  const handed = await eventually(async () => {
    const trace = await stack.client.inbound(messageId);
    if (trace.state !== 'handled') return undefined;
    const conversation = await stack.client.conversation(trace);
    return conversation.owner.kind === 'people' ? conversation : undefined;
  }, 'the conversation to go to people');
  expect(handed.owner.kind).toBe('people');
});

test('a message that can never arrive goes to a person, with Meta’s reason', async () => {
  const customer = newCustomer();
  stack.simulator.control.failNext({ count: 1, mode: 'error', code: 131026 });
  const trace = await stack.settled(stack.say(customer, question));
  expect(trace.replies[0]?.status).toBe('failed');
  const conversation = await eventually(async () => {
    const now = await stack.client.conversation(trace);
    return now.owner.kind === 'people' ? now : undefined;
  }, 'the conversation to go to people');
  expect(conversation.owner.kind).toBe('people');
  expect(await outboxOf(customer)).toMatchObject([{ status: 'failed', attempts: 1 }]);
});

test('a bad access token pauses the number; what waits is kept, and sent once it is resumed', async () => {
  const customer = newCustomer();
  stack.simulator.control.failNext({ count: 1, mode: 'error', code: 190, httpStatus: 401 });
  const messageId = stack.say(customer, question);
  const paused = await eventually(async () => {
    const { channels } = await stack.client.channels();
    return channels.find((channel) => channel.pausedWhy !== undefined);
  }, 'the number to be paused');
  const other = newCustomer();
  const waiting = stack.say(other, question);
  await eventually(async () => {
    const trace = await stack.client.inbound(waiting);
    return trace.state === 'handled' ? trace : undefined;
  }, 'the other turn');
  expect(acceptedBy(other)).toBe(0);
  expect((await stack.client.alarms()).alarms.map((alarm) => alarm.kind)).toContain('number-paused');
  await stack.client.resumeChannel(paused.channelId);
  await stack.settled(messageId);
  await stack.settled(waiting);
  expect([acceptedBy(customer), acceptedBy(other)]).toEqual([1, 1]);
});

test('outside the service window nothing free-form is sent, and a person is told', async () => {
  const customer = newCustomer();
  const first = await stack.settled(stack.say(customer, 'I want to talk to a person please'));
  await stack.client.take(first, { person: 'Sam' });
  stack.simulator.control.advanceClock(25 * 3_600_000);
  await eventually(async () => {
    const { now } = await stack.client.status();
    return now > Date.now() + 24 * 3_600_000 ? true : undefined;
  }, 'the server to follow the clock');
  await expect(
    stack.client.reply(first, { person: 'Sam', text: 'Still there?', clientId: 'late-1' }),
  ).rejects.toThrow(/window/i);
  expect(stack.phoneOf(customer)).toHaveLength(1);
});
