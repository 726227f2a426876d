import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { createMediaClient } from './media-client.ts';
import { downloadAddress, mayCarryToken } from './media-host.ts';

const photo = Buffer.from('a photo of a torn sleeve');
const hex = createHash('sha256').update(photo).digest('hex');
const base64 = createHash('sha256').update(photo).digest('base64');
const numberId = '106540352242922';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

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

type Plan = {
  described?: Record<string, unknown>;
  fileStatuses?: number[];
  bytes?: Buffer;
  redirect?: string;
  cutAfter?: number;
};

const ownerOf = (baseUrl: string, header = 'Authorization') => ({
  baseUrl: new URL(baseUrl),
  auth: { header, value: 'secret' },
});

/** A Graph API with one file, strict about token and number. `asked`: the paths it was asked for. */
async function graphWith(plan: Plan): Promise<{ baseUrl: string; asked: string[] }> {
  const asked: string[] = [];
  const statuses = [...(plan.fileStatuses ?? [])];
  const baseUrl: string = await serve((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.headers.authorization !== 'Bearer token') {
      response.writeHead(401).end('{"error":{"code":190,"message":"no token"}}');
      return;
    }
    if (request.url === `/v24.0/m1?phone_number_id=${numberId}`) {
      const url = `http://${request.headers.host}/file?asked=${asked.length}`;
      response.end(JSON.stringify({ id: 'm1', url, mime_type: 'image/jpeg', ...plan.described }));
      return;
    }
    if (request.url?.startsWith('/file') === true) answerFile(request);
    else response.writeHead(400).end('{"error":{"code":100,"message":"bad parameter"}}');

    function answerFile(file: IncomingMessage): void {
      const status = statuses.shift() ?? 200;
      if (plan.redirect !== undefined && file.url !== '/file-moved') {
        response.writeHead(302, { location: plan.redirect }).end();
        return;
      }
      const body = plan.bytes ?? photo;
      if (plan.cutAfter !== undefined) {
        response.writeHead(200, { 'content-length': body.length });
        response.write(body.subarray(0, plan.cutAfter), () => response.destroy());
        return;
      }
      response.writeHead(status).end(status === 200 ? body : '');
    }
  });
  return { baseUrl, asked };
}

function download(baseUrl: string, mostBytes = 1_000, timeoutMs = 2_000) {
  return createMediaClient({
    baseUrl,
    version: 'v24.0',
    phoneNumberId: numberId,
    auth: { header: 'Authorization', value: 'Bearer token' },
    timeoutMs,
    retry: { mostAttempts: 1 },
  }).download('m1', { mostBytes }, new AbortController().signal);
}

describe('a file that Meta has', () => {
  test.each([
    ['hex', hex],
    ['base64', base64],
  ])('comes with its bytes, its type and its hash, checked against Meta’s in %s', async (_form, sha256) => {
    const { baseUrl } = await graphWith({ described: { sha256, file_size: String(photo.length) } });
    const result = await download(baseUrl);
    expect(result).toMatchObject({ kind: 'downloaded', mimeType: 'image/jpeg', sha256: hex });
    expect(result.kind === 'downloaded' && Buffer.from(result.bytes).equals(photo)).toBe(true);
  });

  test('is found after a redirect', async () => {
    const { baseUrl } = await graphWith({ redirect: '/file-moved' });
    expect(await download(baseUrl)).toMatchObject({ kind: 'downloaded', sha256: hex });
  });

  test('is asked for again, with a new address, when the address has expired', async () => {
    const { baseUrl, asked } = await graphWith({ fileStatuses: [404] });
    expect(await download(baseUrl)).toMatchObject({ kind: 'downloaded' });
    expect(asked.filter((path) => path.includes('/m1?'))).toHaveLength(2);
    expect(asked.filter((path) => path.includes('/file'))).toEqual([
      'GET /file?asked=1',
      'GET /file?asked=3',
    ]);
  });
});

describe('a file that cannot be had', () => {
  test('is gone when a new address does not lead to it either', async () => {
    const { baseUrl, asked } = await graphWith({ fileStatuses: [404, 404] });
    expect(await download(baseUrl)).toEqual({ kind: 'gone', httpStatus: 404 });
    expect(asked).toHaveLength(4);
  });

  test('is too large by what Meta says of it, before a byte is fetched', async () => {
    const { baseUrl, asked } = await graphWith({ described: { file_size: 1_001 } });
    expect(await download(baseUrl)).toEqual({ kind: 'too-large', mostBytes: 1_000 });
    expect(asked).toHaveLength(1);
  });

  test('is too large by what comes, whatever Meta says of it', async () => {
    const { baseUrl } = await graphWith({ described: { file_size: 5 }, bytes: Buffer.alloc(200_000) });
    expect(await download(baseUrl)).toEqual({ kind: 'too-large', mostBytes: 1_000 });
  });

  test('is damaged when its hash is another', async () => {
    const { baseUrl } = await graphWith({ described: { sha256: hex }, bytes: Buffer.from('else') });
    expect(await download(baseUrl)).toMatchObject({ kind: 'damaged' });
  });

  test('is unanswered when the connection is cut in the middle', async () => {
    const { baseUrl } = await graphWith({ cutAfter: 4 });
    expect(await download(baseUrl)).toMatchObject({ kind: 'unanswered' });
  });

  test('is unanswered when nothing comes in time', async () => {
    const baseUrl = await serve(() => undefined);
    expect(await download(baseUrl, 1_000, 50)).toMatchObject({ kind: 'unanswered' });
  });

  test('is unanswered when the description is not readable', async () => {
    const { baseUrl } = await graphWith({ described: { url: 'not an address' } });
    expect(await download(baseUrl)).toMatchObject({ kind: 'unanswered' });
  });

  test('is rejected with Meta’s code', async () => {
    const { baseUrl } = await graphWith({ fileStatuses: [500] });
    expect(await download(baseUrl)).toMatchObject({ kind: 'rejected', httpStatus: 500 });
    const result = await createMediaClient({
      baseUrl,
      version: 'v24.0',
      phoneNumberId: numberId,
      auth: { header: 'Authorization', value: 'Bearer wrong' },
      timeoutMs: 2_000,
    }).describe('m1', new AbortController().signal);
    expect(result).toMatchObject({ kind: 'rejected', httpStatus: 401, error: { code: 190 } });
  });
});

describe('the token', () => {
  test('is never sent to a foreign host, neither by a description nor by a redirect', async () => {
    const asked: string[] = [];
    const ask: typeof globalThis.fetch = (input) => {
      const url = new URL(input instanceof Request ? input.url : input);
      asked.push(url.host);
      return Promise.resolve(
        url.host === 'graph.facebook.com'
          ? Response.json({ url: 'https://lookaside.fbsbx.com/a' })
          : new Response(null, { status: 302, headers: { location: 'https://evil.example/steal' } }),
      );
    };
    const client = createMediaClient({
      baseUrl: 'https://graph.facebook.com',
      version: 'v24.0',
      phoneNumberId: numberId,
      auth: { header: 'Authorization', value: 'Bearer token' },
      timeoutMs: 2_000,
      fetch: ask,
    });
    const result = await client.download('m1', { mostBytes: 10 }, new AbortController().signal);
    expect(result).toEqual({ kind: 'foreign-host', host: 'evil.example' });
    expect(asked).toEqual(['graph.facebook.com', 'lookaside.fbsbx.com']);
  });

  test.each([
    ['https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1', true],
    ['https://scontent-fra3-1.xx.fbcdn.net/v/1', true],
    ['https://mmg.whatsapp.net/v/1', true],
    ['https://graph.facebook.com/v24.0/1', true],
    ['http://lookaside.fbsbx.com/1', false],
    ['https://lookaside.fbsbx.com.evil.example/1', false],
    ['https://evilfbcdn.net/1', false],
    ['https://fbcdn.net.evil.example/1', false],
    ['https://user:secret@lookaside.fbsbx.com/1', false],
    ['https://lookaside.fbsbx.com:8443/1', false],
    ['http://127.0.0.1:4000/1', false],
    ['http://169.254.169.254/latest', false],
  ])('with Meta’s Graph API: %s %s', (url, allowed) => {
    expect(mayCarryToken(new URL(url), ownerOf('https://graph.facebook.com'))).toBe(allowed);
  });

  test('may go to a provider’s own host, and on this machine when the Graph API is simulated here', () => {
    const provider = ownerOf('https://waba.provider.example', 'X-API-KEY');
    expect(mayCarryToken(new URL('https://waba.provider.example/file'), provider)).toBe(true);
    const simulated = ownerOf('http://127.0.0.1:4102');
    expect(mayCarryToken(new URL('http://localhost:9/file'), simulated)).toBe(true);
    expect(mayCarryToken(new URL('http://10.0.0.1/file'), simulated)).toBe(false);
  });

  test('is not Meta’s to have when it is a provider’s key', () => {
    const provider = ownerOf('https://waba-v2.360dialog.io', 'D360-API-KEY');
    expect(mayCarryToken(new URL('https://lookaside.fbsbx.com/a'), provider)).toBe(false);
  });
});

test('an address of Meta’s is asked for at the provider’s own host when the key is the provider’s', () => {
  const file = new URL('https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&ext=2&hash=x%2By');
  expect(downloadAddress(file, ownerOf('https://waba-v2.360dialog.io', 'D360-API-KEY')).href).toBe(
    'https://waba-v2.360dialog.io/whatsapp_business/attachments/?mid=1&ext=2&hash=x%2By',
  );
  expect(downloadAddress(file, ownerOf('https://graph.facebook.com')).href).toBe(file.href);
  const other = new URL('https://evil.example/a');
  expect(downloadAddress(other, ownerOf('https://waba-v2.360dialog.io', 'D360-API-KEY')).href).toBe(
    other.href,
  );
});
