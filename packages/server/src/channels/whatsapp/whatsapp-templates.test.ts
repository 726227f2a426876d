import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BusinessTemplate } from '@ambit/core/template/business-template';
import { createWhatsAppTemplates } from './whatsapp-templates.ts';

const template = BusinessTemplate.parse({
  name: 'parcel_ready',
  category: 'utility',
  languages: { en: { body: 'Hello, your parcel {{1}} waits for you in our shop until Friday.' } },
  examples: { '1': 'A-1042' },
});

let status = 400;
let answer: unknown;
const graph = createServer((request, response) => {
  request.resume();
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
});
beforeEach(async () => {
  graph.listen(0, '127.0.0.1');
  await once(graph, 'listening');
});
afterEach(async () => {
  graph.closeAllConnections();
  graph.close();
  await once(graph, 'close');
});

function templates() {
  const { port }: AddressInfo = placeOf(graph.address());
  return createWhatsAppTemplates({
    baseUrl: `http://127.0.0.1:${port}`,
    version: 'v24.0',
    wabaId: '102290129340398',
    auth: { header: 'Authorization', value: 'Bearer EAAB123' },
    timeoutMs: 10_000,
    retry: { mostAttempts: 1 },
  });
}

function placeOf(address: ReturnType<typeof graph.address>): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address;
}

// As in Meta's reference of errors; the texts are shortened.
function refusal(code: number, message: string): unknown {
  return { error: { message, type: 'OAuthException', code, fbtrace_id: 'A1' } };
}

test.each([
  [400, 80_007, 'Too many calls to this WhatsApp Business Account'],
  [400, 4, 'Application request limit reached'],
  [401, 190, 'The access token has expired'],
  [500, 1, 'An unknown error occurred'],
])(
  'an answer that says nothing of the template (HTTP %i, code %i) is no refusal of it',
  async (http, code, why) => {
    status = http;
    answer = refusal(code, why);
    await expect(templates().submit(template, 'en', AbortSignal.timeout(10_000))).rejects.toThrow(why);
  },
);

test.each([
  [100, 'Invalid parameter'],
  [2_388_040, 'The message body is too long'],
])('a template that Meta does not take (code %i) is refused with its reason', async (code, why) => {
  status = 400;
  answer = refusal(code, why);
  expect(await templates().submit(template, 'en', AbortSignal.timeout(10_000))).toEqual({
    kind: 'refused',
    why,
  });
});

test('why the templates cannot be listed is told', async () => {
  status = 401;
  answer = refusal(190, 'The access token has expired');
  await expect(templates().list(AbortSignal.timeout(10_000))).rejects.toThrow('The access token has expired');
});
