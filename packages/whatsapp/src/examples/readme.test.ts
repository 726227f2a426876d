import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createMediaClient } from '../client/media-client.ts';
import { createGraphClient } from '../client/graph-client.ts';
import { phoneThatAsks } from '../fixtures/flow-phone.ts';
import { serveGraph } from '../fixtures/loopback-graph.ts';
import { generateFlowKeys } from '../flows/flow-keys.ts';
import { textMessage } from '../outbound/text.ts';
import { buildSendRequest } from '../outbound/send-request.ts';
import { signBody } from '../signature.ts';
import { fetchPhoto } from './download-media.ts';
import { createBookingServer } from './flow-endpoint.ts';
import { approvedTemplates } from './list-templates.ts';
import { numberAt360dialog } from './provider-360dialog.ts';
import { textsIn } from './receive-webhook.ts';
import { askToCancel } from './send-message.ts';
import { setUpFlowKey } from './upload-flow-key.ts';

const signal = new AbortController().signal;

test('every example of the README is one of these files, and every file is in it', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const shown = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code ?? '');
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => !name.includes('.test.'));
  const codes = files.map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'));
  expect(shown.toSorted()).toEqual(codes.toSorted());
});

test('every file that the README names is there', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const named = [
    ...readme.matchAll(/`((?:client|flows|webhook|outbound|template|fixtures|examples)\/[a-z0-9.-]+)`/g),
  ].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((name) => !existsSync(new URL(`../${name}`, import.meta.url)))).toEqual([]);
});

describe('the examples of the README', () => {
  test('receive a webhook', () => {
    const message = {
      from: '16505551234',
      id: 'wamid.1',
      timestamp: '1749416383',
      type: 'text',
      text: { body: 'Hi' },
    };
    const value = { metadata: { phone_number_id: '106540352242922' }, messages: [message] };
    const entry = [{ id: '102290129340398', changes: [{ field: 'messages', value }] }];
    const rawBody = Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }));
    expect(textsIn(rawBody, signBody(rawBody, 'secret'), 'secret')).toEqual(['16505551234: Hi']);
    expect(() => textsIn(rawBody, signBody(rawBody, 'other'), 'secret')).toThrow('not from Meta');
  });

  test('send a message', async () => {
    const { baseUrl, asked } = await serveGraph([
      { kind: 'json', json: { messages: [{ id: 'wamid.2' }] } },
      { kind: 'json', status: 400, json: { error: { code: 131047 } } },
      { kind: 'cut', when: 'before' },
    ]);
    const send = () => askToCancel(baseUrl, 'token', '+16505551234');
    expect(await send()).toBe('taken as wamid.2');
    expect(await send()).toContain('window-closed');
    expect(await send()).toContain('do not send it again');
    expect(asked).toHaveLength(3);
    expect(await askToCancel(baseUrl, 'token', 'Ana')).toContain('never sent');
  });

  test('download a photo', async () => {
    const photo = Buffer.from('a photo');
    const sha256 = createHash('sha256').update(photo).digest('hex');
    const { baseUrl } = await serveGraph(({ path, headers }) =>
      path === '/file'
        ? { kind: 'bytes', bytes: photo }
        : { kind: 'json', json: { url: `http://${headers.host}/file`, sha256, file_size: photo.length } },
    );
    expect(Buffer.from(await fetchPhoto(baseUrl, 'token', '1')).toString()).toBe('a photo');
  });

  test('list templates', async () => {
    const { baseUrl } = await serveGraph(({ path }) => {
      const isLast = path.includes('after=');
      const paging = { cursors: { after: 'c' }, ...(isLast ? {} : { next: 'https://graph.facebook.com/x' }) };
      return { kind: 'json', json: { data: [{ id: '1', name: isLast ? 'b' : 'a' }], paging } };
    });
    expect(await approvedTemplates(baseUrl, 'token')).toEqual(['a', 'b']);
  });

  test('serve a Flow', async () => {
    const { publicPem, privatePem } = await generateFlowKeys({ passphrase: 'p' });
    const server = createBookingServer(privatePem, 'p', 'secret');
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    const ask = async (request: object) => {
      const phone = await phoneThatAsks({ version: '3.0', flow_token: 't', ...request }, publicPem);
      const response = await fetch(`http://127.0.0.1:${address.port}`, {
        method: 'POST',
        headers: { 'x-hub-signature-256': signBody(phone.body, 'secret') },
        body: phone.body,
      });
      return phone.open(await response.text());
    };
    expect(await ask({ action: 'INIT' })).toEqual({ screen: 'DAY', data: { days: ['Monday', 'Tuesday'] } });
    expect(await ask({ action: 'data_exchange', data: { day: 'Monday' } })).toMatchObject({
      screen: 'SUCCESS',
      data: { extension_message_response: { params: { flow_token: 't', day: 'Monday' } } },
    });
  });

  test('give Meta the public key', async () => {
    const { baseUrl, asked } = await serveGraph([{ kind: 'json', json: { success: true } }]);
    expect(await setUpFlowKey(baseUrl, 'token', 'p')).toContain('ENCRYPTED PRIVATE KEY');
    expect(asked[0]?.text).toContain('PUBLIC');
    expect(asked[0]?.text).not.toContain('PRIVATE');
  });
});

describe('a number at 360dialog', () => {
  /** 360dialog's own service on loopback: the number is the key's, and Meta's media address is given out. */
  async function provider() {
    const photo = Buffer.from('a photo');
    const { baseUrl, asked } = await serveGraph(({ path, headers }) => {
      if (headers['d360-api-key'] !== 'key') return { kind: 'json', status: 401, json: {} };
      if (path === '/messages') return { kind: 'json', json: { messages: [{ id: 'wamid.3' }] } };
      if (path === '/77')
        return { kind: 'json', json: { url: 'https://lookaside.fbsbx.com/wa/?mid=77&hash=a' } };
      return { kind: 'bytes', bytes: photo };
    });
    return { access: { ...numberAt360dialog('key'), baseUrl }, asked };
  }

  test('sends', async () => {
    const { access } = await provider();
    const built = buildSendRequest({ to: '+16505551234' }, textMessage('Hi'));
    if (built.kind === 'invalid') throw new Error('invalid');
    expect(await createGraphClient(access).send(built.request, signal)).toMatchObject({ kind: 'accepted' });
  });

  test('fetches files from the provider’s host', async () => {
    const { access, asked } = await provider();
    const result = await createMediaClient(access).download('77', { mostBytes: 100 }, signal);
    expect(result).toMatchObject({ kind: 'downloaded' });
    expect(asked.map(({ path }) => path)).toEqual(['/77', '/wa/?mid=77&hash=a']);
  });
});
