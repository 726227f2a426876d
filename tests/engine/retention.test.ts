import { afterAll, beforeAll, expect, test } from 'vitest';
import { createExpiredDeleter } from '@ambit/server/pipeline/delete-expired';
import { expiringTables } from '@ambit/server/db/expired-rows';
import type { BlobStore } from '@ambit/server/ports/blob-store';
import {
  channelId,
  createShopDatabase,
  noon,
  quietLog,
  receiverOn,
  runDue,
  textFrom,
  workerOn,
} from '../support/engine-fixture.ts';
import type { TestDatabase } from '../support/test-database.ts';

const dayMs = 86_400_000;
let made: TestDatabase;
const removed: string[] = [];
const blobs: BlobStore = {
  put: () => Promise.resolve(),
  get: () => Promise.resolve(undefined),
  remove: (key) => {
    removed.push(key);
    return Promise.resolve();
  },
};

beforeAll(async () => {
  made = await createShopDatabase();
});
afterAll(() => made.drop());

/** Goes once through all tables, as of so many days from now, by both clocks. */
async function deleteAfter(days: number, customers?: number): Promise<void> {
  const step = createExpiredDeleter({
    database: made.database,
    clock: { now: () => noon + days * dayMs },
    machineNow: () => Date.now() + days * dayMs,
    log: quietLog,
    blobs,
    keepDays: { messages: 90, inbox: 30, customers },
    onDeleted: () => undefined,
  });
  for (const _ of expiringTables) await step();
}

async function count(table: string): Promise<number> {
  const found = await made.database.query({ text: `select count(*)::int as n from ${table}` });
  return Number(found.rows[0]?.['n']);
}

async function counts(): Promise<Readonly<Record<string, number>>> {
  const pairs = await Promise.all(
    [...expiringTables, 'media'].map(async (table) => [table, await count(table)] as const),
  );
  return Object.fromEntries(pairs);
}

test('what is handled goes when its time is over, files with their messages; what is not stays', async () => {
  const ingress = receiverOn(made.database);
  const worker = workerOn(made.database, { node: 'a' });
  const photo = {
    ...textFrom({ bsuid: 'US.1' }, 'wamid.photo', ''),
    content: { kind: 'media', medium: 'image', mediaId: 'photo-1' } as const,
  };
  await ingress.receive([textFrom({ bsuid: 'US.1' }, 'wamid.1', 'Where is my order?'), photo]);
  await runDue(worker);
  await made.database.query({
    text: `update media set status = 'copied', blob_key = 'key-1', bytes = 3`,
  });
  await made.database.query({ text: `update outbox set status = 'accepted', message_id = 'm1'` });
  await made.database.query({
    text: `insert into statuses (channel_id, message_id, status, said_at, body)
           values ('${channelId}', 'm1', 'sent', now(), '{}')`,
  });
  // Somebody whose message no turn has taken, and a reply that is still to be sent.
  await ingress.receive([textFrom({ bsuid: 'US.2' }, 'wamid.2', 'What is your return policy?')]);
  await ingress.receive([textFrom({ bsuid: 'US.3' }, 'wamid.3', 'What is your return policy?')]);
  await runDue(worker);
  await ingress.receive([textFrom({ bsuid: 'US.2' }, 'wamid.4', 'Anybody there?')]);
  const before = await counts();
  expect(before).toMatchObject({ inbox: 5, turns: 3, statuses: 1, media: 1 });

  await deleteAfter(29);
  expect(await counts()).toEqual(before);

  await deleteAfter(31);
  expect(await counts()).toEqual({ ...before, inbox: 1, statuses: 0, journal: 0 });
  const left = await made.database.query({ text: 'select message_id from inbox' });
  expect(left.rows).toEqual([{ message_id: 'wamid.4' }]);
  expect(removed).toEqual([]);

  await deleteAfter(91);
  const queued = await made.database.query({
    text: `select count(*)::int as n from outbox where status = 'queued'`,
  });
  expect(queued.rows).toEqual([{ n: 2 }]);
  expect(await counts()).toMatchObject({ messages: 2, turns: 0, inbox: 1, outbox: 2, media: 0 });
  expect(removed).toEqual(['key-1']);
});

test('two nodes never delete at the same time, and rows beyond one stretch are reached', async () => {
  await made.database.query({
    text: `insert into unrouted (reason, body, received_at)
           select 'test', jsonb_build_object('filler', repeat('x', 500)), to_timestamp(0) from generate_series(1, 2500)`,
  });
  const step = createExpiredDeleter({
    database: made.database,
    clock: { now: () => noon },
    machineNow: () => noon,
    log: quietLog,
    blobs,
    keepDays: { messages: 90, inbox: 30 },
    onDeleted: () => undefined,
  });
  const held = Promise.withResolvers<void>();
  const holding = Promise.withResolvers<void>();
  const other = made.database.transaction(async (client) => {
    await client.query({ text: `select pg_advisory_xact_lock(hashtext('ambit.delete-expired'))` });
    holding.resolve();
    await held.promise;
  });
  await holding.promise;
  expect(await step()).toBe(0);
  expect(await count('unrouted')).toBe(2_500);
  held.resolve();
  await other;
  for (let round = 0; round < 12; round += 1) await step();
  expect(await count('unrouted')).toBe(0);
});

test('what was told of appointments and orders goes as well, but not of an appointment that is still to come', async () => {
  const at = (days: number): string => new Date(noon + days * dayMs).toISOString();
  await made.database.query({
    text: `insert into resources (resource_id, resource_no, record) values ('dr', 900, '{}')`,
  });
  for (const [reference, days] of [
    ['PAST', 0],
    ['AHEAD', 100],
  ] as const)
    await made.database.query({
      text: `with made as (
               insert into appointments (reference, resource_id, resource_no, service, starts_at, ends_at, free_at, people, whole)
               values ($1, 'dr', 900, 'Check-up', $2::timestamptz, $2::timestamptz + interval '1 hour', $2::timestamptz + interval '1 hour', 1, true)
               returning appointment_id)
             insert into appointment_news (news_key, about, appointment_id, outcome, recorded_at)
             select 'reminder:' || appointment_id, 'reminder', appointment_id, 'queued', $3 from made`,
      values: [reference, at(days), at(0)],
    });
  await made.database.query({
    text: `with made as (
             insert into orders (order_number, status) values ('N-1', 'processing') returning order_number)
           insert into order_news (news_key, order_number, about, outcome, recorded_at)
           select 'paid:N-1', order_number, 'paid', 'queued', $1 from made`,
    values: [at(0)],
  });
  await deleteAfter(89);
  expect(await counts()).toMatchObject({ appointment_news: 2, order_news: 1 });
  await deleteAfter(91);
  expect(await counts()).toMatchObject({ appointment_news: 1, order_news: 0 });
  await deleteAfter(191);
  expect(await counts()).toMatchObject({ appointment_news: 0 });
  expect(await count('appointments')).toBe(2);
});

test('customers are kept for good unless it is said how long; who wrote or is subscribed stays', async () => {
  const database = made.database;
  await database.query({
    text: `insert into conversations (channel_id, conversation_id, contact_id, last_activity_at)
           select 'other', gen_random_uuid(), contact_id, now() + interval '400 days' from contacts limit 1`,
  });
  await database.query({
    text: `insert into customers (phone, contact_id)
           values ('1', null), ('2', (select contact_id::text from contacts limit 1)), ('3', null), ('4', 'gone')`,
  });
  await database.query({
    text: `insert into subscriptions (subscription_id, contact_phone, plan, status, ends_on)
           values ('S-1', '3', 'Box', 'active', null), ('S-2', '1', 'Box', 'cancelled', current_date)`,
  });
  const left = async (): Promise<readonly unknown[]> =>
    (
      await database.query({
        text: 'select phone as row from customers union all select subscription_id from subscriptions order by 1',
      })
    ).rows.map(({ row }) => row);
  await deleteAfter(366);
  expect(await left()).toHaveLength(6);
  await deleteAfter(366, 365);
  // A subscription goes before its customer.
  expect(await left()).toEqual(['2', '3', 'S-1']);
});
