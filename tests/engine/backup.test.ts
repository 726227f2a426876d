import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restoreBackup } from '@ambit/server/backup/restore-backup';
import type { Database } from '@ambit/server/db/database';
import { readTableShapes } from '@ambit/server/db/table-shapes';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { eventually, startTestStack, type RunningStack } from '../support/running-stack.ts';

let stack: RunningStack;
let folder = '';
const copies: TestDatabase[] = [];
const anySecrets = () => Promise.resolve();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ambit-backup-'));
  stack = await startTestStack();
});
afterAll(async () => {
  await stack.stop();
  for (const copy of copies) await copy.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function backUp(name: string): Promise<string> {
  const file = join(folder, name);
  const stream = await stack.client.backup(new AbortController().signal);
  writeFileSync(file, Buffer.from(await new Response(stream).arrayBuffer()));
  return file;
}

async function emptyDatabase(): Promise<Database> {
  const made = await createTestDatabase();
  copies.push(made);
  return made.database;
}

/** The rows of every table as one hash each, but for what a restore changes on purpose. */
async function hashes(database: Database): Promise<Readonly<Record<string, unknown>>> {
  const tables = (await readTableShapes(database)).filter(({ name }) => name !== 'alarms');
  const pairs = await Promise.all(
    tables.map(async ({ name, columns }) => {
      const list = columns.map((column) => `"${column.name}"`).join(', ');
      const found = await database.query({
        text: `select count(*)::int as rows, md5(coalesce(string_agg(r::text, E'\\n' order by r::text), '')) as hash
                 from (select ${list} from "${name}") r`,
      });
      return [name, found.rows[0]] as const;
    }),
  );
  return Object.fromEntries(pairs);
}

async function numbers(database: Database, statement: string): Promise<unknown> {
  return (await database.query({ text: statement })).rows[0]?.['n'];
}

test('a backup made under load is of one instant: nothing in it is half-done', async () => {
  const people = Array.from({ length: 40 }, (_, index) => `p${index}`);
  for (const [index, id] of people.entries())
    stack.simulator.control.addCustomer({
      id,
      name: `Person ${id}`,
      phone: `1555200${1000 + index}`,
      userId: `US.7${index}`,
    });
  const said: string[] = [];
  let over = false;
  const load = (async () => {
    // Nobody gets more replies than Meta's pace for one person lets through at once; on a slow machine all of a
    // person's messages become one turn, so it takes many people.
    for (let round = 0; !over && round < 20; round += 1) {
      for (const id of people.slice(0, 20)) said.push(stack.say(id, 'What is your return policy?'));
      for (const id of people.slice(20)) said.push(stack.say(id, 'Where is my order A-1042? 你好 "\\ 🙂'));
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  })();
  await eventually(
    async () =>
      Number(await numbers(stack.made.database, 'select count(*)::int as n from outbox')) > 20
        ? true
        : undefined,
    'the load',
  );
  const file = await backUp('under-load');
  over = true;
  await load;
  const copy = await emptyDatabase();
  const { rows } = await restoreBackup(copy, file, anySecrets);
  expect(rows).toBeGreaterThan(100);
  expect(Number(await numbers(copy, 'select count(*)::int as n from inbox'))).toBeGreaterThan(20);
  const none = [
    `select count(*)::int as n from mailboxes m where m.next_seq - 1 <>
       (select count(*) from inbox i where i.channel_id = m.channel_id and i.conversation_id = m.conversation_id)`,
    `select count(*)::int as n from mailboxes m where m.next_position - 1 <>
       (select count(*) from messages i where i.channel_id = m.channel_id and i.conversation_id = m.conversation_id)`,
    `select count(*)::int as n from mailboxes m where m.handled_seq <> coalesce(
       (select max(to_seq) from turns t where t.channel_id = m.channel_id and t.conversation_id = m.conversation_id
           and t.closed_at is not null), 0)`,
    `select count(*)::int as n from messages m where m.outbox_id is not null and not exists
       (select 1 from outbox o where o.channel_id = m.channel_id and o.outbox_id = m.outbox_id)`,
    `select count(*)::int as n from outbox where status in ('queued', 'retry', 'sending')`,
    `select count(*)::int as n from mailboxes where lease_until is not null`,
  ];
  for (const statement of none) expect([statement, await numbers(copy, statement)]).toEqual([statement, 0]);
  await Promise.all(said.map((messageId) => stack.settled(messageId)));
});

test('once all is settled, what is restored is row for row what was there', async () => {
  await eventually(
    async () =>
      Number(
        await numbers(stack.made.database, 'select count(*)::int as n from outbox where delivery_rank < 2'),
      ) === 0
        ? true
        : undefined,
    'every delivery',
  );
  const before = await hashes(stack.made.database);
  const copy = await emptyDatabase();
  await restoreBackup(copy, await backUp('settled'), anySecrets);
  expect({ ...(await hashes(copy)), number_budgets: 0 }).toEqual({ ...before, number_budgets: 0 });
  const keys = await numbers(copy, `select count(*)::int as n from pg_constraint where contype = 'f'`);
  expect(keys).toBe(
    await numbers(stack.made.database, `select count(*)::int as n from pg_constraint where contype = 'f'`),
  );
});

test('a file that is cut short, changed or no backup restores nothing', async () => {
  const whole = readFileSync(await backUp('whole'));
  const text = gunzipSync(whole).toString('utf8');
  const lines = text.trimEnd().split('\n');
  const damaged: Readonly<Record<string, Buffer>> = {
    'cut-gzip': whole.subarray(0, Math.floor(whole.length / 2)),
    'cut-lines': gzipSync(`${lines.slice(0, -1).join('\n')}\n`),
    'row-missing': gzipSync(`${lines.filter((_, index) => index !== 3).join('\n')}\n`),
    changed: gzipSync(text.replace('return policy', 'return POLICY')),
    'no-backup': gzipSync('{"hello":"world"}\n'),
    'not-zipped': Buffer.from('hello'),
  };
  const copy = await emptyDatabase();
  for (const [name, bytes] of Object.entries(damaged)) {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    await expect(restoreBackup(copy, file, anySecrets)).rejects.toThrow(/damaged|no backup/);
    expect([name, await numbers(copy, 'select count(*)::int as n from channels')]).toEqual([name, 0]);
    expect([name, await numbers(copy, 'select count(*)::int as n from inbox')]).toEqual([name, 0]);
  }
  await expect(restoreBackup(copy, join(folder, 'nowhere'), anySecrets)).rejects.toThrow('There is no file');
});

test('a database with rows is not restored over, and a wrong secret key restores nothing', async () => {
  const file = await backUp('again');
  await expect(restoreBackup(stack.made.database, file, anySecrets)).rejects.toThrow('not empty');
  const copy = await emptyDatabase();
  const refuse = () => Promise.reject(new Error('another key'));
  await expect(restoreBackup(copy, file, refuse)).rejects.toThrow('another key');
  expect(await numbers(copy, 'select count(*)::int as n from channels')).toBe(0);
});

test('a backup needs the token', async () => {
  expect((await fetch(`${stack.server.deskUrl}/api/backup`)).status).toBe(401);
});
