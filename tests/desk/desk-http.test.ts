import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FeedChange } from '@ambit/sdk/feed';
import { RequestFailed } from '@ambit/sdk/request-failed';
import { eventually, startTestStack, type RunningStack } from '../support/running-stack.ts';

let stack: RunningStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

async function failure(work: Promise<unknown>): Promise<{ status: number; code: string }> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RequestFailed)) throw new Error('the request was not refused', { cause: error });
  return { status: error.status, code: error.code };
}

let customers = 0;
function newCustomer(name: string): string {
  customers += 1;
  const id = `desk${customers}`;
  stack.simulator.control.addCustomer({
    id,
    name,
    phone: `1415555${1000 + customers}`,
    userId: `US.desk${customers}`,
  });
  return id;
}

test('a reply is refused while the agent owns the conversation, when it is empty and when it is too long', async () => {
  const place = await stack.settled(stack.say(newCustomer('Ada Lane'), 'Where is my order A-1042?'));
  const reply = (text: string): Promise<unknown> =>
    stack.client.reply(place, { person: 'Sam', text, clientId: 'refused' });
  expect(await failure(reply('Hi'))).toEqual({ status: 409, code: 'agent-owns' });
  await stack.client.take(place, { person: 'Sam' });
  expect(await failure(reply('  \n'))).toEqual({ status: 422, code: 'empty-text' });
  expect(await failure(reply('x'.repeat(4_097)))).toEqual({ status: 422, code: 'text-too-long' });
  expect((await stack.client.conversation(place)).waiting).toEqual([]);
});

test('what one person answers another takes only by force', async () => {
  const place = await stack.settled(stack.say(newCustomer('Bo Chen'), 'I want to talk to a human'));
  const taken = await stack.client.take(place, { person: 'Sam' });
  expect(taken.owner).toMatchObject({ kind: 'people', person: 'Sam' });
  expect((await stack.client.take(place, { person: 'Sam' })).owner).toEqual(taken.owner);
  expect(await failure(stack.client.take(place, { person: 'Alex' }))).toEqual({
    status: 409,
    code: 'other-person-owns',
  });
  expect(await failure(stack.client.giveBack(place, { person: 'Alex' }))).toMatchObject({
    code: 'other-person-owns',
  });
  const forced = await stack.client.take(place, { person: 'Alex', force: true });
  expect(forced.owner).toMatchObject({ person: 'Alex', version: taken.owner.version + 1 });
  const { timeline } = await stack.client.conversation(place);
  expect(timeline.filter((entry) => entry.text === 'taken').map((entry) => entry.person)).toEqual([
    'Sam',
    'Alex',
  ]);
});

test('answering what nobody has taken takes it, and then nobody needs a person', async () => {
  const place = await stack.settled(stack.say(newCustomer('Cleo Diaz'), 'I want to talk to a human'));
  const before = await stack.client.conversations({ show: 'needs-person', search: 'cleo' });
  expect(before.conversations.map((one) => one.contact.name)).toEqual(['Cleo Diaz']);
  const answered = await stack.client.reply(place, { person: 'Sam', text: 'Hello Cleo', clientId: 'cleo-1' });
  expect(answered).toMatchObject({ repeated: false, owner: { person: 'Sam' } });
  const again = await stack.client.reply(place, { person: 'Sam', text: 'Hello Cleo', clientId: 'cleo-1' });
  expect(again.repeated).toBe(true);
  await eventually(async () => {
    const { conversations } = await stack.client.conversations({ show: 'needs-person', search: 'cleo' });
    return conversations.length === 0 ? true : undefined;
  }, 'the answer to count');
  const mine = await stack.client.conversations({ show: 'mine', person: 'Sam', search: 'cleo' });
  expect(mine.conversations).toHaveLength(1);
  const { timeline } = await stack.client.conversation(place);
  expect(timeline.filter((entry) => entry.author === 'person').map((entry) => entry.text)).toEqual([
    'Hello Cleo',
  ]);
});

test('a message the customer took back leaves the server nowhere', async () => {
  const customer = newCustomer('Dora Eze');
  const secret = stack.say(customer, 'My secret is swordfish');
  const place = await stack.settled(secret);
  expect(JSON.stringify(await stack.client.conversation(place))).toContain('swordfish');
  stack.simulator.control.act([{ customer, action: { kind: 'revoke', messageId: secret } }]);
  const after = await eventually(async () => {
    const shown = await stack.client.conversation(place);
    return shown.timeline.some((entry) => entry.hidden) ? shown : undefined;
  }, 'the message to be hidden');
  const everything = [after, await stack.client.conversations(), await stack.client.inbound(secret)];
  expect(JSON.stringify(everything)).not.toContain('swordfish');
  expect(after.turns.find((turn) => turn.withheld)).toMatchObject({ events: [] });
});

test('the list is paged without losing or repeating a conversation', async () => {
  const all = (await stack.client.conversations({ limit: 200 })).conversations.map(
    (one) => one.conversationId,
  );
  const paged: string[] = [];
  let after: string | undefined;
  do {
    const page = await stack.client.conversations({ limit: 1, ...(after === undefined ? {} : { after }) });
    paged.push(...page.conversations.map((one) => one.conversationId));
    after = page.next;
  } while (after !== undefined);
  expect(paged).toEqual(all);
  expect(await failure(stack.client.conversations({ after: 'nonsense' }))).toEqual({
    status: 422,
    code: 'invalid',
  });
});

test('a message of the customer can be followed from the outside', async () => {
  expect(await stack.client.inbound('wamid.never')).toEqual({ state: 'unknown' });
  const trace = await stack.settled(stack.say(newCustomer('Finn Gray'), 'Do you ship to Canada?'));
  expect(trace).toMatchObject({ outcome: { kind: 'answered' }, task: 'questions', businessVersion: 1 });
  expect(trace.replies).toMatchObject([
    {
      author: 'agent',
      settled: true,
      clearance: { verdict: 'cleared' },
    },
  ]);
  expect(trace.replies[0]?.disclosure).toContain('AI assistant');
});

test('what does not exist is said to be missing', async () => {
  const nowhere = { channelId: 'whatsapp:1', conversationId: '00000000-0000-4000-8000-000000000000' };
  expect(await failure(stack.client.conversation(nowhere))).toEqual({ status: 404, code: 'not-found' });
  expect(await failure(stack.client.conversation({ ...nowhere, conversationId: 'x' }))).toMatchObject({
    status: 404,
  });
  expect(await failure(stack.client.take(nowhere, { person: 'Sam' }))).toEqual({
    status: 404,
    code: 'not-found',
  });
  expect(await failure(stack.client.clearAlarm('1000000'))).toEqual({ status: 404, code: 'not-found' });
  expect(await failure(stack.client.resumeChannel('whatsapp:1'))).toEqual({ status: 404, code: 'not-found' });
});

test('the feed names a conversation when a message comes and when its delivery moves on', async () => {
  const customer = newCustomer('Gus Hall');
  const place = await stack.settled(stack.say(customer, 'What are your opening hours?'));
  const heard: FeedChange[] = [];
  const stop = new AbortController();
  const listening = (async () => {
    for await (const change of stack.client.feed(stop.signal)) heard.push(change);
  })().catch(() => undefined);
  await eventually(() => (heard.length > 0 ? true : undefined), 'the feed to begin');
  // The first look only remembers how things stand.
  await new Promise((resolve) => {
    setTimeout(resolve, 700);
  });
  stack.say(customer, 'Do you ship to Canada?');
  await eventually(
    () =>
      heard.find((change) => change.conversations.some((one) => one.conversationId === place.conversationId)),
    'the conversation to be named',
  );
  stop.abort();
  await listening;
});

test('a reply after the window has closed is refused before anything is queued', async () => {
  const place = await stack.settled(stack.say(newCustomer('Hana Ito'), 'I want to talk to a human'));
  stack.simulator.control.advanceClock(25 * 3_600_000);
  await eventually(async () => {
    const { now, windowClosesAt = 0 } = await stack.client.conversation(place);
    return now > windowClosesAt ? true : undefined;
  }, 'the clock to move');
  const late = stack.client.reply(place, { person: 'Sam', text: 'Too late?', clientId: 'late' });
  expect(await failure(late)).toEqual({ status: 409, code: 'window-closed' });
  const shown = await stack.client.conversation(place);
  expect(shown.waiting).toEqual([]);
  expect(shown.owner).not.toHaveProperty('person');
});
