import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readConversation } from '@ambit/server/db/views/read-conversation';
import { listConversations } from '@ambit/server/db/views/list-conversations';
import {
  createShopDatabase,
  draftsOf,
  placeOf,
  receiverOn,
  runDue,
  textFrom,
  workerOn,
} from '../support/engine-fixture.ts';
import type { TestDatabase } from '../support/test-database.ts';

let made: TestDatabase;
beforeAll(async () => {
  made = await createShopDatabase();
});
afterAll(() => made.drop());

const bsuid = 'US.4111';
const sender = { bsuid, phone: '15550004112', profileName: 'Kim' };
const hidden = 'my card is (card number hidden), cvv (code hidden). when are you open?';

/** All that is written of any message, in whatever table. */
async function everythingWritten(): Promise<string> {
  const tables = await made.database.query({
    text: `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  });
  const parts: string[] = [];
  for (const row of tables.rows) {
    const { table_name: table } = z.object({ table_name: z.string() }).parse(row);
    if (table === 'conversations' || table === 'contacts' || table === 'identities') continue;
    const rows = await made.database.query({
      text: `select coalesce(string_agg(t::text, ' '), '') as all from "${table}" t`,
    });
    parts.push(z.object({ all: z.string() }).parse(rows.rows[0]).all);
  }
  return parts.join('\n');
}

test('a card number is in no table, before and after its turn, and the warning is given all the same', async () => {
  const said = 'my card is 4929 1234 5678 9015, cvv 917. when are you open?';
  await receiverOn(made.database).receive([textFrom(sender, 'wamid.card', said)]);
  expect(await everythingWritten()).not.toMatch(/4929|917/u);
  await runDue(workerOn(made.database, { node: 'a' }));
  const written = await everythingWritten();
  expect(written).toContain(hidden);
  expect(written).not.toMatch(/4929|cvv 917/u);
  expect(JSON.stringify(await draftsOf(made.database, bsuid))).toContain('send card numbers');
});

test('nor is it in what cannot be read as a message', async () => {
  const raw = { id: 'wamid.new', from: '4915112345678', poll: { title: 'pay with 4929 1234 5678 9015' } };
  await receiverOn(made.database).receive([
    { ...textFrom(sender, 'wamid.new', ''), content: { kind: 'unsupported', type: 'poll' }, raw },
    { kind: 'other', address: 'other', field: 'standby', raw: { messages: [raw] } },
  ]);
  const written = await everythingWritten();
  expect(written).toContain('pay with (card number hidden)');
  expect(written).toContain('4915112345678');
  expect(written).not.toContain('4929');
});

test('what was written before this was done is shown without it', async () => {
  const place = await placeOf(made.database, bsuid);
  await made.database.query({
    text: `update messages set content = jsonb_build_object('kind', 'text', 'body', 'card 4929 1234 5678 9015')
            where conversation_id = $1 and author = 'customer'`,
    values: [place.conversationId],
  });
  const shown = await readConversation(made.database, place, undefined);
  const texts = shown?.timeline.flatMap(({ author, text }) => (author === 'customer' ? [text] : []));
  expect(texts).toEqual(['card (card number hidden)']);
  const listed = await listConversations(made.database, {
    after: undefined,
    limit: 10,
    search: '',
    show: 'all',
    person: undefined,
    team: undefined,
  });
  expect(JSON.stringify(listed)).not.toContain('4929');
});
