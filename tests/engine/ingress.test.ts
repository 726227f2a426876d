import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { channelId, createShopDatabase, noon, receiverOn, textFrom } from '../support/engine-fixture.ts';
import type { TestDatabase } from '../support/test-database.ts';

let made: TestDatabase;
beforeAll(async () => {
  made = await createShopDatabase();
});
afterAll(() => made.drop());

const InboxRow = z.object({ seq: z.coerce.number(), message_id: z.string(), body: z.string().nullable() });

async function inboxOf(bsuid: string) {
  const found = await made.database.query({
    text: `select i.seq, i.message_id, i.content->>'body' as body from inbox i
             join conversations v using (channel_id, conversation_id) where v.bsuid = $1 order by i.seq`,
    values: [bsuid],
  });
  return found.rows.map((row) => InboxRow.parse(row));
}

async function conversationOf(kind: 'bsuid' | 'phone', value: string): Promise<string | undefined> {
  const found = await made.database.query({
    text: 'select conversation_id from identities where channel_id = $1 and kind = $2 and value = $3',
    values: [channelId, kind, value],
  });
  return z.object({ conversation_id: z.string() }).optional().parse(found.rows[0])?.conversation_id;
}

test('a message that comes again, in the same webhook, a later one or on another node, is stored once', async () => {
  const sender = { bsuid: 'US.1', phone: '15550000001' };
  const message = textFrom(sender, 'wamid.once', 'hello');
  const [one, two] = [receiverOn(made.database), receiverOn(made.database)];
  await Promise.all([one.receive([message, message]), two.receive([message]), one.receive([message])]);
  await two.receive([message]);
  expect(await inboxOf('US.1')).toEqual([{ seq: 1, message_id: 'wamid.once', body: 'hello' }]);
});

test('copies of a message within one group are told of: the database never sees them', async () => {
  let repeats = 0;
  const node = receiverOn(made.database, 0, (count) => {
    repeats += count;
  });
  const message = textFrom({ bsuid: 'US.3', phone: '15550000003' }, 'wamid.thrice', 'hello');
  await node.receive([message, message, message]);
  expect(repeats).toBe(2);
});

test('a message that comes again keeps the place it had', async () => {
  const sender = { bsuid: 'US.2', phone: '15550000002' };
  const node = receiverOn(made.database);
  await node.receive([textFrom(sender, 'wamid.known', 'hello')]);
  const [first, second] = [
    textFrom(sender, 'wamid.again.1', 'one'),
    textFrom(sender, 'wamid.again.2', 'two'),
  ];
  await Promise.all([first, second, first].map((message) => node.receive([message])));
  expect((await inboxOf('US.2')).map((row) => row.body)).toEqual(['hello', 'one', 'two']);
});

test('sequence numbers have no gaps and lose nothing, however many nodes write at once', async () => {
  const nodes = [receiverOn(made.database), receiverOn(made.database), receiverOn(made.database)];
  const senders = ['US.10', 'US.11', 'US.12', 'US.13', 'US.14'];
  await Promise.all(
    nodes.flatMap((node, part) =>
      Array.from({ length: 200 }, (_, n) => {
        const bsuid = senders[n % senders.length] ?? 'US.10';
        return node.receive([textFrom({ bsuid }, `wamid.many.${part}.${n}`, `m${n}`)]);
      }),
    ),
  );
  for (const bsuid of senders) {
    const rows = await inboxOf(bsuid);
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
  }
});

test('within one webhook the order is that of the timestamps', async () => {
  const sender = { bsuid: 'US.20' };
  await receiverOn(made.database).receive([
    textFrom(sender, 'wamid.c', 'third', noon + 3_000),
    textFrom(sender, 'wamid.a', 'first', noon + 1_000),
    textFrom(sender, 'wamid.b', 'second', noon + 2_000),
  ]);
  expect((await inboxOf('US.20')).map((row) => row.body)).toEqual(['first', 'second', 'third']);
});

test('text the database cannot hold is kept with replacement characters, and loses no neighbour', async () => {
  const sender = { bsuid: 'US.21' };
  await receiverOn(made.database).receive([
    textFrom(sender, 'wamid.nul', 'nul \0 here'),
    textFrom(sender, 'wamid.half', 'half \uD83D pair'),
    textFrom(sender, 'wamid.fine', String.raw`a written \u0000 stays`),
  ]);
  expect((await inboxOf('US.21')).map((row) => row.body)).toEqual([
    'nul \uFFFD here',
    'half \uFFFD pair',
    String.raw`a written \u0000 stays`,
  ]);
});

test('what is nested too deep to be written is left out, and loses no neighbour', async () => {
  const deep: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));
  await receiverOn(made.database).receive([
    { ...textFrom({ bsuid: 'US.22' }, 'wamid.deep', 'deep'), raw: { deep } },
    textFrom({ bsuid: 'US.22' }, 'wamid.beside-deep', 'beside'),
    { kind: 'other', field: 'deep', raw: { deep } },
  ]);
  expect((await inboxOf('US.22')).map((row) => row.body)).toEqual(['deep', 'beside']);
  const kept = await made.database.query({
    text: "select body::text like '%levels deep%' as cut from unrouted where field = 'deep'",
  });
  expect(kept.rows).toEqual([{ cut: true }]);
});

test('a message that no table takes is kept with the unrouted, and loses no neighbour', async () => {
  const endless = Array.from({ length: 3_000 }, (_, n) => ((n * 7_919) % 36).toString(36) + String(n)).join(
    '',
  );
  await receiverOn(made.database).receive([
    textFrom({ bsuid: 'US.23' }, endless, 'endless'),
    textFrom({ bsuid: 'US.23' }, 'wamid.beside-endless', 'beside'),
  ]);
  expect((await inboxOf('US.23')).map((row) => row.body)).toEqual(['beside']);
  const kept = await made.database.query({
    text: "select body->'content'->>'body' as body from unrouted where reason = 'cannot be stored'",
  });
  expect(kept.rows).toEqual([{ body: 'endless' }]);
});

test('the BSUID finds a person first, the phone second, and digits are never stripped', async () => {
  const receiver = receiverOn(made.database);
  await receiver.receive([textFrom({ bsuid: 'US.30.007', phone: '0015550000030' }, 'wamid.30a', 'a')]);
  await receiver.receive([textFrom({ phone: '0015550000030' }, 'wamid.30b', 'b')]);
  await receiver.receive([textFrom({ bsuid: 'US.30.007' }, 'wamid.30c', 'c')]);
  expect((await inboxOf('US.30.007')).map((row) => row.body)).toEqual(['a', 'b', 'c']);
  expect(await conversationOf('phone', '15550000030')).toBeUndefined();
});

test('a known phone that comes with another BSUID is a new person, and the phone is theirs', async () => {
  const receiver = receiverOn(made.database);
  await receiver.receive([textFrom({ bsuid: 'BR.1', phone: '5511900000001' }, 'wamid.40a', 'old owner')]);
  const before = await conversationOf('phone', '5511900000001');
  await receiver.receive([textFrom({ bsuid: 'BR.2', phone: '5511900000001' }, 'wamid.40b', 'new owner')]);
  expect(await conversationOf('phone', '5511900000001')).not.toBe(before);
  expect((await inboxOf('BR.1')).map((row) => row.body)).toEqual(['old owner']);
  expect((await inboxOf('BR.2')).map((row) => row.body)).toEqual(['new owner']);
  const old = await made.database.query({ text: "select phone from conversations where bsuid = 'BR.1'" });
  expect(old.rows).toEqual([{ phone: null }]);
});

test('a phone known without a BSUID gets the BSUID that comes with it', async () => {
  const receiver = receiverOn(made.database);
  await receiver.receive([textFrom({ phone: '447700900777' }, 'wamid.50a', 'a')]);
  await receiver.receive([textFrom({ phone: '447700900777', bsuid: 'GB.7' }, 'wamid.50b', 'b')]);
  expect((await inboxOf('GB.7')).map((row) => row.body)).toEqual(['a', 'b']);
});

test('a number that Meta says has changed leads to the same conversation', async () => {
  const receiver = receiverOn(made.database);
  await receiver.receive([textFrom({ bsuid: 'ID.1', phone: '628110000001' }, 'wamid.60a', 'before')]);
  const before = await conversationOf('bsuid', 'ID.1');
  await receiver.receive([
    {
      kind: 'message',
      address: '106540352242922',
      sender: { bsuid: 'ID.2', phone: '628110000002' },
      linkedTo: { bsuid: 'ID.1', phone: '628110000001' },
      messageId: 'wamid.60b',
      at: noon,
      content: { kind: 'system', what: 'user_changed_number' },
    },
  ]);
  await receiver.receive([textFrom({ bsuid: 'ID.2', phone: '628110000002' }, 'wamid.60c', 'after')]);
  expect(await conversationOf('bsuid', 'ID.2')).toBe(before);
  expect(await conversationOf('phone', '628110000002')).toBe(before);
});

test('two nodes that meet the same newcomer at once make one conversation', async () => {
  const nodes = Array.from({ length: 6 }, () => receiverOn(made.database));
  await Promise.all(
    nodes.map((node, n) =>
      node.receive([textFrom({ bsuid: 'AE.1', phone: '97150000001' }, `wamid.70${n}`, `${n}`)]),
    ),
  );
  expect(await inboxOf('AE.1')).toHaveLength(6);
});

test('people met for the first time at the same moment, on several nodes, have a conversation each', async () => {
  const nodes = Array.from({ length: 4 }, () => receiverOn(made.database));
  const people = Array.from({ length: 60 }, (_, n) => ({
    bsuid: `IN.${n}`,
    phone: `91980000${String(n).padStart(4, '0')}`,
    profileName: `Person ${n}`,
    username: `person.${n}`,
  }));
  await Promise.all(
    nodes.map((node, part) =>
      node.receive(people.map((sender, n) => textFrom(sender, `wamid.new.${part}.${n}`, 'hello'))),
    ),
  );
  const stored = await made.database.query({
    text: `select v.bsuid, v.phone, c.profile_name as "profileName", c.username,
                  (select count(*)::int from inbox i where i.conversation_id = v.conversation_id) as messages,
                  (select count(*)::int from identities i where i.conversation_id = v.conversation_id) as identities
             from conversations v join contacts c using (contact_id) where v.bsuid like 'IN.%'`,
  });
  const byName = new Map(stored.rows.map((row) => [row['bsuid'], row]));
  expect(stored.rows).toHaveLength(people.length);
  for (const person of people)
    expect(byName.get(person.bsuid)).toEqual({ ...person, messages: 4, identities: 2 });
});

test('of two newcomers with one phone in one webhook, it belongs to the later', async () => {
  await receiverOn(made.database).receive([
    textFrom({ bsuid: 'MX.1', phone: '5215500000001' }, 'wamid.mx1', 'first', noon),
    textFrom({ bsuid: 'MX.2', phone: '5215500000001' }, 'wamid.mx2', 'second', noon + 1_000),
  ]);
  expect((await inboxOf('MX.1')).map((row) => row.body)).toEqual(['first']);
  expect((await inboxOf('MX.2')).map((row) => row.body)).toEqual(['second']);
  expect(await conversationOf('phone', '5215500000001')).toBe(await conversationOf('bsuid', 'MX.2'));
  const phones = await made.database.query({
    text: "select bsuid, phone from conversations where bsuid like 'MX.%' order by bsuid",
  });
  expect(phones.rows).toEqual([
    { bsuid: 'MX.1', phone: null },
    { bsuid: 'MX.2', phone: '5215500000001' },
  ]);
});

test('a message for a number that is not ours is stored, not dropped', async () => {
  await receiverOn(made.database).receive([
    { ...textFrom({ phone: '1' }, 'wamid.80', 'lost?'), address: '999' },
    { kind: 'other', address: '999', field: 'account_update', raw: { event: 'VERIFIED_ACCOUNT' } },
  ]);
  const rows = await made.database.query({
    text: "select reason, field, address from unrouted where address = '999' order by 1",
  });
  expect(rows.rows).toEqual([
    { reason: 'not a message or status', field: 'account_update', address: '999' },
    { reason: 'unknown number', field: 'messages', address: '999' },
  ]);
});

test('1,000 updates in one webhook are all stored', async () => {
  const updates = Array.from({ length: 1_000 }, (_, n) =>
    textFrom({ bsuid: `FR.${n % 50}` }, `wamid.k.${n}`, `${n}`),
  );
  await receiverOn(made.database).receive(updates);
  const stored = await made.database.query({
    text: "select count(*)::int as n from inbox where message_id like 'wamid.k.%'",
  });
  expect(stored.rows).toEqual([{ n: 1_000 }]);
});
