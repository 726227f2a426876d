import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, startTestStack, type RunningStack } from '../support/running-stack.ts';

const teams = `
teams:
  - { id: front, name: Front desk }
  - { id: logistics, name: Logistics }
  - { id: sales, name: Sales }
routing:
  - { topics: [order-status], team: logistics, priority: high }
  - { reasons: [complaint], team: front }
`;
const lead = `id: lead
does: flow
pack: lead
title: what you would like to buy for a team or a club
button: Buy for a team
`;

let folder: string;
let stack: RunningStack;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ambit-tickets-'));
  await cp('businesses/shop', folder, { recursive: true });
  await appendFile(join(folder, 'business.yaml'), teams);
  await writeFile(join(folder, 'tasks', 'lead.yaml'), lead);
  stack = await startTestStack({ environment: { AMBIT_BUSINESS: folder } });
  for (const [index, id] of ['ana', 'bob', 'eve', 'leo'].entries())
    stack.simulator.control.addCustomer({
      id,
      name: id,
      phone: `1555200210${index}`,
      userId: `US.81${index}`,
    });
});
afterAll(async () => {
  await stack.stop();
  await rm(folder, { recursive: true, force: true });
});

async function conversationOf(name: string) {
  const { conversations } = await stack.client.conversations({ search: name });
  const [found] = conversations;
  if (found === undefined) throw new Error(`There is no conversation with ${name}`);
  return found;
}

test('a hand-off is a ticket with its topic, reason, priority and team, until it is given back', async () => {
  await stack.settled(stack.say('ana', 'where is my order?'));
  await stack.settled(stack.say('ana', 'I want to talk to a person'));
  const found = await conversationOf('ana');
  expect(found.ticket).toEqual({
    topic: 'order-status',
    reason: 'asked',
    priority: 'high',
    team: 'logistics',
    language: 'en',
  });
  const ofTeam = async (team: string): Promise<readonly (string | undefined)[]> =>
    (await stack.client.conversations({ team })).conversations.map(({ contact }) => contact.name);
  expect(await ofTeam('logistics')).toEqual(['ana']);
  expect(await ofTeam('sales')).toEqual([]);
  await stack.client.take(found, { person: 'Ada' });
  expect((await conversationOf('ana')).ticket?.team).toBe('logistics');
  await stack.client.giveBack(found, { person: 'Ada' });
  expect((await conversationOf('ana')).ticket).toBeUndefined();
});

test('a complaint is urgent, whatever the rules say', async () => {
  await stack.settled(stack.say('bob', 'This is a scam, I will sue you and call the police'));
  expect((await conversationOf('bob')).ticket).toMatchObject({
    reason: 'complaint',
    priority: 'urgent',
    team: 'front',
  });
});

test('a lead is kept once with what was asked, and its team gets the conversation', async () => {
  await stack.settled(stack.say('leo', 'need a quote for a bulk order for our club'));
  const first = stack.phoneOf('leo').join('\n');
  expect(first).toContain('What are you looking for?');
  await stack.settled(stack.say('leo', '40 rain jackets with our logo'));
  await stack.settled(stack.say('leo', 'Leo'));
  await stack.settled(stack.say('leo', 'this week'));
  const { leads } = await eventually(async () => {
    const page = await stack.client.leads({ team: 'sales' });
    return page.leads.length > 0 ? page : undefined;
  }, 'the lead to be kept');
  expect(leads).toMatchObject([
    { need: '40 rain jackets with our logo', name: 'Leo', wanted: 'this week', phone: '15552002103' },
  ]);
  expect((await conversationOf('leo')).ticket).toMatchObject({
    topic: 'lead',
    reason: 'flow',
    team: 'sales',
  });
  expect((await stack.client.leads({ team: 'front' })).leads).toEqual([]);
});
