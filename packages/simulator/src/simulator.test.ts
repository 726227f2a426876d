import { afterEach, expect, test } from 'vitest';
import {
  phoneNumberId,
  postGraph,
  startForTest,
  startReceiver,
  until,
  type Receiver,
} from './receiver.testing.ts';
import type { SimulatorOptions } from './options.ts';
import type { Simulator } from './simulator.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function start(
  options: Partial<SimulatorOptions> = {},
): Promise<{ simulator: Simulator; receiver: Receiver }> {
  const receiver = await startReceiver();
  const simulator = await startForTest(receiver, options);
  open.push(receiver.close, simulator.close);
  return { simulator, receiver };
}

function say(simulator: Simulator, body: string, customer = 'maya'): string {
  const outcome = simulator.control.act([{ customer, action: { kind: 'text', body } }]);
  if (outcome.kind !== 'done') throw new Error(outcome.customer);
  return outcome.wamids[0] ?? '';
}

const hello = {
  messaging_product: 'whatsapp',
  to: '+1 415 555 0142',
  type: 'text',
  text: { body: 'Hello' },
};

test('a customer message arrives as a signed webhook with phone and BSUID', async () => {
  const { simulator, receiver } = await start();
  const wamid = say(simulator, 'Where is my order A-1042?');
  await until(() => receiver.received.length === 1);
  const webhook = receiver.received[0];
  expect(webhook?.signed).toBe(true);
  expect(webhook?.changes[0]?.value).toMatchObject({
    messaging_product: 'whatsapp',
    metadata: { phone_number_id: phoneNumberId, display_phone_number: '15550783881' },
    contacts: [
      { profile: { name: 'Maya Torres' }, wa_id: '14155550142', user_id: 'US.13491208655302741918' },
    ],
    messages: [{ from: '14155550142', id: wamid, type: 'text', text: { body: 'Where is my order A-1042?' } }],
  });
});

test('what is not ASCII is sent and signed as lower-case escapes, slashes as they are', async () => {
  const { simulator, receiver } = await start();
  say(simulator, 'äöå 😀 a/b <c>');
  await until(() => receiver.received.length === 1);
  const webhook = receiver.received[0];
  expect(webhook?.body).toContain(String.raw`\u00e4\u00f6\u00e5 \ud83d\ude00 a/b <c>`);
  expect(webhook?.signed).toBe(true);
  expect(receiver.items('messages')[0]).toMatchObject({ text: { body: 'äöå 😀 a/b <c>' } });
});

test('a person without a phone is known by BSUID and username only', async () => {
  const { simulator, receiver } = await start();
  say(simulator, 'marhaba', 'noor');
  await until(() => receiver.received.length === 1);
  const message = receiver.items('messages')[0];
  expect(message).not.toHaveProperty('from');
  expect(message).toMatchObject({ from_user_id: 'AE.90311847265530192746' });
  const answer = await postGraph(simulator, {
    messaging_product: 'whatsapp',
    recipient: 'AE.90311847265530192746',
    type: 'text',
    text: { body: 'Hello' },
  });
  expect(answer.body).toMatchObject({ contacts: [{ user_id: 'AE.90311847265530192746' }] });
  await until(() => receiver.items('statuses').length === 2);
  expect(receiver.items('statuses')[0]).not.toHaveProperty('recipient_id');
});

test('a reply in the window is accepted, then sent and delivered, with price and callback data', async () => {
  const { simulator, receiver } = await start();
  say(simulator, 'hi');
  const answer = await postGraph(simulator, { ...hello, biz_opaque_callback_data: 'outbox-1' });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    contacts: [{ input: '+1 415 555 0142', wa_id: '14155550142' }],
  });
  await until(() => receiver.items('statuses').length === 2);
  const pricing = {
    billable: false,
    pricing_model: 'PMP',
    type: 'free_customer_service',
    category: 'service',
  };
  expect(receiver.items('statuses')).toMatchObject([
    { status: 'sent', recipient_id: '14155550142', biz_opaque_callback_data: 'outbox-1', pricing },
    { status: 'delivered', recipient_user_id: 'US.13491208655302741918', pricing },
  ]);
  expect(simulator.control.read('maya')).toBe(1);
  await until(() => receiver.items('statuses').length === 3);
  expect(receiver.items('statuses')[2]).toMatchObject({
    status: 'read',
    biz_opaque_callback_data: 'outbox-1',
  });
});

test('the 1,001st service message of a month is billed at the rate of the market', async () => {
  const { simulator, receiver } = await start();
  say(simulator, 'hi');
  simulator.control.actAsMeta({ kind: 'set-service-used', count: 999 });
  await postGraph(simulator, hello);
  await postGraph(simulator, hello);
  await until(() => receiver.items('statuses').length === 4);
  const billed = receiver
    .items('statuses')
    .filter((status) => JSON.stringify(status['pricing']).includes('"billable":true'));
  expect(billed.map((status) => status['status'])).toEqual(['sent', 'delivered']);
  expect(simulator.control.account()).toMatchObject({ costTotal: 0.0034, numbers: [{ serviceUsed: 1_001 }] });
});

test('a free-form message is refused with 131047 before the window opens and after 24 hours', async () => {
  const { simulator } = await start();
  const before = await postGraph(simulator, hello);
  expect(before).toMatchObject({ status: 400, body: { error: { code: 131047 } } });
  say(simulator, 'hi');
  expect((await postGraph(simulator, hello)).status).toBe(200);
  simulator.control.advanceClock(24 * 3_600_000);
  expect(await postGraph(simulator, hello)).toMatchObject({ body: { error: { code: 131047 } } });
  const template = {
    messaging_product: 'whatsapp',
    to: '14155550142',
    type: 'template',
    template: { name: 'hello_world', language: { code: 'en_US' } },
  };
  expect((await postGraph(simulator, template)).status).toBe(200);
});

test('a closed window can fail by webhook instead', async () => {
  const { simulator, receiver } = await start({ closedWindow: 'fail-by-webhook' });
  expect((await postGraph(simulator, hello)).status).toBe(200);
  await until(() => receiver.items('statuses').length === 1);
  expect(receiver.items('statuses')[0]).toMatchObject({
    status: 'failed',
    errors: [{ code: 131047, title: 'Re-engagement message' }],
  });
});

test('a call opens the window', async () => {
  const { simulator, receiver } = await start();
  simulator.control.act([{ customer: 'tom', action: { kind: 'call' } }]);
  await until(() => receiver.items('calls').length === 1);
  expect(receiver.received[0]?.changes[0]?.field).toBe('calls');
  expect((await postGraph(simulator, { ...hello, to: '4915123456789' })).status).toBe(200);
});

test.each([
  ['a wrong token', hello, { token: 'nonsense' }, 401, 190],
  ['an unknown phone number id', hello, { number: '999' }, 400, 33],
  ['no messaging_product', { to: '1', type: 'text' }, {}, 400, 100],
  ['an unknown type', { ...hello, type: 'fax' }, {}, 400, 100],
  ['an unknown key', { ...hello, text: { body: 'x', colour: 'red' } }, {}, 400, 100],
  ['no recipient', { ...hello, to: undefined }, {}, 400, 131008],
  ['no body', { ...hello, text: {} }, {}, 400, 131008],
  ['a body that is too long', { ...hello, text: { body: 'x'.repeat(4_097) } }, {}, 400, 131009],
  ['text that is not JSON', '{"messaging_product":', {}, 400, 100],
  [
    'an unknown template',
    { ...hello, type: 'template', text: undefined, template: { name: 'nope', language: { code: 'en' } } },
    {},
    404,
    132001,
  ],
])('%s is answered in Meta’s words', async (_name, body, options, status, code) => {
  const { simulator } = await start();
  say(simulator, 'hi');
  const answer = await postGraph(simulator, body, options);
  expect(answer).toMatchObject({ status, body: { error: { code } } });
  expect(JSON.stringify(answer.body)).toContain('fbtrace_id');
});

test('four reply buttons and two equal titles are refused', async () => {
  const { simulator } = await start();
  say(simulator, 'hi');
  const buttons = (titles: readonly string[]) => ({
    messaging_product: 'whatsapp',
    to: '14155550142',
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text: 'Sure?' },
      action: { buttons: titles.map((title, at) => ({ type: 'reply', reply: { id: `b${at}`, title } })) },
    },
  });
  expect((await postGraph(simulator, buttons(['Yes', 'No', 'Later']))).status).toBe(200);
  for (const titles of [['Yes', 'No', 'Later', 'Never'], ['Yes', 'Yes'], ['x'.repeat(21)]])
    expect(await postGraph(simulator, buttons(titles))).toMatchObject({ body: { error: { code: 131009 } } });
});

test('a webhook is repeated, unchanged, until it is answered with 200', async () => {
  const { simulator, receiver } = await start();
  receiver.answers.push(401, 500, 503);
  const wamid = say(simulator, 'hi');
  await until(() => receiver.received.length === 1);
  expect(receiver.items('messages')[0]).toMatchObject({ id: wamid });
  await until(() => simulator.control.log(0).entries.length === 4);
  const attempts = simulator.control.log(0).entries.filter((entry) => entry.kind === 'webhook-attempt');
  expect(attempts.map((entry) => entry.outcome.kind)).toEqual(['refused', 'refused', 'refused', 'delivered']);
  expect(new Set(attempts.map((entry) => entry.body)).size).toBe(1);
  expect(simulator.control.conversation('maya')?.messages[0]?.progress).toEqual({ kind: 'delivered' });
});

test('messages of one customer arrive in the order they were written', async () => {
  const { simulator, receiver } = await start();
  const bodies = Array.from({ length: 40 }, (_, at) => `message ${at}`);
  for (const body of bodies) say(simulator, body);
  await until(() => receiver.items('messages').length === 40);
  expect(receiver.items('messages').map((message) => message['text'])).toEqual(
    bodies.map((body) => ({ body })),
  );
});

test('chaos duplicates, batches and loses first attempts', async () => {
  const { simulator, receiver } = await start();
  simulator.control.setChaos({
    duplicate: 2,
    reorder: true,
    batch: 5,
    delayMs: [0, 20],
    dropFirstAttempts: 1,
    seed: 3,
  });
  const wamids = Array.from({ length: 10 }, (_, at) => say(simulator, `m${at}`));
  await until(() => receiver.items('messages').length === 30);
  expect(new Set(receiver.items('messages').map((message) => message['id']))).toEqual(new Set(wamids));
  expect(Math.max(...receiver.received.map((one) => one.changes.length))).toBeGreaterThan(1);
});

test('several acts travel in one webhook if asked', async () => {
  const { simulator, receiver } = await start();
  simulator.control.act([
    { customer: 'maya', action: { kind: 'text', body: 'one' } },
    { customer: 'tom', action: { kind: 'text', body: 'two' } },
  ]);
  await until(() => receiver.items('messages').length === 2);
  expect(receiver.received).toHaveLength(1);
});

test('a planned error, a 429 and cuts before and after acceptance happen once each', async () => {
  const { simulator, receiver } = await start();
  say(simulator, 'hi');
  const plan = (fault: Parameters<typeof simulator.control.failNext>[0]): void => {
    simulator.control.failNext(fault);
  };
  plan({ count: 1, mode: 'error', code: 131056 });
  expect(await postGraph(simulator, hello)).toMatchObject({ status: 400, body: { error: { code: 131056 } } });
  plan({ count: 1, mode: 'refuse-429', retryAfterS: 7 });
  const limited = await postGraph(simulator, hello);
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
  plan({ count: 1, mode: 'cut-before' });
  await expect(postGraph(simulator, hello)).rejects.toThrow('fetch failed');
  expect(receiver.items('statuses')).toHaveLength(0);
  plan({ count: 1, mode: 'cut-after' });
  await expect(postGraph(simulator, { ...hello, biz_opaque_callback_data: 'cut' })).rejects.toThrow(
    'fetch failed',
  );
  await until(() => receiver.items('statuses').length === 2);
  expect(receiver.items('statuses')[0]).toMatchObject({ biz_opaque_callback_data: 'cut' });
  expect((await postGraph(simulator, hello)).status).toBe(200);
});

test('marking read turns the ticks blue and shows typing', async () => {
  const { simulator } = await start();
  const first = say(simulator, 'one');
  const second = say(simulator, 'two');
  const answer = await postGraph(simulator, {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: second,
    typing_indicator: { type: 'text' },
  });
  expect(answer).toMatchObject({ status: 200, body: { success: true } });
  const view = simulator.control.conversation('maya');
  expect(view?.messages.map((message) => [message.wamid, message.progress.kind])).toEqual([
    [first, 'read'],
    [second, 'read'],
  ]);
  expect(view?.typingUntilMs).toBeGreaterThan(view?.nowMs ?? 0);
});

test('a template to a number nobody has is accepted and then fails with 131026', async () => {
  const { simulator, receiver } = await start();
  const answer = await postGraph(simulator, {
    messaging_product: 'whatsapp',
    to: '15559998877',
    type: 'template',
    template: { name: 'hello_world', language: { code: 'en_US' } },
  });
  expect(answer.status).toBe(200);
  await until(() => receiver.items('statuses').length === 1);
  expect(receiver.items('statuses')[0]).toMatchObject({ status: 'failed', errors: [{ code: 131026 }] });
});

test('edits, revokes, reactions and group messages have their own shapes', async () => {
  const { simulator, receiver } = await start();
  const wamid = say(simulator, 'teh');
  simulator.control.act([{ customer: 'maya', action: { kind: 'edit', messageId: wamid, body: 'the' } }]);
  simulator.control.act([{ customer: 'maya', action: { kind: 'reaction', messageId: wamid, emoji: '👍' } }]);
  simulator.control.act([{ customer: 'maya', action: { kind: 'revoke', messageId: wamid } }]);
  simulator.control.act([{ customer: 'maya', action: { kind: 'text', body: 'all', groupId: 'g1' } }]);
  await until(() => receiver.items('messages').length === 5);
  expect(receiver.items('messages').slice(1)).toMatchObject([
    { type: 'edit', edit: { original_message_id: wamid, message: { type: 'text', text: { body: 'the' } } } },
    { type: 'reaction', reaction: { message_id: wamid, emoji: '👍' } },
    { type: 'revoke', revoke: { original_message_id: wamid } },
    { type: 'text', group_id: 'g1' },
  ]);
  expect(simulator.control.conversation('maya')?.messages[0]).toMatchObject({ edited: true, revoked: true });
});

test('the handshake is retried until the server answers with the challenge', async () => {
  const { simulator } = await start();
  await until(() => simulator.control.state().handshake.kind === 'verified');
  const receiver = await startReceiver('another token');
  const refused = await startForTest(receiver);
  open.push(receiver.close, refused.close);
  await until(() => refused.control.state().handshake.kind === 'refused');
});

test('a received photo can be fetched with the access token only', async () => {
  const { simulator, receiver } = await start();
  simulator.control.act([{ customer: 'maya', action: { kind: 'image', caption: 'broken zip' } }]);
  await until(() => receiver.items('messages').length === 1);
  const image = receiver.items('messages')[0]?.['image'];
  expect(image).toMatchObject({ caption: 'broken zip', mime_type: 'image/png' });
  const url = typeof image === 'object' && image !== null && 'url' in image ? String(image.url) : '';
  expect((await fetch(url)).status).toBe(401);
  const file = await fetch(url, { headers: { authorization: 'Bearer access-token-of-tests' } });
  expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(100);
});

test('an uploaded file can be sent by its id, an unknown id cannot', async () => {
  const { simulator } = await start();
  say(simulator, 'hi');
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('file', new File([new Uint8Array([1, 2, 3])], 'map.png', { type: 'image/png' }));
  const response = await fetch(`${simulator.url}/v24.0/${phoneNumberId}/media`, {
    method: 'POST',
    headers: { authorization: 'Bearer access-token-of-tests' },
    body: form,
  });
  const uploaded: unknown = await response.json();
  const id = /"id":"(\d+)"/.exec(JSON.stringify(uploaded))?.[1];
  const image = { messaging_product: 'whatsapp', to: '14155550142', type: 'image' };
  expect((await postGraph(simulator, { ...image, image: { id } })).status).toBe(200);
  expect(await postGraph(simulator, { ...image, image: { id: '1' } })).toMatchObject({
    body: { error: { code: 100 } },
  });
});
