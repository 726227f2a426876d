import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '@ambit/simulator/simulator';

let whatsapp: Simulator;

beforeAll(async () => {
  whatsapp = await startSimulator({
    host: '127.0.0.1',
    port: 0,
    graphVersion: 'v24.0',
    phoneNumberId: '106540352242922',
    displayPhoneNumber: '15550783881',
    wabaId: '102290129340398',
    businessName: 'Harbour Outfitters',
    accessToken: 'access-token',
    appSecret: 'app-secret',
    verifyToken: 'verify-token',
    controlToken: 'control-token',
    webhookUrl: 'http://127.0.0.1:3000/webhook', // where your app listens
    handshake: false,
  });
});
afterAll(() => whatsapp.close());

/** Your app would do this; `whatsapp.url` stands for https://graph.facebook.com. */
async function send(to: string, body: string): Promise<unknown> {
  const response = await fetch(`${whatsapp.url}/v24.0/106540352242922/messages`, {
    method: 'POST',
    headers: { authorization: 'Bearer access-token', 'content-type': 'application/json' },
    body: JSON.stringify({ messaging_product: 'whatsapp', to, type: 'text', text: { body } }),
  });
  const answer: unknown = await response.json();
  return answer;
}

test('the business may answer for a day', async () => {
  whatsapp.control.act([{ customer: 'maya', action: { kind: 'text', body: 'Is the blue one back?' } }]);
  await send('14155550142', 'It is back since this morning.');
  expect(whatsapp.control.conversation('maya')?.messages).toMatchObject([
    { from: 'customer', bubble: { kind: 'text', body: 'Is the blue one back?' } },
    { from: 'business', bubble: { kind: 'text', body: 'It is back since this morning.' } },
  ]);

  whatsapp.control.advanceClock(24 * 3_600_000);
  expect(await send('14155550142', 'Did you get it?')).toMatchObject({ error: { code: 131_047 } });
});

test('a failure that Meta makes once a year is made now', async () => {
  whatsapp.control.failNext({ count: 1, mode: 'error', code: 131_057 });
  expect(await send('14155550142', 'Hello?')).toMatchObject({ error: { code: 131_057 } });
});
