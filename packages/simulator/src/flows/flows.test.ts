import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHmac,
  generateKeyPairSync,
  privateDecrypt,
} from 'node:crypto';
import http from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOf, phoneNumberId, startBoth, wabaId, type Started } from '../receiver.testing.ts';

const closes: (() => Promise<unknown>)[] = [];
let sim: Started;
beforeEach(async () => {
  sim = await startBoth();
  closes.push(sim.close);
});
afterEach(async () => {
  for (const close of closes.splice(0).toReversed()) await close();
});

const screen = (id: string, terminal = false) => ({
  id,
  title: id,
  terminal,
  layout: { type: 'SingleColumnLayout', children: [] },
});
const json = { version: '7.0', screens: [screen('START'), screen('END', true)] };
const keys = generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

async function create(given: object = {}): Promise<string> {
  const answer = await sim.graph(`POST ${wabaId}/flows`, {
    name: 'Sizes',
    categories: ['SHOPPING'],
    ...given,
  });
  return String(answer.body['id']);
}

function uploadJson(flow: string, value: unknown): ReturnType<Started['graph']> {
  const form = new FormData();
  form.set('name', 'flow.json');
  form.set('asset_type', 'FLOW_JSON');
  form.set('file', new File([JSON.stringify(value)], 'flow.json', { type: 'application/json' }));
  return sim.graph(`POST ${flow}/assets`, form);
}
const message = (flow: string, extra: object = {}) => ({
  type: 'interactive',
  interactive: {
    type: 'flow',
    body: { text: 'Choose your size' },
    action: {
      name: 'flow',
      parameters: { flow_message_version: '3', flow_id: flow, flow_cta: 'Choose', ...extra },
    },
  },
});

test('a flow is made, filled, published, sent, deprecated; drafts can be deleted', async () => {
  sim.say('hi');
  const flow = await create();
  expect(codeOf(await sim.graph(`POST ${flow}/publish`))).toBe(139002);
  expect((await uploadJson(flow, { version: '7.0', screens: [screen('SUCCESS')] })).body).toMatchObject({
    validation_errors: [{ error: 'INVALID_PROPERTY_VALUE' }, {}],
  });
  expect((await uploadJson(flow, json)).body).toEqual({ success: true, validation_errors: [] });
  expect(codeOf(await sim.send(message(flow)))).toBe(131009);
  expect((await sim.send(message(flow, { mode: 'draft' }))).status).toBe(200);
  expect((await sim.graph(`POST ${flow}/publish`)).status).toBe(200);
  expect(await sim.change('flows')).toMatchObject({ event: 'FLOW_STATUS_CHANGE', new_status: 'PUBLISHED' });
  expect((await sim.send(message(flow, { flow_token: 't' }))).status).toBe(200);
  expect((await sim.graph(`GET ${flow}?fields=status,preview`)).body).toMatchObject({
    status: 'PUBLISHED',
  });
  expect(codeOf(await uploadJson(flow, json))).toBe(139001);
  expect(codeOf(await sim.graph(`DELETE ${flow}`))).toBe(139004);
  expect((await sim.graph(`POST ${flow}/deprecate`)).status).toBe(200);
  expect(codeOf(await sim.send(message(flow)))).toBe(131009);
  const draft = await create({ name: 'Other' });
  expect((await sim.graph(`DELETE ${draft}`)).status).toBe(200);
  expect((await sim.graph(`GET ${wabaId}/flows`)).body).toMatchObject({ data: [{ id: flow }] });
});

test('the phone is told what the first screen gets, by a message and by a template’s button', async () => {
  sim.say('hi');
  const flow = await create({ flow_json: json, publish: true });
  const data = { name: 'Maya' };
  await sim.send(message(flow, { flow_action: 'navigate', flow_action_payload: { screen: 'START', data } }));
  const definition = {
    name: 'sizes',
    language: 'en',
    category: 'UTILITY',
    components: [
      { type: 'BODY', text: 'Choose your size.' },
      { type: 'BUTTONS', buttons: [{ type: 'FLOW', text: 'Choose', flow_id: flow }] },
    ],
  };
  const made = await sim.graph(`POST ${wabaId}/message_templates`, definition);
  sim.simulator.control.actAsMeta({ kind: 'approve-template', template: String(made.body['id']) });
  const parameters = [{ type: 'action', action: { flow_token: 't', flow_action_data: data } }];
  const components = [{ type: 'button', sub_type: 'flow', index: 0, parameters }];
  await sim.send({ type: 'template', template: { name: 'sizes', language: { code: 'en' }, components } });
  const shown = sim.simulator.control.conversation('maya')?.messages.slice(-2);
  expect(shown).toMatchObject([
    { bubble: { kind: 'flow', screen: 'START', data } },
    { bubble: { kind: 'template', buttons: [{ kind: 'flow', flowToken: 't', data }] } },
  ]);
});

test('a name is taken once, and the assets can be fetched', async () => {
  const flow = await create({ flow_json: JSON.stringify(json) });
  expect(codeOf(await sim.graph(`POST ${wabaId}/flows`, { name: 'Sizes', categories: ['OTHER'] }))).toBe(100);
  const assets = JSON.stringify((await sim.graph(`GET ${flow}/assets`)).body);
  const url = /"download_url":"([^"]+)"/.exec(assets)?.[1] ?? '';
  const file = await fetch(url, { headers: { authorization: 'Bearer access-token-of-tests' } });
  expect(await file.json()).toEqual(json);
});

test('a blocked flow is not sent, a throttled one ten times an hour', async () => {
  sim.say('hi');
  const flow = await create({ flow_json: json, publish: true });
  sim.simulator.control.setClock(Math.ceil(Date.now() / 3_600_000) * 3_600_000);
  sim.simulator.control.actAsMeta({ kind: 'set-flow-status', flow, status: 'THROTTLED' });
  for (let at = 0; at < 10; at += 1) expect((await sim.send(message(flow))).status).toBe(200);
  expect(codeOf(await sim.send(message(flow)))).toBe(132069);
  sim.simulator.control.actAsMeta({ kind: 'set-flow-status', flow, status: 'BLOCKED' });
  expect(codeOf(await sim.send(message(flow)))).toBe(132068);
});

test('the phone talks to a data endpoint under encryption, and knows its refusals', async () => {
  const endpoint = await startEndpoint();
  const flow = await create({ flow_json: { ...json, data_api_version: '3.0' }, endpoint_uri: endpoint.url });
  const { control } = sim.simulator;
  const step = { flow, flowToken: 't1', signature: 'good' } as const;
  expect(await control.exchangeFlow({ ...step, action: 'ping' })).toMatchObject({ kind: 'impossible' });
  expect(codeOf(await sim.graph(`POST ${flow}/publish`))).toBe(139002);
  const path = `${phoneNumberId}/whatsapp_business_encryption`;
  expect(codeOf(await sim.graph(`POST ${path}`, { business_public_key: 'x' }))).toBe(100);
  await sim.graph(`POST ${path}`, { business_public_key: keys.publicKey });
  expect((await sim.graph(`GET ${path}`)).body).toMatchObject({
    data: [{ business_public_key: keys.publicKey }],
  });
  expect((await sim.graph(`POST ${flow}/publish`)).status).toBe(200);
  expect(await control.exchangeFlow({ ...step, action: 'ping' })).toEqual({
    kind: 'answer',
    answer: { data: { status: 'active' } },
  });
  expect(
    await control.exchangeFlow({ ...step, action: 'data_exchange', screen: 'START', data: { size: 'M' } }),
  ).toEqual({
    kind: 'answer',
    answer: { screen: 'END', data: { size: 'M', token: 't1' } },
  });
  expect(await control.exchangeFlow({ ...step, action: 'ping', signature: 'bad' })).toMatchObject({
    kind: 'refused',
    status: 432,
  });
  endpoint.answerWith('bm90IGVuY3J5cHRlZCBhdCBhbGwsIG5vdCBhdCBhbGw=');
  expect(await control.exchangeFlow({ ...step, action: 'ping' })).toMatchObject({
    kind: 'refused',
    status: 200,
  });
  expect(control.log(0).entries.filter((entry) => entry.kind === 'flow-exchange')).toHaveLength(4);
  for (const answer of [undefined, '{"error_msg":"Booked already"}']) {
    endpoint.answerWith(answer, 427);
    expect(await control.exchangeFlow({ ...step, flowToken: 'used', action: 'INIT' })).toMatchObject({
      kind: 'refused',
      status: 427,
      message: 'Booked already',
    });
  }
  expect(control.log(0).entries.at(-2)).toMatchObject({ answer: { error_msg: 'Booked already' } });
});

/** A business's data endpoint with its own reading of the encryption. */
async function startEndpoint(): Promise<{
  url: string;
  answerWith(text: string | undefined, status?: number): void;
}> {
  let fixed: string | undefined;
  let code = 200;
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks);
      const signature = `sha256=${createHmac('sha256', 'app-secret-of-tests').update(raw).digest('hex')}`;
      if (request.headers['x-hub-signature-256'] !== signature) response.writeHead(432).end();
      else response.writeHead(code).end(fixed ?? answerTo(raw));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closes.push(() => new Promise((resolve) => server.close(resolve)));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/flow`,
    answerWith: (text, status = 200) => {
      fixed = text;
      code = status;
    },
  };
}

function answerTo(raw: Buffer): string {
  const sent: unknown = JSON.parse(raw.toString());
  const bytes = (name: string): Buffer => Buffer.from(String(Reflect.get(Object(sent), name)), 'base64');
  const key = privateDecrypt(
    { key: keys.privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    bytes('encrypted_aes_key'),
  );
  const vector = bytes('initial_vector');
  const data = bytes('encrypted_flow_data');
  const decipher = createDecipheriv('aes-128-gcm', key, vector);
  decipher.setAuthTag(data.subarray(-16));
  const plain = Buffer.concat([decipher.update(data.subarray(0, -16)), decipher.final()]);
  const asked: unknown = JSON.parse(plain.toString());
  const field = (name: string): unknown => Reflect.get(Object(asked), name);
  const answer =
    field('action') === 'ping'
      ? { data: { status: 'active' } }
      : field('flow_token') === 'used'
        ? { error_msg: 'Booked already' }
        : { screen: 'END', data: { size: sizeOf(field('data')), token: field('flow_token') } };
  const cipher = createCipheriv(
    'aes-128-gcm',
    key,
    vector.map((byte) => ~byte & 0xff),
  );
  return Buffer.concat([cipher.update(JSON.stringify(answer)), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  );
}

function sizeOf(data: unknown): unknown {
  return Reflect.get(Object(data), 'size');
}
