import { expect, test } from 'vitest';
import { Business } from './business.ts';
import { describeProblem } from './describe-problem.ts';
import { readImport, type ImportTable } from './read-import.ts';

const business = Business.parse({
  schema: 1,
  name: 'Mug Shop',
  purpose: 'Sells mugs and tea towels, and answers about orders.',
  vertical: 'retail',
  defaultCountry: 'US',
  languages: ['en'],
  currency: 'USD',
  hours: { timeZone: 'America/New_York', week: {} },
  escalation: [{ kind: 'in-chat-person' }],
  agent: {
    name: 'Mug assistant',
    tasks: [
      {
        id: 'human',
        does: 'hand-off',
        title: 'a person',
        button: 'A person',
        examples: { en: ['a person', 'a human please', 'talk to somebody'] },
      },
    ],
  },
});

function read(table: ImportTable, files: Readonly<Record<string, string>>, skipBad = false) {
  const given = Object.entries(files).map(([name, text]) => ({ name, text }));
  const reading = readImport(table, given, business, { resources: [], skipBad });
  const problems = reading.problems.map((problem) => describeProblem(problem));
  return { problems, rows: reading.kind === 'read' ? reading.rows.rows : undefined, reading };
}

const header = 'order_number;status;placed_at;total';

test('a line that is wrong spoils the file, with the name it came under, and leaves the others when told to', () => {
  const text = `${header}\nW-1;shipped;2026-11-01;12,50\nW-2;sent;2026-11-02;3\n`;
  const strict = read('orders', { 'export.csv': text });
  expect(strict.rows).toBeUndefined();
  expect(strict.problems[0]).toMatch(/^export\.csv:3 status: "sent" is not a status/);
  const lenient = read('orders', { 'export.csv': text }, true);
  expect(lenient.problems).toEqual(strict.problems);
  expect(lenient.rows).toMatchObject([{ orderNumber: 'W-1', status: 'shipped', total: 12.5 }]);
});

test('what spoils the whole file is never left out: a missing column, a quote that never ends', () => {
  expect(read('orders', { a: 'order_number,status\nW-1,shipped\n' }, true).rows).toBeUndefined();
  const open = 'order_number,status,placed_at\n"W-1,shipped,2026-11-01\nW-2,shipped,2026-11-01\n';
  expect(read('orders', { a: open }, true).rows).toBeUndefined();
});

test('orders come with their items, from files of their own or as lists of JSON', () => {
  const mug = { sku: 'M', name: 'Mug', quantity: 2 };
  const csv = {
    'orders.csv': 'order_number,status,placed_at\nW-1,shipped,2026-11-01\n',
    'items.csv': 'order_number,sku,name,quantity\nW-1,M,Mug,2\n',
  };
  expect(read('orders', csv).rows).toMatchObject([{ orderNumber: 'W-1', items: [mug] }]);
  const json = JSON.stringify([
    { orderNumber: 'W-1', status: 'shipped', placedAt: '2026-11-01', items: [mug] },
    { order_number: 'W-2', status: 'lost', placed_at: '2026-11-02', items: [] },
  ]);
  const lenient = read('orders', { 'orders.json': json }, true);
  expect(lenient.rows).toMatchObject([{ orderNumber: 'W-1', items: [mug] }]);
  expect(lenient.problems[0]).toMatch(/^orders\.json:2 status: /);
  expect(read('orders', { 'orders.json': '{"no": "list"}' }).problems[0]).toContain('not a JSON list');
});

test('a catalogue in JSON leaves out its bad entries as well', () => {
  const json =
    '[\n{ "sku": "A", "name": "Mug", "price": 5 },\n{ "sku": "B", "name": "Cup", "price": "much" }\n]';
  const lenient = read('catalogue', { 'all.json': json }, true);
  expect(lenient.rows).toMatchObject([{ sku: 'A', priceMinor: 500 }]);
  expect(lenient.problems[0]).toMatch(/^all\.json:3 \[1\]\.price: /);
});

test('customers and subscriptions have the fields that their business declares, each of its kind', () => {
  const own: Business = {
    ...business,
    customers: { fields: { goal: 'text', visits: 'number', joined: 'date' } },
    subscriptions: { fields: { unit: 'text' }, plans: [] },
  };
  const customers = readImport(
    'customers',
    [
      {
        name: 'people.csv',
        text: 'phone,name,tags,goal,visits,joined,language\n(415) 555-0142,Ana Ruiz,vip; early,run,12,2026-01-31,es\n12,,,,many,soon,Spanish\n',
      },
    ],
    own,
    { resources: [], skipBad: true },
  );
  expect(customers.problems.map((problem) => describeProblem(problem)).join('\n')).toMatch(
    /people\.csv:3 phone: "12" is not a phone number.*\n.*:3 language: "Spanish" cannot be used.*\n.*:3 visits: "many" is not a number.*\n.*:3 joined: "soon" is not a date/,
  );
  expect(customers).toMatchObject({
    rows: {
      rows: [
        {
          phone: '14155550142',
          name: 'Ana Ruiz',
          tags: ['vip', 'early'],
          language: 'es',
          fields: { goal: 'run', visits: 12, joined: '2026-01-31' },
        },
      ],
    },
  });
  const json = [
    {
      subscription: 'S-1',
      phone: '+14155550142',
      plan: 'Monthly',
      status: 'Active',
      renewsOn: '2026-12-01',
      unit: 'North',
    },
    {
      subscription: 's-1',
      phone: '+14155550142',
      plan: 'Monthly',
      status: 'running',
      pausedFrom: '2026-12-05',
      pausedUntil: '2026-12-01',
    },
  ];
  const subscriptions = readImport(
    'subscriptions',
    [{ name: 'members.json', text: JSON.stringify(json) }],
    own,
    { resources: [], skipBad: true },
  );
  expect(subscriptions.problems.map(({ line, field }) => [line, field])).toEqual([
    [2, 'subscription'],
    [2, 'status'],
    [2, 'paused_until'],
  ]);
  expect(subscriptions).toMatchObject({
    rows: {
      rows: [{ subscriptionId: 'S-1', status: 'active', renewsOn: '2026-12-01', fields: { unit: 'North' } }],
    },
  });
  expect(read('customers', { a: 'phone,shoe_size\n+14155550142,9\n' }).problems[0]).toMatch(
    /a:1 shoe_size: there is no such column/,
  );
});

test('of two files for one table neither is passed over in silence', () => {
  const one = 'order_number,status,placed_at\nW-1,shipped,2026-11-01\n';
  const two = one.replace('W-1', 'W-2');
  const both = read('orders', { 'monday.csv': one, 'tuesday.csv': two }, true);
  expect(both.rows).toBeUndefined();
  expect(both.problems).toEqual([
    'tuesday.csv: this holds the same table as monday.csv — put both into one file, or import them one after the other',
  ]);
  const csv = 'sku,name,price\nA,Mug,5\n';
  const json = '[{ "sku": "B", "name": "Cup", "price": 3 }]';
  expect(read('catalogue', { 'a.csv': csv, 'b.json': json }).problems).toHaveLength(1);
});

test('an order that is left out takes its items with it, and each of these lines is told', () => {
  const { problems, rows } = read(
    'orders',
    {
      'orders.csv': `${header}\nW-1;shipped;2026-11-01;12\nW-2;sent;2026-11-02;3\n`,
      'items.csv': 'order_number,sku,name,quantity\nW-1,MUG,Mug,1\nW-2,MUG,Mug,2\n',
    },
    true,
  );
  expect(rows).toMatchObject([{ orderNumber: 'W-1', items: [{ sku: 'MUG', quantity: 1 }] }]);
  expect(problems.map((problem) => problem.split(' ', 1)[0])).toEqual(['orders.csv:3', 'items.csv:3']);
});
