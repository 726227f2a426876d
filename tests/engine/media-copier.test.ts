import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { claimMedia, findMediaState, recordMedia } from '@ambit/server/db/media';
import { createMediaCopier, type MediaCopier } from '@ambit/server/pipeline/copy-media';
import type { BlobStore } from '@ambit/server/ports/blob-store';
import type { FetchedMedia } from '@ambit/server/ports/media-source';
import {
  address,
  channelId,
  createShopDatabase,
  noon,
  quietLog,
  receiverOn,
} from '../support/engine-fixture.ts';
import { eventually } from '../support/running-stack.ts';
import type { TestDatabase } from '../support/test-database.ts';

let made: TestDatabase;
beforeAll(async () => {
  made = await createShopDatabase();
});
afterAll(() => made.drop());

const photo: FetchedMedia = {
  kind: 'fetched',
  bytes: new Uint8Array([1, 2, 3]),
  mimeType: 'image/png',
  sha256: '00',
};
const kept = new Map<string, Uint8Array>();
const blobs: BlobStore = {
  put: (key, bytes) => Promise.resolve(void kept.set(key, bytes)),
  get: () => Promise.resolve(undefined),
  remove: (key) => Promise.resolve(void kept.delete(key)),
};

let copiers: MediaCopier[] = [];
beforeEach(() => kept.clear());
afterEach(async () => {
  for (const copier of copiers) await copier.stop();
  copiers = [];
  await made.database.query({ text: 'delete from media' });
});

function copierOf(fetchMedia: (signal: AbortSignal) => Promise<FetchedMedia>, store = blobs): MediaCopier {
  let keys = 0;
  const copier = createMediaCopier({
    database: made.database,
    log: quietLog,
    settings: { mediaRetryMs: 2_000, mostMediaAttempts: 8 },
    sources: new Map([[channelId, { fetchMedia: (_id, _most, signal) => fetchMedia(signal) }]]),
    blobs: store,
    newKey: () => `key${(keys += 1)}`,
    onFreed: () => undefined,
  });
  copiers.push(copier);
  return copier;
}

let sent = 0;
async function sendPhoto(): Promise<void> {
  sent += 1;
  await receiverOn(made.database).receive([
    {
      kind: 'message',
      address,
      sender: { bsuid: 'US.777' },
      messageId: `wamid.photo.${sent}`,
      at: noon,
      content: { kind: 'media', medium: 'image', mediaId: `photo-${sent}` },
    },
  ]);
}

async function row() {
  const found = await made.database.query({
    text: `select status, attempts, blob_key, error, extract(epoch from (due_at - now())) as due_s from media`,
  });
  return found.rows[0] ?? {};
}
const change = (set: string) => made.database.query({ text: `update media set ${set}` });
const becomes = (status: string) =>
  eventually(async () => ((await row())['status'] === status ? row() : undefined), `status ${status}`);

test('a text wants no file', async () => {
  await receiverOn(made.database).receive([
    {
      kind: 'message',
      address,
      sender: { bsuid: 'US.777' },
      messageId: 'wamid.t',
      at: noon,
      content: { kind: 'text', body: 'hi' },
    },
  ]);
  expect(await row()).toEqual({});
});

test('the waits double from two seconds', async () => {
  await sendPhoto();
  const copier = copierOf(() =>
    Promise.resolve({ kind: 'failed', reason: 'away', hopeless: false, retryAfterMs: undefined }),
  );
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 7; attempt += 1) {
    await copier.copyDue();
    const failed = await eventually(async () => {
      const now = await row();
      return now['status'] === 'failed' && now['attempts'] === attempt && Number(now['due_s']) < 170
        ? now
        : undefined;
    }, `attempt ${attempt}`);
    // A little of the wait is over when it is read.
    waits.push(2 ** Math.ceil(Math.log2(Number(failed['due_s']))));
    await change("due_at = now() - interval '1 s'");
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128]);
  await copier.copyDue();
  expect(await becomes('given-up')).toMatchObject({ attempts: 8, error: 'away' });
});

test('a hopeless file, and one Meta keeps no longer, is given up at once', async () => {
  await sendPhoto();
  await copierOf(() =>
    Promise.resolve({ kind: 'failed', reason: 'too large', hopeless: true, retryAfterMs: undefined }),
  ).copyDue();
  expect(await becomes('given-up')).toMatchObject({ attempts: 1 });
  await change("status = 'failed', attempts = 0, due_at = now(), wanted_at = now() - interval '7 days'");
  await copierOf(() =>
    Promise.resolve({ kind: 'failed', reason: 'gone', hopeless: false, retryAfterMs: undefined }),
  ).copyDue();
  expect(await becomes('given-up')).toMatchObject({ attempts: 1, error: 'gone' });
});

test('a file whose node died is copied by another once its lease is over, and what the dead one says late counts nothing', async () => {
  await sendPhoto();
  const [dead] = await claimMedia(made.database, 1, 60_000);
  const copier = copierOf(() => Promise.resolve(photo));
  expect(await copier.copyDue()).toBe(0);
  await change('due_at = now()');
  expect(await copier.copyDue()).toBe(1);
  expect(await becomes('copied')).toMatchObject({ attempts: 2, blob_key: 'key1' });
  if (dead === undefined) throw new Error('nothing was claimed');
  expect(await recordMedia(made.database, dead, { kind: 'given-up', error: 'late' })).toBe(false);
  expect(await row()).toMatchObject({ status: 'copied' });
});

test('a copy that came after its lease leaves no blob behind', async () => {
  await sendPhoto();
  const coming = Promise.withResolvers<FetchedMedia>();
  const slow = copierOf(() => coming.promise);
  await slow.copyDue();
  await change('due_at = now()');
  const [taken] = await claimMedia(made.database, 1, 60_000);
  coming.resolve(photo);
  await slow.stop();
  expect(taken?.attempt).toBe(2);
  expect([...kept.keys()]).toEqual([]);
  expect(await row()).toMatchObject({ status: 'wanted', attempts: 2 });
});

test('a file that cannot be kept is tried again, with the reason', async () => {
  await sendPhoto();
  const full: BlobStore = { ...blobs, put: () => Promise.reject(new Error('no space left on device')) };
  await copierOf(() => Promise.resolve(photo), full).copyDue();
  expect(await becomes('failed')).toMatchObject({ error: 'no space left on device' });
});

test('a node that stops gives back what it was copying', async () => {
  await sendPhoto();
  const copier = copierOf(
    (signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () =>
          resolve({ kind: 'failed', reason: 'stopped', hopeless: false, retryAfterMs: undefined }),
        );
      }),
  );
  await copier.copyDue();
  await copier.stop();
  const after = await row();
  expect(after).toMatchObject({ status: 'wanted', attempts: 0 });
  expect(Number(after['due_s'])).toBeLessThanOrEqual(0);
});

test('a file that is copied while somebody looks for it is not lost', async () => {
  await sendPhoto();
  const copier = copierOf(() => Promise.resolve(photo));
  const slowly: Pick<typeof made.database, 'query'> = {
    query: async (statement) => {
      const seen = await made.database.query(statement);
      await copier.copyDue();
      await becomes('copied');
      return seen;
    },
  };
  expect(await findMediaState(slowly, channelId, `photo-${sent}`)).toEqual({ kind: 'coming' });
  expect(await findMediaState(made.database, channelId, `photo-${sent}`)).toMatchObject({ kind: 'copied' });
});
