import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { SendRequest } from '../outbound/send-request.ts';
import { createGraphClient } from './graph-client.ts';
import type { GraphClientOptions } from './graph-client.ts';

const request: SendRequest = {
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: '+15550000001',
  type: 'text',
  text: { body: 'hi' },
};
const accepted = {
  messaging_product: 'whatsapp',
  contacts: [{ input: '+15550000001', wa_id: '15550000001', user_id: 'US.ana' }],
  messages: [{ id: 'wamid.1', message_status: 'accepted' }],
};

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A real server on loopback; gives its address. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

function clientOf(baseUrl: string, options: Partial<GraphClientOptions> = {}) {
  return createGraphClient({
    baseUrl,
    version: 'v24.0',
    phoneNumberId: '106540352242922',
    auth: { header: 'Authorization', value: 'Bearer token' },
    timeoutMs: 5_000,
    ...options,
  });
}
const sendTo = (baseUrl: string, options: Partial<GraphClientOptions> = {}) =>
  clientOf(baseUrl, options).send(request, new AbortController().signal);

const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}): RequestListener =>
  (incoming, outgoing) => {
    incoming.resume();
    incoming.on('end', () => {
      outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
      outgoing.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  };

async function bodyOf(incoming: IncomingMessage): Promise<unknown> {
  incoming.setEncoding('utf8');
  let text = '';
  for await (const chunk of incoming) text += String(chunk);
  return JSON.parse(text);
}

/** Lets the whole request arrive first: the server has it, and then something happens. */
const afterRequest =
  (then: (outgoing: ServerResponse) => void): RequestListener =>
  (incoming, outgoing) => {
    incoming.resume();
    incoming.on('end', () => then(outgoing));
  };

describe('an accepted message', () => {
  test('gives its id and who Meta says the recipient is', async () => {
    expect(await sendTo(await serve(answering(200, accepted)))).toEqual({
      kind: 'accepted',
      messageId: 'wamid.1',
      recipientPhone: '15550000001',
      recipientBsuid: 'US.ana',
      messageStatus: 'accepted',
    });
  });

  test('may be without contacts and status', async () => {
    expect(await sendTo(await serve(answering(200, { messages: [{ id: 'wamid.1' }] })))).toEqual({
      kind: 'accepted',
      messageId: 'wamid.1',
    });
  });

  test('goes to the number of a version, as JSON, with the auth header', async () => {
    const seen: unknown[] = [];
    const baseUrl = await serve((incoming, outgoing) => {
      void bodyOf(incoming).then((body) => {
        seen.push(
          incoming.method,
          incoming.url,
          incoming.headers.authorization,
          incoming.headers['content-type'],
          body,
        );
        outgoing.end(JSON.stringify(accepted));
      });
    });
    await sendTo(`${baseUrl}/`);
    expect(seen).toEqual([
      'POST',
      '/v24.0/106540352242922/messages',
      'Bearer token',
      'application/json',
      request,
    ]);
  });

  test('goes to a provider that has neither version nor number in its path', async () => {
    const seen: unknown[] = [];
    const baseUrl = await serve((incoming, outgoing) => {
      seen.push(incoming.url, incoming.headers['d360-api-key']);
      answering(200, accepted)(incoming, outgoing);
    });
    await sendTo(baseUrl, { version: '', phoneNumberId: '', auth: { header: 'D360-API-KEY', value: 'key' } });
    expect(seen).toEqual(['/messages', 'key']);
  });

  test('uses connections again', async () => {
    const ports = new Set<number | undefined>();
    const baseUrl = await serve((incoming, outgoing) => {
      ports.add(incoming.socket.remotePort);
      answering(200, accepted)(incoming, outgoing);
    });
    const client = clientOf(baseUrl);
    const { signal } = new AbortController();
    for (let n = 0; n < 10; n += 1) await client.send(request, signal);
    // Two rather than one: a connection may come free just after the next message needs it.
    expect(ports.size).toBeLessThanOrEqual(2);
  });
});

describe('a rejected message', () => {
  test("carries Meta's error and what to do about it", async () => {
    const error = {
      message: '(#131047) Re-engagement message',
      type: 'OAuthException',
      code: 131047,
      error_data: { messaging_product: 'whatsapp', details: 'More than 24 hours have passed' },
      fbtrace_id: 'Az8or2',
    };
    expect(await sendTo(await serve(answering(400, { error })))).toEqual({
      kind: 'rejected',
      httpStatus: 400,
      error: {
        kind: 'graph',
        code: 131047,
        message: '(#131047) Re-engagement message',
        details: 'More than 24 hours have passed',
        type: 'OAuthException',
        traceId: 'Az8or2',
      },
      reaction: { kind: 'window-closed' },
    });
  });

  test('with 500 and no Graph error is known not to be accepted, and is tried again', async () => {
    expect(await sendTo(await serve(answering(500, '<html>oops</html>')))).toEqual({
      kind: 'rejected',
      httpStatus: 500,
      error: { kind: 'http', text: '<html>oops</html>' },
      reaction: { kind: 'retry', atLeastMs: 1_000 },
    });
  });

  test('with 429 says how long to wait', async () => {
    expect(await sendTo(await serve(answering(429, '', { 'retry-after': '3' })))).toMatchObject({
      kind: 'rejected',
      httpStatus: 429,
      reaction: { kind: 'slow-number' },
      retryAfterMs: 3_000,
    });
  });

  test('stays rejected when its body is cut short', async () => {
    const baseUrl = await serve(
      afterRequest((outgoing) => {
        outgoing.writeHead(400, { 'content-length': '1000' });
        outgoing.write('{"error":', () => outgoing.destroy());
      }),
    );
    expect(await sendTo(baseUrl)).toMatchObject({ kind: 'rejected', httpStatus: 400 });
  });

  test('is not carried elsewhere by a redirect', async () => {
    const baseUrl = await serve(answering(307, '', { location: 'http://127.0.0.1:9/messages' }));
    expect(await sendTo(baseUrl)).toMatchObject({
      kind: 'rejected',
      httpStatus: 307,
      reaction: { kind: 'fix' },
    });
  });
});

describe('a message known not to have been sent', () => {
  test('met a closed port', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    server.close();
    await once(server, 'close');
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    expect((await sendTo(`http://127.0.0.1:${address.port}`)).kind).toBe('not-sent');
    // By name both addresses of this machine are tried, and both failures must say the same.
    expect((await sendTo(`http://localhost:${address.port}`)).kind).toBe('not-sent');
  });

  test('was for a host that does not exist', async () => {
    expect((await sendTo('http://graph.invalid')).kind).toBe('not-sent');
  });

  test('was called off before it began', async () => {
    const baseUrl = await serve(answering(200, accepted));
    expect((await clientOf(baseUrl).send(request, AbortSignal.abort('shutting down'))).kind).toBe('not-sent');
  });

  test('could not get through the TLS handshake certificate check', async () => {
    const failure = new TypeError('fetch failed', {
      cause: Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    });
    expect((await sendTo('https://example.com', { fetch: () => Promise.reject(failure) })).kind).toBe(
      'not-sent',
    );
  });

  test('did not find a connection in time', async () => {
    const failure = new TypeError('fetch failed', {
      cause: Object.assign(new Error('Connect Timeout Error'), { code: 'UND_ERR_CONNECT_TIMEOUT' }),
    });
    expect((await sendTo('https://example.com', { fetch: () => Promise.reject(failure) })).kind).toBe(
      'not-sent',
    );
  });
});

describe('a message of which nobody knows', () => {
  test('was cut off before any answer', async () => {
    const baseUrl = await serve(afterRequest((outgoing) => outgoing.destroy()));
    expect((await sendTo(baseUrl)).kind).toBe('unknown');
  });

  test('was reset before any answer', async () => {
    const baseUrl = await serve(
      afterRequest((outgoing) => {
        outgoing.socket?.resetAndDestroy();
      }),
    );
    expect((await sendTo(baseUrl)).kind).toBe('unknown');
  });

  test('was cut off in the middle of the answer', async () => {
    const baseUrl = await serve(
      afterRequest((outgoing) => {
        outgoing.writeHead(200, { 'content-length': '1000' });
        outgoing.write('{"messages":[{"id":"wamid.1"', () => outgoing.destroy());
      }),
    );
    expect((await sendTo(baseUrl)).kind).toBe('unknown');
  });

  test('got no answer in time', async () => {
    const baseUrl = await serve(afterRequest(() => undefined));
    const result = await sendTo(baseUrl, { timeoutMs: 100 });
    expect(result).toMatchObject({ kind: 'unknown', cause: { name: 'TimeoutError' } });
  });

  test('got only half an answer in time', async () => {
    const baseUrl = await serve(
      afterRequest((outgoing) => {
        outgoing.writeHead(200);
        outgoing.write('{');
      }),
    );
    expect((await sendTo(baseUrl, { timeoutMs: 100 })).kind).toBe('unknown');
  });

  test('was called off while it was under way', async () => {
    const controller = new AbortController();
    const baseUrl = await serve(afterRequest(() => controller.abort()));
    expect((await clientOf(baseUrl).send(request, controller.signal)).kind).toBe('unknown');
  });

  test.each(['', 'OK', '{}', '{"messages":[]}', '[1]'])('was answered 200 with %j', async (body) => {
    expect((await sendTo(await serve(answering(200, body)))).kind).toBe('unknown');
  });
});

describe('marking as read', () => {
  test('posts the message id and the typing indicator', async () => {
    const seen: unknown[] = [];
    const baseUrl = await serve((incoming, outgoing) => {
      void bodyOf(incoming).then((body) => {
        seen.push(body);
        outgoing.end('{"success":true}');
      });
    });
    const result = await clientOf(baseUrl).markRead(
      { messageId: 'wamid.1', typing: true },
      new AbortController().signal,
    );
    expect(result).toEqual({ kind: 'done' });
    expect(seen).toEqual([
      {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: 'wamid.1',
        typing_indicator: { type: 'text' },
      },
    ]);
  });

  test('can be rejected', async () => {
    const baseUrl = await serve(answering(400, { error: { code: 131009 } }));
    const result = await clientOf(baseUrl).markRead(
      { messageId: 'x', typing: false },
      new AbortController().signal,
    );
    expect(result).toMatchObject({ kind: 'rejected', reaction: { kind: 'fix' } });
  });
});

describe('a wrong configuration', () => {
  test.each(['', 'graph.facebook.com', 'ftp://graph.facebook.com'])(
    'with address %j is named at once',
    (baseUrl) => {
      expect(() => clientOf(baseUrl)).toThrow('is not a web address for the Graph API');
    },
  );

  test('with a token that has a line break is named without quoting the token', () => {
    const auth = { header: 'Authorization', value: 'Bearer se\ncret' };
    expect(() => clientOf('https://example.com', { auth })).toThrow(
      /^(?!.*cret)The auth header "Authorization"/s,
    );
  });
});
