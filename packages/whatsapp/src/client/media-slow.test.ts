import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { serveGraph, type Reply } from '../fixtures/loopback-graph.ts';
import { createMediaClient } from './media-client.ts';

const signal = new AbortController().signal;
const photo = Buffer.from('a photo of a torn sleeve');
const sha256 = createHash('sha256').update(photo).digest('hex');

const accessTo = (baseUrl: string, timeoutMs: number) => ({
  baseUrl,
  version: 'v24.0',
  phoneNumberId: '106540352242922',
  auth: { header: 'Authorization', value: 'Bearer token' },
  timeoutMs,
  retry: { sleep: () => Promise.resolve() },
});

/** A Graph API whose one file is answered so, one reply after the other. */
async function graphWithFile(replies: readonly Reply[], described: object = { sha256 }) {
  let fetched = 0;
  const { baseUrl, asked } = await serveGraph(({ path, headers }) => {
    if (!path.startsWith('/file'))
      return { kind: 'json', json: { url: `http://${headers.host}/file`, ...described } };
    fetched += 1;
    return replies[Math.min(fetched, replies.length) - 1] ?? { kind: 'silent' };
  });
  return { baseUrl, asked, download: (timeoutMs = 5_000) => download(baseUrl, timeoutMs) };
}

const download = (baseUrl: string, timeoutMs: number) =>
  createMediaClient(accessTo(baseUrl, timeoutMs)).download('1', { mostBytes: 1_000 }, signal);

test.each<[string, Reply]>([
  ['was cut before it began', { kind: 'cut', when: 'before' }],
  ['was cut in the middle', { kind: 'cut', when: 'middle' }],
  ['stopped in the middle', { kind: 'stalled' }],
  ['was refused in passing', { kind: 'json', status: 503, json: {} }],
])('a file that %s is fetched again', async (_what, reply) => {
  const { asked, download: get } = await graphWithFile([reply, { kind: 'bytes', bytes: photo }]);
  expect(await get(2_000)).toMatchObject({ kind: 'downloaded', sha256 });
  expect(asked).toHaveLength(3);
});

test('a file that never comes whole is given up', async () => {
  const { asked, download: get } = await graphWithFile([{ kind: 'cut', when: 'middle' }]);
  expect(await get()).toMatchObject({ kind: 'unanswered' });
  expect(asked).toHaveLength(4);
});

test('a damaged file is not fetched again: it would be the same', async () => {
  const { asked, download: get } = await graphWithFile([{ kind: 'bytes', bytes: Buffer.from('else') }]);
  expect(await get()).toMatchObject({ kind: 'damaged' });
  expect(asked).toHaveLength(2);
});

test('a file of another size than Meta says is damaged, if Meta gives no hash', async () => {
  const replies: Reply[] = [{ kind: 'bytes', bytes: photo }];
  const shorter = await graphWithFile(replies, { file_size: photo.length + 1 });
  expect(await shorter.download()).toMatchObject({ kind: 'damaged' });
  const proven = await graphWithFile(replies, { file_size: photo.length + 1, sha256 });
  expect(await proven.download()).toMatchObject({ kind: 'downloaded' });
});

test('a file may take longer than the time-out as long as pieces keep coming', async () => {
  const server = createServer((request, response) => {
    if (request.url !== '/file') {
      response.end(JSON.stringify({ url: `http://${request.headers.host}/file`, sha256 }));
      return;
    }
    response.writeHead(200, { 'content-length': photo.length });
    let at = 0;
    const drip = setInterval(() => {
      response.write(photo.subarray(at, at + 2));
      at += 2;
      if (at >= photo.length) {
        clearInterval(drip);
        response.end();
      }
    }, 250);
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
  expect(await download(`http://127.0.0.1:${address.port}`, 2_500)).toMatchObject({ kind: 'downloaded' });
});
