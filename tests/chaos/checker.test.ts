import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallOutcome, LogEntry } from '@ambit/simulator/sim-log';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { check, counters, type Findings } from './checker.ts';
import { readEvidence, type ChangedAddress, type ClockJump, type OwnPost } from './evidence.ts';
import { watch } from './watch.ts';

/** A checker that finds nothing proves nothing: here every kind of fault is planted into a clean round. */
let made: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  made = await createTestDatabase();
  client = new pg.Client({ connectionString: made.connectionString });
  await client.connect();
  await client.query(watch);
});
afterAll(async () => {
  await client.end();
  await made.drop();
});

const channel = 'whatsapp:106540352242922';
const talk = '00000000-0000-4000-8000-000000000001';
const turn = '00000000-0000-4000-8000-0000000000a1';
const second = '00000000-0000-4000-8000-0000000000a2';
const reply = '00000000-0000-4000-8000-0000000000b1';
const another = '00000000-0000-4000-8000-0000000000b2';
const noon = Date.parse('2026-11-24T12:00:00Z');
const hourMs = 3_600_000;

const draft = (version: number): string =>
  JSON.stringify({
    author: 'agent',
    reason: { kind: 'answer' },
    ownerVersion: version,
    content: { kind: 'text', body: 'It is on its way.' },
  });

/** One customer said two things in two turns, cancelled an order and was answered twice. */
const cleanRound = `
insert into contacts (contact_id) values ('${talk}');
insert into conversations (channel_id, conversation_id, contact_id, bsuid) values ('${channel}', '${talk}', '${talk}', 'US.1');
insert into mailboxes (channel_id, conversation_id, next_seq, handled_seq) values ('${channel}', '${talk}', 3, 2);
insert into inbox (channel_id, conversation_id, seq, message_id, said_at, content)
  values ('${channel}', '${talk}', 1, 'm1', now(), '{}'), ('${channel}', '${talk}', 2, 'm2', now(), '{}');
insert into turns (channel_id, turn_id, conversation_id, from_seq, to_seq, business_version, pack, clock_at, outcome, closed_at)
  values ('${channel}', '${turn}', '${talk}', 1, 1, 1, 'p', now(), '{"kind":"answered"}', now()),
         ('${channel}', '${second}', '${talk}', 2, 2, 1, 'p', now(), '{"kind":"answered"}', now());
insert into outbox (channel_id, outbox_id, conversation_id, ordinal, turn_id, draft, recipient, priority, status, delivery_rank)
  values ('${channel}', '${reply}', '${talk}', 2, '${turn}', '${draft(1)}', '{}', 0, 'accepted', 2),
         ('${channel}', '${another}', '${talk}', 4, '${second}', '${draft(1)}', '{}', 0, 'accepted', 0);
insert into statuses (channel_id, message_id, status, said_at, body) values ('${channel}', 'w1', 'delivered', now(), '{}');
insert into chaos.marks (outbox_id, owner_kind, owner_version) values ('${reply}', 'agent', 1), ('${another}', 'agent', 1);
insert into orders (order_number, status) values ('C-1', 'cancelled');
insert into tool_effects (idempotency_key, tool, output) values ('k1', 'cancel-order', '{"kind":"cancelled","order":{"orderNumber":"C-1"}}');
insert into journal (channel_id, turn_id, call_key, call, result)
  values ('${channel}', '${second}', 'k1', '{"input":{"orderNumber":"C-1"}}', '{}');
insert into timers (channel_id, conversation_id, name, due_at) values ('${channel}', '${talk}', 'later', now() + interval '10 years');
`;

function webhook(value: object): string {
  const metadata = { phone_number_id: '106540352242922' };
  return JSON.stringify({ entry: [{ changes: [{ value: { metadata, ...value } }] }] });
}

function said(id: string, atMs: number): string {
  return webhook({ messages: [{ id, from_user_id: 'US.1', timestamp: String(atMs / 1_000), type: 'text' }] });
}

function delivery(index: number, body: string, atMs = noon): LogEntry {
  return {
    index,
    atMs,
    kind: 'webhook-attempt',
    webhookId: index,
    attempt: 1,
    duplicate: false,
    updates: 1,
    body,
    tookMs: 1,
    outcome: { kind: 'delivered', status: 200 },
  };
}

function accepted(index: number, wamid: string, outboxId: string, atMs = noon, mode?: string): LogEntry {
  const outcome: CallOutcome =
    mode === undefined ? { kind: 'accepted', wamid } : { kind: 'fault', mode, wamid };
  const body = { type: 'text', text: { body: `text of ${outboxId}` }, biz_opaque_callback_data: outboxId };
  return {
    index,
    atMs,
    kind: 'graph-call',
    method: 'POST',
    path: '/v24.0/106540352242922/messages',
    phoneNumberId: '106540352242922',
    body,
    outcome,
  };
}

const cleanLog: readonly LogEntry[] = [
  delivery(1, said('m1', noon)),
  accepted(2, 'w1', reply),
  delivery(3, webhook({ statuses: [{ id: 'w1', status: 'delivered' }] })),
  delivery(4, said('m2', noon + 60_000)),
  accepted(5, 'w2', another, noon + 60_000),
];

const change: ChangedAddress = { key: 'k1', order: 'C-2' };

type Planted = {
  readonly sql?: string;
  readonly log?: readonly LogEntry[];
  readonly posts?: readonly OwnPost[];
  readonly jumps?: readonly ClockJump[];
  readonly changes?: readonly ChangedAddress[];
};

async function checked(planted: Planted): Promise<Findings> {
  await client.query('begin');
  try {
    await client.query(cleanRound);
    await client.query(planted.sql ?? '');
    return check(
      await readEvidence(client, {
        log: planted.log ?? cleanLog,
        posts: planted.posts ?? [],
        jumps: planted.jumps ?? [],
        changes: planted.changes ?? [],
        simulatorNow: noon + hourMs,
      }),
    );
  } finally {
    await client.query('rollback');
  }
}

test('a clean round gives zeros', async () => {
  const clean = Object.fromEntries(Object.keys(counters).map((name) => [name, []]));
  expect(await checked({})).toEqual(clean);
});

const late = noon + 60_000 + 24 * hourMs;
const faults: readonly (readonly [keyof Findings, string, Planted])[] = [
  [
    'withoutOutcome',
    'a message that was acknowledged and never stored',
    { log: [...cleanLog, delivery(6, said('m3', noon))] },
  ],
  [
    'withoutOutcome',
    'a message whose turn never closed',
    { sql: `update turns set closed_at = null where turn_id = '${second}'` },
  ],
  [
    'withoutOutcome',
    'a turn without an outcome',
    { sql: `update turns set outcome = null where turn_id = '${second}'` },
  ],
  ['statusesLost', 'a status that was acknowledged and not kept', { sql: 'delete from statuses' }],
  ['statusesLost', 'a status that moved nothing', { sql: 'update outbox set delivery_rank = 1' }],
  ['repliesDoubled', 'a send that was accepted twice', { log: [...cleanLog, accepted(6, 'w3', another)] }],
  [
    'repliesDoubled',
    'a send accepted once more while its answer was lost',
    { log: [...cleanLog, accepted(6, 'w3', another, noon, 'cut-after')] },
  ],
  [
    'unrecorded',
    'an accepted send the outbox would send again',
    { sql: `update outbox set status = 'retry' where outbox_id = '${another}'` },
  ],
  [
    'unrecorded',
    'an accepted send the outbox does not know',
    { sql: `delete from outbox where outbox_id = '${another}'` },
  ],
  ['unrecorded', 'an acceptance that never was', { log: cleanLog.slice(0, 4) }],
  [
    'orderBroken',
    'replies out of the order of their turns',
    { sql: `update outbox set ordinal = 1 where outbox_id = '${another}'` },
  ],
  ['orderBroken', 'turns that overlap', { sql: `update turns set to_seq = 2 where turn_id = '${turn}'` }],
  [
    'orderBroken',
    'turns that leave a message out',
    { sql: `update turns set from_seq = 3, to_seq = 3 where turn_id = '${second}'` },
  ],
  ['orderBroken', 'a gap in the sequence', { sql: `delete from inbox where seq = 1` }],
  ['orderBroken', 'a message that is there twice', { sql: `update inbox set message_id = 'm1'` }],
  [
    'effectsTwice',
    'an order with two effects',
    { sql: `insert into tool_effects select 'k2', tool, output from tool_effects` },
  ],
  [
    'effectsTwice',
    'one confirmation under two keys',
    { sql: `insert into journal select channel_id, turn_id, 'k2', call, result from journal` },
  ],
  ['effectsTwice', 'a call that the back end did twice', { changes: [change, change] }],
  ['effectsTwice', 'one thing done under two keys', { changes: [change, { ...change, key: 'k2' }] }],
  ['effectsTwice', 'an effect that is not there', { sql: `update orders set status = 'processing'` }],
  [
    'sentAfterTakeOver',
    'a send marked after a take-over',
    { sql: `update chaos.marks set owner_kind = 'people', owner_version = 2 where outbox_id = '${another}'` },
  ],
  [
    'sentAfterTakeOver',
    'a draft from before a take-over and a giving back',
    { sql: `update chaos.marks set owner_version = 3 where outbox_id = '${another}'` },
  ],
  ['sentAfterTakeOver', 'a send that nobody marked', { sql: 'delete from chaos.marks' }],
  [
    'sentOutsideWindow',
    'a reply a day late',
    { log: [...cleanLog.slice(0, 4), accepted(5, 'w2', another, late)] },
  ],
  [
    'sentOutsideWindow',
    'a reply long after the clock has jumped',
    {
      log: [...cleanLog.slice(0, 4), accepted(5, 'w2', another, late + 60_000)],
      jumps: [{ afterIndex: 4, byMs: 24 * hourMs, toMs: noon + 60_000 + 24 * hourMs }],
    },
  ],
  [
    'forgedTaken',
    'a forged message that was acknowledged',
    { posts: [{ body: said('wamid.x', noon), status: 200, forged: true }] },
  ],
  [
    'untold',
    'a failed send nobody was told of',
    { sql: `update outbox set status = 'failed' where outbox_id = '${another}'` },
  ],
  ['stuck', 'a mailbox that waits', { sql: 'update mailboxes set wake_at = now()' }],
  ['stuck', 'a lease that is held', { sql: `update mailboxes set lease_node = 'gone'` }],
  [
    'stuck',
    'a send that was never finished',
    { sql: `update outbox set status = 'sending' where outbox_id = '${another}'` },
  ],
  [
    'stuck',
    'an unknown send nobody was told of',
    { sql: `update outbox set status = 'unknown' where outbox_id = '${another}'` },
  ],
  ['stuck', 'a timer that did not fire', { sql: `update timers set due_at = to_timestamp(0)` }],
  ['stuck', 'a call that never settled', { sql: 'update journal set result = null' }],
  [
    'stuck',
    'a file nobody copies',
    {
      sql: `insert into media (channel_id, media_id, conversation_id, message_id, due_at)
            values ('${channel}', 'f', '${talk}', 'm1', now() - interval '1 minute')`,
    },
  ],
];

test.each(faults)('%s finds %s', async (counter, _, planted) => {
  expect((await checked(planted))[counter]).not.toEqual([]);
});

test('every counter is put to the test', () => {
  expect(new Set(faults.map(([counter]) => counter))).toEqual(new Set(Object.keys(counters)));
});

test('a reply sent just as the clock jumps is not late: the server could not know', async () => {
  const log = [...cleanLog.slice(0, 4), accepted(5, 'w2', another, noon + 61_000 + 24 * hourMs)];
  const findings = await checked({
    log,
    jumps: [{ afterIndex: 4, byMs: 24 * hourMs, toMs: noon + 60_000 + 24 * hourMs }],
  });
  expect(findings.sentOutsideWindow).toEqual([]);
});
