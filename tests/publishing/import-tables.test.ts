import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp } from '../processes/real-process.ts';
import { runAmbit } from '../support/run-ambit.ts';
import { eventually, startTestStack, type RunningStack } from '../support/running-stack.ts';

let home: string;
let folder: string;
let stack: RunningStack;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'ambit-import-'));
  folder = join(home, 'shop');
  await cp('businesses/shop', folder, { recursive: true });
  await writeFile(join(folder, 'data/resources.csv'), `${desks}${fitter}${tailor}`);
  await writeFile(
    join(folder, 'data/appointments.csv'),
    `${bookings}FITA-22,fitter,Fitting,${nextWeek}T10:00\n`,
  );
  stack = await startTestStack({ environment: { AMBIT_BUSINESS: folder } });
  stack.simulator.control.addCustomer({ id: 'ana', name: 'Ana', phone: '14155550177', userId: 'US.901' });
});
afterAll(async () => {
  await cleanUp();
  await stack.stop();
  await rm(home, { recursive: true, force: true });
});

const nextWeek = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString().slice(0, 10);
const desks = 'resource,name,kind,services,capacity\n';
const fitter = 'fitter,Fitter,staff,Fitting 30,1\n';
const tailor = 'tailor,Tailor,staff,Alteration 30,1\n';
const bookings = 'reference,resource,service,starts_at\n';

const ambit = (...args: readonly string[]) => runAmbit({ stack, home, folder }, args);

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(home, name);
  await writeFile(path, content);
  return path;
}

async function ordersTable(): Promise<readonly Record<string, unknown>[]> {
  const found = await stack.made.database.query({
    text: `select order_number, status, payment_status, carrier from orders where order_number like 'H-%' order by 1`,
  });
  return found.rows;
}

const header = 'order_number;status;placed_at;phone;payment_status;carrier';

test('bad lines are named by file, line and column, and nothing is kept of the good ones', async () => {
  const bad = await file(
    'h.csv',
    `${header}\nH-1001;processing;2026-11-20;+14155550177;unpaid;\nH-1002;lost;yesterday;;;\n`,
  );
  const refused = await ambit('import', 'orders', bad);
  expect(refused.code).toBe(1);
  expect(refused.said).toMatch(/h\.csv:3 status: "lost" is not a status/);
  expect(refused.said).toMatch(/h\.csv:3 placed_at: "yesterday" is not a date/);
  expect(refused.said).toContain('Nothing was imported');
  expect(await ordersTable()).toEqual([]);

  const tried = await ambit('import', 'orders', bad, '--skip-bad', '--dry-run');
  expect(tried.said).toContain('It would be: orders +1 ~0 −0 (added, changed, removed), unchanged: 0');
  expect(await ordersTable()).toEqual([]);

  expect((await ambit('import', 'orders', bad, '--skip-bad')).said).toContain(
    'Imported: orders +1 ~0 −0 (added, changed, removed), unchanged: 0',
  );
  expect(await ordersTable()).toMatchObject([{ order_number: 'H-1001', payment_status: 'unpaid' }]);
  expect((await ambit('import', 'carts', bad)).code).toBe(2);
});

test('a customer is answered from what was imported, and hears once that their money has come', async () => {
  await stack.settled(stack.say('ana', 'where is my order H-1001?'));
  expect(stack.phoneOf('ana').join('\n')).toContain('Payment: not received yet.');

  const paid = await ambit('orders', 'set-paid', 'h1001');
  expect(paid.said).toContain('Order H-1001 is paid. Its customer is told now.');
  await eventually(
    () =>
      stack.phoneOf('ana').some((text) => text.includes('received the payment for order H-1001')) ||
      undefined,
    'the customer to hear of the payment',
  );
  expect((await ambit('orders', 'set-paid', 'H-1001')).said).toContain('was paid already');
  await ambit('orders', 'set-paid', 'H-1001', '--unpaid');
  expect((await ambit('orders', 'set-paid', 'H-1001')).said).toContain('not told');
  await stack.settled(stack.say('ana', 'where is my order H-1001?'));
  expect(stack.phoneOf('ana').at(-1)).toContain('Payment: received.');
  expect(stack.phoneOf('ana').filter((text) => text.includes('received the payment'))).toHaveLength(1);
  expect((await ambit('orders', 'set-paid', 'H-9999')).code).toBe(1);
});

test('what a customer cancelled in the chat stays cancelled; the rest of the line is taken over', async () => {
  await stack.made.database.query({
    text: `update orders set status = 'cancelled' where order_number = 'H-1001'`,
  });
  const next = await file(
    'next.csv',
    `${header}\nH-1001;shipped;2026-11-20;+14155550177;unpaid;UPS\nH-1003;packed;2026-11-21;;;\n`,
  );
  const imported = await ambit('import', 'orders', next);
  expect(imported.said).toContain('orders +1 ~1 −0 (added, changed, removed), unchanged: 0');
  expect(imported.said).toContain('kept: H-1001 (status)');
  expect(await ordersTable()).toMatchObject([
    { order_number: 'H-1001', status: 'cancelled', carrier: 'UPS' },
    { order_number: 'H-1003' },
  ]);
  expect((await ambit('import', 'orders', next, '--json')).said).toContain('"unchanged": 2');
});

test('with --replace what no file has any more goes, but for what was placed in the chat', async () => {
  await stack.made.database.query({
    text: `insert into orders (order_number, status, placed_at, cart_id) values ('H-1009', 'processing', '2026-11-22', gen_random_uuid())`,
  });
  const only = await file(
    'only.json',
    JSON.stringify([{ orderNumber: 'H-1003', status: 'shipped', placedAt: '2026-11-21' }]),
  );
  const imported = await ambit('import', 'orders', only, '--replace', '--json');
  expect(JSON.parse(imported.said)).toMatchObject({ kind: 'imported', changes: { added: 0, changed: 1 } });
  expect((await ordersTable()).map((row) => row['order_number'])).toEqual(['H-1003', 'H-1009']);
});

test('a file without rows does not empty a table unless it is said', async () => {
  const none = await file('none.csv', `${header}\n`);
  const refused = await ambit('import', 'orders', none, '--replace');
  expect(refused.code).toBe(1);
  expect(refused.said).toMatch(
    /no row in what you gave.*would remove (the only row|all \d+ rows) of orders.*--remove-all/,
  );
  expect((await ordersTable()).map((row) => row['order_number'])).toEqual(['H-1003', 'H-1009']);
  const tried = await ambit('import', 'orders', none, '--replace', '--dry-run');
  expect(tried.said).toMatch(/It would be: orders \+0 ~0 −[1-9]/);
  // Without --replace nothing would go.
  expect((await ambit('import', 'orders', none)).code).toBe(0);
  const bad = await file('bad-only.csv', `${header}\nH-1003;lost;2026-11-21;;;\n`);
  expect((await ambit('import', 'orders', bad, '--replace', '--skip-bad')).said).toContain('no good row');
  expect((await ambit('import', 'orders', none, '--replace', '--remove-all')).code).toBe(0);
  expect((await ordersTable()).map((row) => row['order_number'])).toEqual(['H-1009']);
});

test('the parcel news of an order whose last line is gone from the file goes as well', async () => {
  const orders = `${header}\nH-1100;shipped;2026-11-20;;;UPS\nH-1101;shipped;2026-11-20;;;UPS\n`;
  const news = 'order_number,at,what\nH-1100,2026-11-21,Sent\nH-1101,2026-11-21,Sent\n';
  const [first, both] = [await file('o.csv', orders), await file('n.csv', news)];
  expect((await ambit('import', 'orders', first, both)).code).toBe(0);
  const versions = async () =>
    (
      await stack.made.database.query({
        text: `select xmin::text, tracking_events as news from orders where order_number like 'H-11%' order by order_number`,
      })
    ).rows;
  const before = await versions();
  expect(before.map((row) => row['news'])).toMatchObject([[{ what: 'Sent' }], [{ what: 'Sent' }]]);
  const one = await file('n.csv', news.replace('H-1100,2026-11-21,Sent\n', ''));
  const imported = await ambit('import', 'orders', first, one);
  expect(imported.said).toContain('+0 ~1 −0 (added, changed, removed), unchanged: 1');
  const after = await versions();
  expect(after.map((row) => row['news'])).toMatchObject([[], [{ what: 'Sent' }]]);
  expect(after[1]).toEqual(before[1]);
});

test(
  'an id at Meta that another product has is named with the line, the other product and the way out',
  { timeout: 300_000 },
  async () => {
    const goods = (lines: string) => file('goods.csv', `sku,name,price,retailer_id\n${lines}`);
    await ambit('import', 'catalogue', await goods('CLA-1,Oar,20,meta-1\nCLA-2,Rope,5,meta-2\n'));
    const twice = await ambit(
      'import',
      'catalogue',
      await goods('CLA-3,Hook,3,meta-3\nCLA-4,Ring,4,meta-3\n'),
    );
    expect(twice.said).toMatch(/goods\.csv:3 retailer_id: "meta-3" is already on line 2/);
    const used = await ambit(
      'import',
      'catalogue',
      await goods('CLA-3,Hook,3,meta-3\nCLA-4,Ring,4,meta-1\n'),
    );
    expect(used.code).toBe(1);
    expect(used.said).toMatch(
      /goods\.csv:3 retailer_id: "meta-1" is the id of the product "CLA-1" already.*give "CLA-4" another id/s,
    );
    // Two may exchange theirs, and the good lines can be had alone.
    const swapped = await ambit(
      'import',
      'catalogue',
      await goods('CLA-1,Oar,20,meta-2\nCLA-2,Rope,5,meta-1\n'),
    );
    expect(swapped.said).toContain('+0 ~2 −0');
  },
);

test('a new product is found by customers who ask for it, in whatever the spreadsheet wrote it', async () => {
  const text = 'sku\tname\tprice\tcategory\tstock\nKAY-1\tSea kayak\t499,50\tKayaks\t2\n';
  const imported = await ambit(
    'import',
    'catalogue',
    await file('k.txt', Buffer.from(`\uFEFF${text}`, 'utf16le')),
  );
  expect(imported.said).toContain('Imported: catalogue +1 ~0 −0 (added, changed, removed), unchanged: 0');
  const { version } = (await stack.client.businessVersions()).versions[0] ?? { version: 0 };
  await eventually(
    async () => (await stack.client.status()).business?.version === version || undefined,
    'the version that knows the product',
  );
  await stack.settled(stack.say('ana', "I'm looking for a kayak"));
  expect(JSON.stringify(stack.simulator.control.conversation('ana')?.messages)).toContain('Sea kayak');
});

test('a push brings in what changed in the tables, and sold goods stay sold', async () => {
  const path = join(folder, 'data/catalogue.csv');
  const before = await readFile(path, 'utf8');
  const sku = 'RJ-100';
  const old = await stack.made.database.query({
    text: 'select stock from catalogue where sku = $1',
    values: [sku],
  });
  const stock = Number(old.rows[0]?.['stock']);
  await stack.made.database.query({
    text: 'update catalogue set stock = stock - 1 where sku = $1',
    values: [sku],
  });
  const lines = before
    .replace(`,${stock},jackets,Tideline,`, `,${stock + 10},jackets,Tideline,`)
    .trimEnd()
    .split('\n');
  await writeFile(path, lines.slice(0, -1).join('\n'));
  expect((await ambit('diff')).said).toContain('data/catalogue.csv: +0 ~1 −1 rows');
  const pushed = await ambit('push', '--yes');
  expect(pushed.said).toContain('catalogue: +0 ~1 −1');
  const now = await stack.made.database.query({
    text: 'select stock from catalogue where sku = $1',
    values: [sku],
  });
  expect(now.rows[0]?.['stock']).toBe(stock + 9);
});

test('a push that drops a resource with its last booking says it is gone, and keeps whom a customer booked', async () => {
  await stack.made.database.query({
    text: `insert into appointments (reference, resource_id, resource_no, service, starts_at, ends_at, free_at, people, whole)
           select 'CHAT-22', resource_id, resource_no, 'Alteration', $1, $1::timestamptz + '30 min', $1::timestamptz + '30 min', 1, true
             from resources where resource_id = 'tailor'`,
    values: [`${nextWeek}T12:00:00Z`],
  });
  await writeFile(join(folder, 'data/resources.csv'), `${desks}window,Window,staff,Fitting 30,1\n`);
  await writeFile(join(folder, 'data/appointments.csv'), bookings);
  const pushed = await ambit('push', '--yes');
  expect(pushed.said).toContain('resources: +1 ~0 −1');
  expect(pushed.said).toContain('appointments: +0 ~0 −1');
  expect(pushed.said).toContain('kept: tailor');
  expect(pushed.said).not.toContain('kept: fitter');
  const found = await stack.made.database.query({
    text: `select a.reference, a.status, r.retired_at is not null as retired
             from appointments a join resources r using (resource_id) order by 1`,
  });
  expect(found.rows).toEqual([
    { reference: 'CHAT-22', status: 'booked', retired: true },
    { reference: 'FITA-22', status: 'cancelled', retired: true },
  ]);
});

test('an imported customer is greeted by name, and people see all that is kept of them', async () => {
  const people = await file(
    'people.csv',
    'phone,name,language,tags,notes\n+1 415 555 0177,Ana Ruiz,en,wholesale; early,Rings twice\n',
  );
  const boxes = await file(
    'boxes.json',
    JSON.stringify([
      {
        subscription: 'BOX-1',
        phone: '+14155550177',
        plan: 'Weekly box',
        status: 'active',
        renewsOn: '2031-01-05',
      },
    ]),
  );
  expect((await ambit('import', 'customers', people)).said).toContain(
    'Imported: customers +1 ~0 −0 (added, changed, removed), unchanged: 0',
  );
  expect((await ambit('import', 'subscriptions', boxes)).said).toContain('subscriptions +1');
  const bad = await file('bad.csv', 'phone,name\n+14155550178,Bob\nnobody,Eve\n');
  const refused = await ambit('import', 'customers', bad);
  expect(refused.code).toBe(1);
  expect(refused.said).toMatch(/bad\.csv:3 phone: "nobody" is not a phone number/);
  const kept = await stack.made.database.query({ text: 'select name from customers' });
  expect(kept.rows).toEqual([{ name: 'Ana Ruiz' }]);

  const place = await stack.settled(stack.say('ana', 'hello'));
  expect(stack.phoneOf('ana').at(-1)).toContain('Hello Ana Ruiz,');
  expect((await stack.client.conversation(place)).customer).toEqual({
    name: 'Ana Ruiz',
    language: 'en',
    tags: ['wholesale', 'early'],
    notes: 'Rings twice',
    fields: {},
    subscriptions: [
      { subscriptionId: 'BOX-1', plan: 'Weekly box', status: 'active', renewsOn: '2031-01-05' },
    ],
  });
  // What people may read is not in what the engine keeps of the turn.
  const events = await stack.made.database.query({ text: 'select events::text as said from turns' });
  expect(events.rows.some(({ said }) => String(said).includes('Rings twice'))).toBe(false);
  expect(events.rows.some(({ said }) => String(said).includes('wholesale'))).toBe(true);
});
