import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '@ambit/server/log/create-log';
import { FailNext } from '@ambit/simulator/chaos';
import { startTestStack, type RunningStack } from '../support/running-stack.ts';

const lines: string[] = [];
const texts = ['Where is my order A-1042?', 'I live at 12 Rowan Lane and my cat is Pepper', 'Person, please'];
let stack: RunningStack;

beforeAll(async () => {
  stack = await startTestStack({
    log: createLog('debug', [], { write: (line) => void lines.push(line) }),
    patience: { sendingExpiresMs: 2_000, unknownToldAfterMs: 400 },
  });
});
afterAll(() => stack.stop());

async function post(body: string, signed = true): Promise<number> {
  const signature = createHmac('sha256', signed ? 'app-secret' : 'other')
    .update(body)
    .digest('hex');
  const headers = { 'x-hub-signature-256': `sha256=${signature}` };
  return (await fetch(stack.server.webhookUrl ?? '', { method: 'POST', body, headers })).status;
}

test('conversations, failed sends and broken webhooks leave no person, word or secret in the log', async () => {
  const names = ['maya', 'tom', 'noor', 'priya'];
  for (const name of names) for (const text of texts) await stack.settled(stack.say(name, text));
  const conversation = (await stack.client.conversations()).conversations.at(-1);
  if (conversation === undefined) throw new Error('nobody wrote');
  await stack.client.take(conversation, { person: 'Robin Ashdown', force: true });
  await stack.client.reply(conversation, {
    person: 'Robin Ashdown',
    text: 'Your parcel is with your neighbour',
    clientId: 'c1',
  });
  stack.simulator.control.addCustomer({
    id: 'zed',
    name: 'Zedekiah Quill',
    phone: '15559998877',
    userId: 'US.998877665544',
  });
  for (const [mode, code] of [
    ['error', 131026],
    ['error', 131047],
    ['error', 500],
    ['refuse-429', undefined],
    ['cut-before', undefined],
  ] as const) {
    stack.simulator.control.failNext(FailNext.parse({ mode, ...(code === undefined ? {} : { code }) }));
    stack.say('zed', 'What is your return policy?');
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  // A turn that cannot be run: what it was said in must not be told.
  await stack.made.database.query({
    text: `update conversations set state = '"Zedekiah Quill 15559998877"' where bsuid = 'US.998877665544'`,
  });
  stack.say('zed', texts[1] ?? '');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await post('{"from":"15559998877","text":"Zedekiah Quill lives')).toBe(400);
  expect(await post('{"from":"15559998877"}', false)).toBe(401);
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550000000', phone_number_id: '999' },
    contacts: [{ wa_id: '15559998877', profile: { name: 'Zedekiah Quill' } }],
    messages: [
      {
        from: '15559998877',
        id: 'wamid.zed',
        timestamp: '1795310000',
        type: 'text',
        text: { body: texts[1] },
      },
    ],
  };
  const entry = [{ id: '1', changes: [{ field: 'messages', value }] }];
  expect(await post(JSON.stringify({ object: 'whatsapp_business_account', entry }))).toBe(200);

  const log = lines.join('');
  expect(lines.length).toBeGreaterThan(3);
  expect(log).toContain('send.rejected');
  expect(log).toContain('webhook.bad-signature');
  expect(log).toContain('receive.unknown-number');
  const people = stack.simulator.control.customers();
  const forbidden = [
    ...people.flatMap(({ name, userId, waId, username }) => [
      name,
      name.split(' ')[0],
      userId,
      waId,
      username,
    ]),
    ...texts,
    'Rowan Lane',
    'Pepper',
    'Robin Ashdown',
    'neighbour',
    stack.token,
    'access-token',
    'app-secret',
    'verify-token',
  ].filter((each) => each !== undefined);
  expect(forbidden.filter((each) => log.includes(each))).toEqual([]);
});
