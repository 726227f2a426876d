import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CustomerAction } from '../customer-action.ts';
import { codeOf, phoneNumberId, startBoth, until, type Started } from '../receiver.testing.ts';

let sim: Started;
beforeEach(async () => {
  sim = await startBoth();
});
afterEach(() => sim.close());

const text = { type: 'text', text: { body: 'Hello' } };
const maya = 'US.13491208655302741918';

async function act(action: CustomerAction): Promise<Record<string, unknown>> {
  const before = sim.receiver.items('messages').length;
  sim.simulator.control.act([{ customer: 'maya', action }]);
  await sim.change('messages', before + 1);
  return sim.receiver.items('messages')[before] ?? {};
}

test('a hidden phone is left out everywhere, and the person is reached by BSUID and parent BSUID', async () => {
  const { control } = sim.simulator;
  control.addCustomer({
    id: 'ana',
    name: 'Ana',
    phone: '5511912345678',
    userId: 'BR.77',
    parentUserId: 'BR.ENT.7',
  });
  control.changePerson('ana', { kind: 'set-username', username: 'ana.silva' });
  control.changePerson('ana', { kind: 'hide-phone' });
  sim.say('oi', 'ana');
  const value = await sim.change('messages');
  expect(value['contacts']).toEqual([
    { profile: { name: 'Ana', username: 'ana.silva' }, user_id: 'BR.77', parent_user_id: 'BR.ENT.7' },
  ]);
  expect(JSON.stringify(value)).not.toContain('5511912345678');
  for (const recipient of ['BR.77', 'BR.ENT.7'])
    expect((await sim.send({ ...text, to: undefined, recipient })).body).toMatchObject({
      contacts: [{ input: recipient, user_id: 'BR.77' }],
    });
  const [first] = await sim.statuses(2);
  expect(first).toMatchObject({ recipient_user_id: 'BR.77', parent_recipient_user_id: 'BR.ENT.7' });
  expect(first).not.toHaveProperty('recipient_id');
  control.changePerson('ana', { kind: 'show-phone' });
  sim.say('oi', 'ana');
  await until(() => sim.receiver.items('messages').length === 2);
  expect(sim.receiver.items('messages')[1]).toMatchObject({ from: '5511912345678' });
});

test('a new number brings a new BSUID and a system message without contacts', async () => {
  const { control } = sim.simulator;
  control.changePerson('maya', { kind: 'change-number', phone: '+1 415 555 0199' });
  const value = await sim.change('messages');
  expect(value).not.toHaveProperty('contacts');
  expect(value['messages']).toMatchObject([
    {
      from: '14155550142',
      from_user_id: maya,
      type: 'system',
      system: { type: 'user_changed_number', wa_id: '14155550199' },
    },
  ]);
  expect(control.customers().find((one) => one.id === 'maya')?.userId).not.toBe(maya);
  await sim.send({ type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } });
  expect((await sim.statuses(1))[0]).toMatchObject({ errors: [{ code: 131026 }] });
});

test('a new BSUID is told with the previous one', async () => {
  sim.simulator.control.changePerson('maya', { kind: 'change-user-id', userId: 'US.2' });
  expect((await sim.change('messages'))['messages']).toMatchObject([
    { system: { type: 'user_changed_user_id', user_id: 'US.2', previous_user_id: maya } },
  ]);
});

test('an identity that has changed stops sends that insist on the old one', async () => {
  const { control } = sim.simulator;
  await sim.graph(`POST ${phoneNumberId}/settings`, {
    user_identity_change: { enable_identity_key_check: true },
  });
  sim.say('hi');
  const contact = /"identity_key_hash":"([^"]+)"/.exec(JSON.stringify(await sim.change('messages')))?.[1];
  const insisting = { ...text, recipient_identity_key_hash: contact };
  expect((await sim.send(insisting)).status).toBe(200);
  control.changePerson('maya', { kind: 'change-identity' });
  expect(codeOf(await sim.send(insisting))).toBe(137000);
  await until(() => sim.receiver.items('messages').length === 2);
  expect(sim.receiver.items('messages')[1]).toMatchObject({ system: { type: 'customer_identity_changed' } });
});

test('a person who blocks the business gets nothing until the block is lifted', async () => {
  sim.say('hi');
  sim.simulator.control.changePerson('maya', { kind: 'block' });
  await sim.send(text);
  expect((await sim.statuses(1))[0]).toMatchObject({ status: 'failed', errors: [{ code: 131026 }] });
  sim.simulator.control.changePerson('maya', { kind: 'unblock' });
  await sim.send(text);
  expect((await sim.statuses(3))[1]).toMatchObject({ status: 'sent' });
});

test('the business blocks only who wrote within a day; then nothing goes either way', async () => {
  const path = `${phoneNumberId}/block_users`;
  const users = { messaging_product: 'whatsapp', block_users: [{ user: '+14155550142' }] };
  expect(codeOf(await sim.graph(`POST ${path}`, users))).toBe(139100);
  sim.say('hi');
  expect((await sim.graph(`POST ${path}`, users)).body).toMatchObject({
    block_users: { added_users: [{ input: '+14155550142', wa_id: '14155550142' }] },
  });
  expect((await sim.graph(`GET ${path}`)).body).toMatchObject({ data: [{ wa_id: '14155550142' }] });
  sim.say('are you there?');
  await sim.send(text);
  expect((await sim.statuses(1))[0]).toMatchObject({ errors: [{ code: 131026 }] });
  expect(sim.receiver.items('messages')).toHaveLength(1);
  expect((await sim.graph(`DELETE ${path}`, users)).status).toBe(200);
  expect((await sim.graph(`GET ${path}`)).body).toEqual({ data: [] });
});

const kinds: readonly (readonly [string, CustomerAction, object])[] = [
  [
    'an order',
    {
      kind: 'order',
      catalogId: 'c1',
      items: [{ retailerId: 'sku', quantity: 2, price: 9.5, currency: 'EUR' }],
    },
    {
      order: {
        catalog_id: 'c1',
        product_items: [{ product_retailer_id: 'sku', quantity: 2, item_price: 9.5 }],
      },
    },
  ],
  [
    'a flow reply',
    { kind: 'flow-reply', response: { size: 'M' }, flowToken: 't1', body: 'Sent' },
    {
      interactive: {
        type: 'nfm_reply',
        nfm_reply: { name: 'flow', response_json: '{"flow_token":"t1","size":"M"}' },
      },
    },
  ],
  [
    'an address',
    { kind: 'address', values: { city: 'Pune' } },
    { interactive: { nfm_reply: { name: 'address_message', response_json: '{"values":{"city":"Pune"}}' } } },
  ],
  [
    'a call permission',
    { kind: 'call-permission', response: 'accept', isPermanent: true },
    { interactive: { call_permission_reply: { response: 'accept', is_permanent: true } } },
  ],
  [
    'a shared contact',
    { kind: 'contacts', name: 'Maya Torres', phone: '+14155550142', origin: 'contact_request' },
    { contacts: [{ name: { formatted_name: 'Maya Torres' }, origin: 'contact_request' }] },
  ],
  [
    'a forwarded text',
    { kind: 'text', body: 'x', forwarded: 'often' },
    { context: { frequently_forwarded: true } },
  ],
  [
    'a question about a product',
    { kind: 'text', body: 'in red?', product: { catalogId: 'c1', retailerId: 'sku' } },
    { context: { referred_product: { catalog_id: 'c1', product_retailer_id: 'sku' } } },
  ],
  ['the first opening of the chat', { kind: 'welcome' }, { type: 'request_welcome' }],
  ['an animated sticker', { kind: 'sticker', animated: true }, { sticker: { animated: true } }],
  ['a poll', { kind: 'unsupported', type: 'poll_creation' }, { errors: [{ code: 131051 }] }],
];

test.each(kinds)('%s has its shape', async (_name, action, shape) => {
  expect(await act(action)).toMatchObject(shape);
});

test('a voice note that is played is told', async () => {
  sim.say('hi');
  const answer = await sim.send({ type: 'audio', audio: { link: 'https://x.com/a.ogg', voice: true } });
  const wamid = /"id":"(wamid[^"]+)"/.exec(JSON.stringify(answer.body))?.[1] ?? '';
  await sim.statuses(2);
  expect(sim.simulator.control.play(wamid)).toBe(true);
  expect((await sim.statuses(3))[2]).toMatchObject({ status: 'played', id: wamid });
});
