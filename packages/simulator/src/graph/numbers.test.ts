import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  codeOf,
  phoneNumberId,
  startBoth,
  startReceiver,
  until,
  wabaId,
  type Started,
} from '../receiver.testing.ts';

let sim: Started;
beforeEach(async () => {
  sim = await startBoth({ numbers: [{ phoneNumberId: '2', displayPhoneNumber: '15550783882' }] });
});
afterEach(() => sim.close());

const text = { type: 'text', text: { body: 'Hello' } };
const whatsapp = { messaging_product: 'whatsapp' };

test('a number tells what is asked for', async () => {
  expect(
    (
      await sim.graph(
        `GET ${phoneNumberId}?fields=verified_name,throughput,whatsapp_business_manager_messaging_limit`,
      )
    ).body,
  ).toEqual({
    id: phoneNumberId,
    verified_name: 'Harbour Outfitters',
    throughput: { level: 'STANDARD', messages_per_second: 80 },
    whatsapp_business_manager_messaging_limit: 'TIER_2K',
  });
  expect((await sim.graph(`GET ${wabaId}/phone_numbers?limit=1`)).body).toMatchObject({
    data: [{ id: phoneNumberId, quality_rating: 'GREEN', status: 'CONNECTED' }],
  });
  expect((await sim.graph(`GET ${wabaId}?fields=name,currency`)).body).toEqual({
    id: wabaId,
    name: 'Harbour Outfitters',
    currency: 'USD',
  });
});

test('health follows what is wrong', async () => {
  const health = async (): Promise<unknown> =>
    (await sim.graph(`GET ${phoneNumberId}?fields=health_status`)).body['health_status'];
  expect(await health()).toMatchObject({ can_send_message: 'AVAILABLE' });
  sim.simulator.control.actAsMeta({ kind: 'set-payment-method', present: false });
  expect(await health()).toMatchObject({ can_send_message: 'LIMITED' });
  sim.simulator.control.actAsMeta({ kind: 'ban' });
  expect(await health()).toMatchObject({ can_send_message: 'BLOCKED' });
});

test('a number is deregistered and registered again with its PIN', async () => {
  sim.say('hi');
  await sim.graph(`POST ${phoneNumberId}/register`, { ...whatsapp, pin: '111111' });
  await sim.graph(`POST ${phoneNumberId}/deregister`);
  expect(codeOf(await sim.send(text))).toBe(133010);
  expect(codeOf(await sim.graph(`POST ${phoneNumberId}/register`, { ...whatsapp, pin: '222222' }))).toBe(
    133005,
  );
  expect(codeOf(await sim.graph(`POST ${phoneNumberId}/register`, { ...whatsapp, pin: '1' }))).toBe(100);
  expect((await sim.graph(`POST ${phoneNumberId}/register`, { ...whatsapp, pin: 111111 })).status).toBe(200);
  expect((await sim.send(text)).status).toBe(200);
  expect(
    (await sim.graph(`POST ${phoneNumberId}/request_code`, { code_method: 'SMS', language: 'en' })).status,
  ).toBe(200);
  expect(codeOf(await sim.graph(`POST ${phoneNumberId}/verify_code`, { code: '000000' }))).toBe(100);
  expect((await sim.graph(`POST ${phoneNumberId}/verify_code`, { code: '123-456' })).status).toBe(200);
});

test('the profile keeps what is not given, and refuses what is too long', async () => {
  const path = `${phoneNumberId}/whatsapp_business_profile`;
  await sim.graph(`POST ${path}`, { ...whatsapp, about: 'Jackets', websites: ['https://a.example'] });
  await sim.graph(`POST ${path}`, { ...whatsapp, email: 'a@b.example', vertical: 'RETAIL' });
  expect((await sim.graph(`GET ${path}?fields=about,email,websites`)).body).toEqual({
    data: [{ ...whatsapp, about: 'Jackets', email: 'a@b.example', websites: ['https://a.example'] }],
  });
  for (const wrong of [
    { about: 'x'.repeat(140) },
    { websites: ['https://a.b', 'https://c.d', 'https://e.f'] },
    { vertical: 'SPACE' },
  ])
    expect(codeOf(await sim.graph(`POST ${path}`, { ...whatsapp, ...wrong }))).toBe(100);
});

test('settings, commerce, automation and username are kept', async () => {
  await sim.graph(`POST ${phoneNumberId}/settings`, { calling: { status: 'DISABLED' } });
  expect((await sim.graph(`GET ${phoneNumberId}/settings`)).body).toMatchObject({
    calling: { status: 'DISABLED' },
  });
  expect(codeOf(await sim.graph(`POST ${phoneNumberId}/calls`, { ...whatsapp, action: 'connect' }))).toBe(
    138000,
  );
  await sim.graph(`POST ${phoneNumberId}/whatsapp_commerce_settings?is_cart_enabled=false`);
  expect((await sim.graph(`GET ${phoneNumberId}/whatsapp_commerce_settings`)).body).toMatchObject({
    data: [{ is_cart_enabled: false, is_catalog_visible: true }],
  });
  await sim.graph(`POST ${phoneNumberId}/conversational_automation`, { prompts: ['Where is my order?'] });
  expect((await sim.graph(`GET ${phoneNumberId}/conversational_automation`)).body).toMatchObject({
    conversational_automation: { prompts: ['Where is my order?'] },
  });
  expect((await sim.graph(`POST ${phoneNumberId}/username`, { username: 'harbour.shop' })).status).toBe(200);
  expect(await sim.change('business_username_update')).toMatchObject({ username: 'harbour.shop' });
  expect(codeOf(await sim.graph('POST 2/username', { username: 'harbour.shop' }))).toBe(147001);
  expect(codeOf(await sim.graph('POST 2/username', { username: 'A' }))).toBe(100);
  await sim.graph(`DELETE ${phoneNumberId}/username`);
  expect((await sim.graph(`GET ${phoneNumberId}/username`)).body).toEqual({});
  expect((await sim.graph(`GET ${phoneNumberId}/username_suggestions`)).body).toMatchObject({
    data: [
      {
        username_suggestions: [
          'harbour.outfitters',
          'harbour.outfitters_official',
          'harbour.outfitters.shop',
        ],
      },
    ],
  });
});

test('QR codes are made, changed, listed and deleted', async () => {
  const path = `${phoneNumberId}/message_qrdls`;
  const made = await sim.graph(`POST ${path}`, { prefilled_message: 'Hi there', generate_qr_image: 'svg' });
  const code = String(made.body['code']);
  expect(made.body).toMatchObject({ deep_link_url: `https://wa.me/message/${code}` });
  await sim.graph(`POST ${path}`, { code, prefilled_message: 'Hello' });
  expect((await sim.graph(`GET ${path}/${code}`)).body).toMatchObject({
    data: [{ prefilled_message: 'Hello' }],
  });
  expect(codeOf(await sim.graph(`POST ${path}`, { prefilled_message: 'x'.repeat(141) }))).toBe(100);
  const gif = { prefilled_message: 'Hi', generate_qr_image: 'GIF' };
  expect(codeOf(await sim.graph(`POST ${path}`, gif))).toBe(100);
  expect((await sim.graph(`DELETE ${path}/${code}`)).status).toBe(200);
  expect((await sim.graph(`GET ${path}`)).body).toEqual({ data: [] });
});

test('a path without a version is of the newest one; the simulator’s own paths stay its own', async () => {
  const call = async (path: string): Promise<number> => {
    const headers = { authorization: 'Bearer access-token-of-tests' };
    return (await fetch(`${sim.simulator.url}/${path}`, { headers })).status;
  };
  for (const path of [phoneNumberId, `${phoneNumberId}/block_users?limit=1`, `v24.0/${phoneNumberId}`])
    expect([path, await call(path)]).toEqual([path, 200]);
  expect(await call('sim/state')).toBe(401);
});

test('without a subscription no webhook comes', async () => {
  expect((await sim.graph(`GET ${wabaId}/subscribed_apps`)).body).toMatchObject({
    data: [{ whatsapp_business_api_data: { name: 'Simulated app' } }],
  });
  await sim.graph(`DELETE ${wabaId}/subscribed_apps`);
  sim.say('unheard');
  await sim.graph(`POST ${wabaId}/subscribed_apps`);
  sim.say('heard');
  await sim.change('messages');
  expect(sim.receiver.items('messages')).toMatchObject([{ text: { body: 'heard' } }]);
});

test('webhooks go to an override once it has answered the challenge', async () => {
  const other = await startReceiver('other-token');
  const path = `POST ${wabaId}/subscribed_apps`;
  const override = { override_callback_uri: other.url, verify_token: 'wrong' };
  expect(codeOf(await sim.graph(path, override))).toBe(2200);
  expect((await sim.graph(path, { ...override, verify_token: 'other-token' })).status).toBe(200);
  expect((await sim.graph(`GET ${wabaId}/subscribed_apps`)).body).toMatchObject({
    data: [{ override_callback_uri: other.url }],
  });
  sim.say('elsewhere');
  await until(() => other.items('messages').length === 1);
  expect(sim.receiver.items('messages')).toEqual([]);
  await sim.graph(path);
  sim.say('here again');
  await until(() => sim.receiver.items('messages').length === 1);
  await other.close();
});

test('fields that the app did not ask for are lost silently', async () => {
  const app = sim.simulator.control.account().appId;
  const asked = { object: 'whatsapp_business_account', fields: 'messages,account_update' };
  expect((await sim.graph(`POST ${app}/subscriptions`, asked)).body).toEqual({ success: true });
  expect((await sim.graph(`GET ${app}/subscriptions`)).body).toMatchObject({
    data: [{ fields: [{ name: 'messages' }, { name: 'account_update' }] }],
  });
  sim.simulator.control.actAsMeta({ kind: 'agent-takes', customer: 'maya' });
  sim.say('to the agent');
  sim.simulator.control.actAsMeta({ kind: 'lock' });
  await sim.change('account_update');
  expect(JSON.stringify(sim.receiver.received)).not.toContain('to the agent');
});

test('a planned failure can come by webhook, with any code', async () => {
  sim.say('hi');
  sim.simulator.control.failNext({ count: 1, mode: 'fail-by-webhook', code: 131053 });
  expect((await sim.send(text)).status).toBe(200);
  expect((await sim.statuses(1))[0]).toMatchObject({ status: 'failed', errors: [{ code: 131053 }] });
});

test('unknown objects and edges are refused in Graph’s shape', async () => {
  expect((await sim.graph('GET 404404')).body).toMatchObject({
    error: { code: 33, type: 'GraphMethodException' },
  });
  expect(codeOf(await sim.graph(`GET ${phoneNumberId}/fax`))).toBe(100);
  const denied = await fetch(`${sim.simulator.url}/v24.0/${wabaId}`);
  expect(denied.status).toBe(401);
  const byQuery = await fetch(`${sim.simulator.url}/v23.0/${wabaId}?access_token=access-token-of-tests`);
  expect(byQuery.status).toBe(200);
});

test('a fault can be planned for management calls', async () => {
  sim.simulator.control.failNext({ what: 'management', count: 1, mode: 'error', code: 2 });
  expect(await sim.graph(`GET ${wabaId}`)).toMatchObject({ status: 503, body: { error: { code: 2 } } });
  expect((await sim.graph(`GET ${wabaId}`)).status).toBe(200);
});
