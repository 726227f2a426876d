import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerAction } from '@ambit/simulator/customer-action';
import { eventually, startTestStack, type RunningStack } from '../support/running-stack.ts';
import { channelId } from '../support/engine-fixture.ts';

let stack: RunningStack;
beforeAll(async () => {
  stack = await startTestStack({ patience: { mediaRetryMs: 20, mostMediaAttempts: 3 } });
});
afterAll(() => stack.stop());

const sql = async (text: string, values: unknown[] = []) =>
  (await stack.made.database.query({ text, values })).rows;

let made = 0;
function newCustomer(): string {
  made += 1;
  const id = `m${made}`;
  const phone = `1555200000${made}`;
  stack.simulator.control.addCustomer({ id, name: `Customer ${made}`, phone, userId: `US.8${made}` });
  return id;
}

function send(customer: string, ...actions: readonly CustomerAction[]): readonly string[] {
  const done = stack.simulator.control.act(actions.map((action) => ({ customer, action })));
  if (done.kind !== 'done') throw new Error(`no customer "${customer}"`);
  return done.wamids;
}

async function upload(mimeType: string, bytes: Buffer): Promise<string> {
  const response = await fetch(`${stack.simulator.url}/sim/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stack.token}`, 'content-type': mimeType },
    body: Uint8Array.from(bytes),
  });
  const answer: unknown = await response.json();
  if (typeof answer !== 'object' || answer === null || !('id' in answer)) throw new Error('not uploaded');
  return String(answer.id);
}

function settledMedia(messageId: string | undefined, status = 'copied') {
  return eventually(
    async () =>
      (await sql('select * from media where message_id = $1 and status = $2', [messageId, status]))[0],
    `the file of ${messageId} to be ${status}`,
  );
}

const mediaUrl = (mediaId: unknown): string =>
  `${stack.server.deskUrl}/api/media/${encodeURIComponent(channelId)}/${String(mediaId)}`;

const fromDesk = (mediaId: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(mediaUrl(mediaId), { headers: { authorization: `Bearer ${stack.token}`, ...headers } });

/** How often the simulated Cloud API was asked for what a path names. */
function asked(part: string): number {
  return stack.simulator.control
    .log(0, 10_000)
    .entries.filter((entry) => entry.kind === 'graph-call' && entry.path.includes(part)).length;
}

test.each([
  { kind: 'image', caption: 'torn sleeve' },
  { kind: 'video' },
  { kind: 'audio' },
  { kind: 'document', filename: 'receipt.pdf' },
  { kind: 'sticker' },
] as const)('a customer’s $kind is copied as it was sent', async (action) => {
  const [messageId] = send(newCustomer(), action);
  const row = await settledMedia(messageId);
  const given = await fetch(`${stack.simulator.url}/sim/media/${String(row['media_id'])}`, {
    headers: { authorization: `Bearer ${stack.token}` },
  });
  const original = Buffer.from(await given.arrayBuffer());
  const copy = Buffer.from(await (await fromDesk(row['media_id'])).arrayBuffer());
  expect(copy.equals(original)).toBe(true);
  expect(row).toMatchObject({
    bytes: String(original.length),
    sha256: createHash('sha256').update(original).digest('hex'),
    attempts: 1,
    error: null,
  });
});

test('a file whose address has expired is had from a new one', async () => {
  stack.simulator.control.failNext({ what: 'media', count: 1, mode: 'error', httpStatus: 404 });
  const [messageId] = send(newCustomer(), { kind: 'image' });
  const row = await settledMedia(messageId);
  expect(row['attempts']).toBe(1);
  expect(asked(`/media-files/${String(row['media_id'])}`)).toBe(2);
});

test('a file that cannot be had at first is had later, and the customer is answered meanwhile', async () => {
  stack.simulator.control.failNext({ what: 'media', count: 1, mode: 'error', httpStatus: 503 });
  stack.simulator.control.failNext({ what: 'media', count: 1, mode: 'cut-before' });
  const customer = newCustomer();
  const [messageId = ''] = send(customer, { kind: 'image', caption: 'What is your return policy?' });
  expect((await stack.settled(messageId)).outcome).toMatchObject({ kind: 'answered' });
  expect((await settledMedia(messageId))['attempts']).toBe(3);
});

test('a file that never comes is given up, people are told, and the conversation goes on', async () => {
  stack.simulator.control.failNext({ what: 'media', count: 3, mode: 'error', httpStatus: 500 });
  const customer = newCustomer();
  const [messageId = ''] = send(customer, { kind: 'document', filename: 'a.pdf' });
  const row = await settledMedia(messageId, 'given-up');
  expect(row).toMatchObject({ attempts: 3, blob_key: null, error: 'Planned by the simulator.' });
  expect(
    await sql('select kind from alarms where conversation_id = $1 and cleared_at is null and kind like $2', [
      row['conversation_id'],
      'media%',
    ]),
  ).toEqual([{ kind: 'media-given-up' }]);
  expect((await fromDesk(row['media_id'])).status).toBe(404);
  await stack.settled(messageId);
  expect((await stack.settled(stack.say(customer, 'What is your return policy?'))).outcome).toBeDefined();
});

test('the same webhook many times copies a file once', async () => {
  const chaos = { duplicate: 4, reorder: false, batch: 0, dropFirstAttempts: 0 };
  stack.simulator.control.setChaos({ ...chaos, delayMs: [0, 0] });
  const [messageId] = send(newCustomer(), { kind: 'image' }, { kind: 'image' });
  const row = await settledMedia(messageId);
  await eventually(
    () => (stack.simulator.control.state().webhooks.waiting === 0 ? true : undefined),
    'all webhooks to be posted',
  );
  stack.simulator.control.setChaos({ ...chaos, duplicate: 0, delayMs: [0, 0] });
  expect(row['attempts']).toBe(1);
  expect(asked(`/media-files/${String(row['media_id'])}`)).toBe(1);
  expect(await sql('select 1 from media where message_id = $1', [messageId])).toHaveLength(1);
});

test('more files than are copied at once are all copied', async () => {
  const wamids = send(newCustomer(), ...Array.from({ length: 12 }, () => ({ kind: 'image' }) as const));
  for (const messageId of wamids) await settledMedia(messageId);
});

test('two nodes copy each file once', async () => {
  await stack.addNode('worker');
  const wamids = send(newCustomer(), ...Array.from({ length: 8 }, () => ({ kind: 'sticker' }) as const));
  for (const messageId of wamids) {
    const row = await settledMedia(messageId);
    expect(row['attempts']).toBe(1);
  }
});

test('the desk shows a photo in a sandbox, in parts if asked, and to nobody without the token', async () => {
  const photo = Buffer.from('\x89PNG\r\n\x1a\n0123456789', 'latin1');
  const mediaId = await upload('image/png', photo);
  await settledMedia(send(newCustomer(), { kind: 'image', mediaId })[0]);
  const whole = await fromDesk(mediaId);
  expect(whole.status).toBe(200);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'inline',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600',
    'content-length': String(photo.length),
  });
  expect(Buffer.from(await whole.arrayBuffer()).equals(photo)).toBe(true);
  const part = await fromDesk(mediaId, { range: 'bytes=8-11' });
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
    206,
    'bytes 8-11/18',
    '0123',
  ]);
  expect(await (await fromDesk(mediaId, { range: 'bytes=-3' })).text()).toBe('789');
  expect((await fromDesk(mediaId, { range: 'bytes=18-' })).status).toBe(416);
  expect((await fetch(mediaUrl(mediaId))).status).toBe(401);
  expect((await fromDesk('nothing')).status).toBe(404);
});

test('a file that could hold a script is only for saving', async () => {
  const mediaId = await upload('image/svg+xml', Buffer.from('<svg onload="alert(1)"/>'));
  await settledMedia(send(newCustomer(), { kind: 'image', mediaId })[0]);
  const served = await fromDesk(mediaId);
  expect(served.headers.get('content-type')).toBe('application/octet-stream');
  expect(served.headers.get('content-disposition')).toBe('attachment');
  await served.body?.cancel();
});

test('a photo the customer took back is shown to nobody', async () => {
  const customer = newCustomer();
  const [messageId = ''] = send(customer, { kind: 'image' });
  const row = await settledMedia(messageId);
  await stack.settled(messageId);
  const [revokeId = ''] = send(customer, { kind: 'revoke', messageId });
  await stack.settled(revokeId);
  expect((await fromDesk(row['media_id'])).status).toBe(404);
});
