import { once } from 'node:events';
import { createServer } from 'node:http';
import fc from 'fast-check';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { KeyObject } from 'node:crypto';
import { phoneThatAsks } from '../fixtures/flow-phone.ts';
import { signBody } from '../signature.ts';
import { generateFlowKeys, readFlowKey } from './flow-keys.ts';
import { handleFlowRequest, type FlowEndpoint } from './handle-flow-request.ts';
import type { FlowErrorReport, FlowExchange } from './flow-request.ts';
import type { FlowAnswer } from './flow-answer.ts';

const appSecret = 'app secret';
let publicPem: string;
let key: KeyObject;
beforeAll(async () => {
  const pair = await generateFlowKeys();
  publicPem = pair.publicPem;
  key = readFlowKey(pair.privatePem);
});

function endpointThat(answers: FlowAnswer | Error, seen: FlowExchange[] = []): FlowEndpoint {
  return {
    privateKeys: [key],
    appSecrets: [appSecret],
    answer: (exchange) => {
      seen.push(exchange);
      if (answers instanceof Error) throw answers;
      return answers;
    },
  };
}
const next: FlowAnswer = { kind: 'screen', screen: 'DETAILS', data: { total: '12 €' } };

/** Asks over the wire and opens what comes back. */
async function ask(request: unknown, endpoint: FlowEndpoint, plain?: string) {
  const phone = await phoneThatAsks(request, publicPem, plain === undefined ? {} : { plain });
  const signature = signBody(phone.body, appSecret);
  const answer = await handleFlowRequest({ rawBody: phone.body, signature }, endpoint);
  return { ...answer, opened: answer.body === '' ? undefined : await phone.open(answer.body) };
}

describe('an exchange', () => {
  test('shows the next screen', async () => {
    const seen: FlowExchange[] = [];
    const request = {
      version: '3.0',
      action: 'data_exchange',
      screen: 'ORDER',
      data: { quantity: 2 },
      flow_token: 'token-1',
      flow_token_signature: 'eyJ',
    };
    expect(await ask(request, endpointThat(next, seen))).toMatchObject({
      status: 200,
      contentType: 'text/plain',
      opened: { screen: 'DETAILS', data: { total: '12 €' } },
    });
    expect(seen).toEqual([
      {
        kind: 'exchange',
        action: 'data-exchange',
        version: '3.0',
        screen: 'ORDER',
        data: { quantity: 2 },
        flowToken: 'token-1',
        flowTokenSignature: 'eyJ',
      },
    ]);
  });

  test.each([
    ['INIT', 'init'],
    ['BACK', 'back'],
  ])('begins and goes back: %s', async (action, known) => {
    const seen: FlowExchange[] = [];
    await ask({ version: '3.0', action, screen: '', flow_token: 't' }, endpointThat(next, seen));
    expect(seen).toEqual([{ kind: 'exchange', action: known, version: '3.0', data: {}, flowToken: 't' }]);
  });

  test('says on the screen what was wrong with the input', async () => {
    const answer: FlowAnswer = { kind: 'screen', screen: 'A', data: { n: 1 }, errorMessage: 'Sold out' };
    expect((await ask({ version: '3.0', action: 'data_exchange' }, endpointThat(answer))).opened).toEqual({
      screen: 'A',
      data: { n: 1, error_message: 'Sold out' },
    });
  });

  test('finishes with what comes back in the webhook', async () => {
    const answer: FlowAnswer = { kind: 'finish', flowToken: 't', params: { booking: 'B-7' } };
    expect((await ask({ version: '3.0', action: 'data_exchange' }, endpointThat(answer))).opened).toEqual({
      screen: 'SUCCESS',
      data: { extension_message_response: { params: { flow_token: 't', booking: 'B-7' } } },
    });
  });

  test('whose token is no longer valid is 427, with the words for the person', async () => {
    const answer: FlowAnswer = { kind: 'invalid-token', message: 'This offer has ended' };
    expect(await ask({ version: '3.0', action: 'INIT' }, endpointThat(answer))).toMatchObject({
      status: 427,
      opened: { error_msg: 'This offer has ended' },
    });
  });

  test('that our own code breaks on is for the server to answer', async () => {
    await expect(
      ask({ version: '3.0', action: 'INIT' }, endpointThat(new Error('no database'))),
    ).rejects.toThrow('no database');
  });
});

test('a health check is answered without asking anybody', async () => {
  const seen: FlowExchange[] = [];
  expect(await ask({ version: '3.0', action: 'ping' }, endpointThat(next, seen))).toMatchObject({
    status: 200,
    opened: { data: { status: 'active' } },
  });
  expect(seen).toEqual([]);
});

test('an error report is acknowledged and told, whatever its action', async () => {
  const reports: FlowErrorReport[] = [];
  const endpoint = {
    ...endpointThat(next),
    onErrorReport: (report: FlowErrorReport) => reports.push(report),
  };
  const request = {
    version: '3.0',
    action: 'data_exchange',
    screen: 'ORDER',
    flow_token: 't',
    data: { error: 'invalid-screen-transition', error_message: 'No such screen' },
  };
  expect((await ask(request, endpoint)).opened).toEqual({ data: { acknowledged: true } });
  expect(reports).toEqual([
    {
      kind: 'error-report',
      error: 'invalid-screen-transition',
      message: 'No such screen',
      screen: 'ORDER',
      flowToken: 't',
    },
  ]);
});

describe('what is refused', () => {
  test.each([
    ['JSON without an action', '{"version":"3.0"}'],
    ['an action nobody knows', '{"version":"3.0","action":"dance"}'],
    ['no JSON', 'hello'],
  ])('decrypted, but %s: 400', async (_what, plain) => {
    expect(await ask(undefined, endpointThat(next), plain)).toMatchObject({ status: 400, body: '' });
  });

  test('for another key: 421, so that the phone fetches the key anew', async () => {
    const other = await generateFlowKeys();
    const phone = await phoneThatAsks({ version: '3.0', action: 'ping' }, other.publicPem);
    const signature = signBody(phone.body, appSecret);
    expect(await handleFlowRequest({ rawBody: phone.body, signature }, endpointThat(next))).toMatchObject({
      status: 421,
      body: '',
    });
  });

  test('signed, but no encrypted request: 421', async () => {
    for (const text of [
      '',
      'x',
      '{}',
      '[]',
      '{"encrypted_flow_data":"%%","encrypted_aes_key":"","initial_vector":""}',
    ]) {
      const rawBody = Buffer.from(text);
      const signature = signBody(rawBody, appSecret);
      expect((await handleFlowRequest({ rawBody, signature }, endpointThat(next))).status).toBe(421);
    }
  });

  test('not signed by the app: 432, and nothing is decrypted', async () => {
    const phone = await phoneThatAsks({ version: '3.0', action: 'INIT' }, publicPem);
    const seen: FlowExchange[] = [];
    for (const signature of [
      undefined,
      '',
      signBody(phone.body, 'other'),
      signBody(Buffer.from('x'), appSecret),
    ])
      expect(
        await handleFlowRequest({ rawBody: phone.body, signature }, endpointThat(next, seen)),
      ).toMatchObject({ status: 432, body: '' });
    expect(seen).toEqual([]);
  });

  test('with a single bit of the body changed: 432', async () => {
    const phone = await phoneThatAsks({ version: '3.0', action: 'ping' }, publicPem);
    const signature = signBody(phone.body, appSecret);
    await fc.assert(
      fc.asyncProperty(fc.nat(phone.body.length * 8 - 1), async (at) => {
        const rawBody = phone.body.with(at >> 3, (phone.body[at >> 3] ?? 0) ^ (1 << (at & 7)));
        expect((await handleFlowRequest({ rawBody, signature }, endpointThat(next))).status).toBe(432);
      }),
    );
  });

  test('whatever signed bytes come, it never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        async (rawBody) => {
          const signature = signBody(rawBody, appSecret);
          expect((await handleFlowRequest({ rawBody, signature }, endpointThat(next))).status).toBe(421);
        },
      ),
    );
  });
});

test('it serves over HTTP', async () => {
  const server = createServer((request, response) => {
    const pieces: Uint8Array[] = [];
    request.on('data', (piece: Uint8Array) => pieces.push(piece));
    request.on('end', () => {
      const header = request.headers['x-hub-signature-256'];
      const signature = typeof header === 'string' ? header : undefined;
      void handleFlowRequest({ rawBody: Buffer.concat(pieces), signature }, endpointThat(next)).then(
        (answer) => {
          response.writeHead(answer.status, { 'content-type': answer.contentType });
          response.end(answer.body);
        },
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const phone = await phoneThatAsks({ version: '3.0', action: 'INIT', flow_token: 't' }, publicPem);
  const response = await fetch(`http://127.0.0.1:${address.port}`, {
    method: 'POST',
    headers: { 'x-hub-signature-256': signBody(phone.body, appSecret) },
    body: phone.body,
  });
  expect(response.headers.get('content-type')).toBe('text/plain');
  expect(await phone.open(await response.text())).toEqual({ screen: 'DETAILS', data: { total: '12 €' } });
});
