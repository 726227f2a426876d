import { expect, test } from 'vitest';
import { describeProblem } from './describe-problem.ts';
import { parseBusinessFiles } from './parse-business-files.ts';

const business = `schema: 1
name: Test shop
purpose: Tells customers where their orders are.
vertical: retail
defaultCountry: US
languages: [en]
currency: USD
hours:
  timeZone: America/New_York
  week:
    monday:
      - { from: "09:00", to: "17:00" }
  holidays:
    - { date: "2026-12-25", name: Christmas Day }
escalation:
  - kind: phone
    number: "+1 415 555 0100"
agent:
  name: Helper
`;
const task = `id: order-status
does: order-status
title: tell you where your order is
button: Where is my order
examples:
  en: [Where is my order?, Track my order, Has it shipped?]
`;
const orders = `order_number,placed_at,status,phone,total
A-1,2026-11-01,shipped,(415) 555-0142,12.50
`;
const good = {
  'business.yaml': business,
  'tasks/order-status.yaml': task,
  'knowledge/faq.md':
    '# FAQ\n\n## How do I return it? {#returns}\n\nSend it back.\n\n## Do you ship?\n\nYes.\n',
  'data/orders.csv': orders,
  'data/order-items.csv': 'order_number,sku,name,quantity\na-1,S1,Socks,2\n',
  'data/catalogue.csv': 'sku,name,price,sizes\nS1,Socks,6.25,S M L\n',
};

const parse = (changed: Readonly<Record<string, string | undefined>>) => {
  const files = Object.entries({ ...good, ...changed }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return parseBusinessFiles(new Map(files));
};
const problemsOf = (changed: Readonly<Record<string, string | undefined>>): readonly string[] => {
  const parsed = parse(changed);
  return parsed.kind === 'parsed' ? [] : parsed.problems.map((problem) => describeProblem(problem));
};

test('files without a problem become a business and its tables', () => {
  const parsed = parse({});
  if (parsed.kind === 'problems')
    throw new Error(parsed.problems.map((each) => describeProblem(each)).join('\n'));
  expect(parsed.business.agent.tasks.map(({ id }) => id)).toEqual(['order-status']);
  expect(parsed.business.agent.guessesPerDay).toBe(5);
  expect(parsed.business.knowledge).toEqual([
    {
      passageId: 'knowledge/faq.md#returns',
      source: 'knowledge/faq.md',
      title: 'How do I return it?',
      body: 'Send it back.',
    },
    {
      passageId: 'knowledge/faq.md#do-you-ship',
      source: 'knowledge/faq.md',
      title: 'Do you ship?',
      body: 'Yes.',
    },
  ]);
  expect(parsed.tables.orders).toEqual([
    {
      orderNumber: 'A-1',
      placedAt: '2026-11-01',
      status: 'shipped',
      total: 12.5,
      contactPhone: '14155550142',
      items: [{ sku: 'S1', name: 'Socks', quantity: 2 }],
    },
  ]);
  expect(parsed.tables.catalogue).toEqual([
    {
      sku: 'S1',
      names: { en: 'Socks' },
      descriptions: {},
      keywords: {},
      attributes: { size: ['S', 'M', 'L'] },
      priceMinor: 625,
      currency: 'USD',
    },
  ]);
});

test('every problem of every file is reported at once', () => {
  const problems = problemsOf({
    'business.yaml': business.replace('America/New_York', 'America/Atlantis').replace('USD', 'DOL'),
    'tasks/order-status.yaml': task.replace('does: order-status', 'does: order-staus'),
    'data/orders.csv': orders.replace('shipped', 'shiped'),
  });
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
    'business.yaml:7',
    'business.yaml:9',
    'tasks/order-status.yaml:2',
    'data/orders.csv:2',
  ]);
});

test.each<[string, Readonly<Record<string, string | undefined>>, readonly string[]]>([
  [
    'a shift that ends before it starts',
    { 'business.yaml': business.replace('to: "17:00"', 'to: "08:00"') },
    ['business.yaml:12 hours.week.monday[0].to:', '08:00'],
  ],
  [
    'overlapping shifts',
    { 'business.yaml': business.replace('"17:00" }', '"17:00" }\n      - { from: "16:00", to: "18:00" }') },
    ['business.yaml:13 hours.week.monday[1].from:', 'overlaps'],
  ],
  [
    'a time of day that is none',
    { 'business.yaml': business.replace('to: "17:00"', 'to: "25:00"') },
    ['business.yaml:12 hours.week.monday[0].to:', '09:30'],
  ],
  [
    'a holiday that is not in the calendar',
    { 'business.yaml': business.replace('2026-12-25', '2026-02-30') },
    ['business.yaml:14 hours.holidays[0].date:', '2026-02-30'],
  ],
  [
    'a field that does not exist',
    { 'business.yaml': business.replace('currency:', 'curency:') },
    ['business.yaml:7 curency:', 'did you mean "currency"'],
  ],
  [
    'a mistyped field deep inside',
    { 'business.yaml': business.replace('    monday:', '    munday:') },
    ['business.yaml:11 hours.week.munday:', 'did you mean "monday"'],
  ],
  [
    'a field that is missing',
    { 'business.yaml': business.replace('name: Test shop\n', '') },
    ['business.yaml:1 name:', 'missing'],
  ],
  [
    'a number without quotes',
    { 'business.yaml': business.replace('"+1 415 555 0100"', '14155550100') },
    ['business.yaml:17 escalation[0].number:', 'quotes'],
  ],
  [
    'a way to a person that nobody could call',
    { 'business.yaml': business.replace('+1 415 555 0100', '+1 23') },
    ['business.yaml:17 escalation[0].number:', 'country code'],
  ],
  [
    'an unknown way to a person',
    { 'business.yaml': business.replace('kind: phone', 'kind: pigeon') },
    ['business.yaml:16 escalation[0].kind:', 'pigeon'],
  ],
  ['broken YAML', { 'business.yaml': business.replace('[en]', '[en') }, ['business.yaml:', 'YAML']],
  [
    'a country that does not exist',
    { 'business.yaml': business.replace('Country: US', 'Country: ZZ') },
    ['business.yaml:5 defaultCountry:', 'country'],
  ],
  [
    'no business.yaml',
    { 'business.yaml': undefined, 'business.yml': business },
    ['business.yaml:', 'rename business.yml'],
  ],
  ['no task', { 'tasks/order-status.yaml': undefined }, ['tasks:', 'no task']],
  [
    'two tasks with one id',
    { 'tasks/z.yaml': task.replace('button: Where is my order', 'button: Other') },
    ['tasks/z.yaml:1 id:', 'tasks/order-status.yaml'],
  ],
  [
    'two tasks with one button',
    { 'tasks/z.yaml': task.replace('id: order-status', 'id: other') },
    ['tasks/z.yaml:4 button:', 'already'],
  ],
  [
    'a button that is too long',
    { 'tasks/order-status.yaml': task.replace('Where is my order\n', 'Where is my order, please tell me\n') },
    ['tasks/order-status.yaml:4 button:', 'at most 20'],
  ],
  [
    'examples in a language the business does not speak',
    { 'tasks/order-status.yaml': `${task}  de: [Wo ist es?, Wo bleibt es?, Ist es da?]\n` },
    ['tasks/order-status.yaml:7 examples.de:', 'languages'],
  ],
  [
    'a task without its table',
    { 'data/orders.csv': undefined, 'data/order-items.csv': undefined },
    ['tasks/order-status.yaml:2 does:', 'data/orders.csv'],
  ],
  [
    'two passages with one title',
    { 'knowledge/faq.md': '## Returns\n\nYes.\n\n## Returns\n\nNo.\n' },
    ['knowledge/faq.md:5 Returns:', 'line 1'],
  ],
  [
    'a heading without text',
    { 'knowledge/faq.md': '## Returns\n\n## Shipping\n\nYes.\n' },
    ['knowledge/faq.md:1 Returns:', 'nothing'],
  ],
  [
    'rules for one plan twice',
    {
      'business.yaml': `${business}subscriptions:\n  plans:\n    - { name: Gold }\n    - { name: gold }\n`,
    },
    ['business.yaml:23 subscriptions.plans[1]:', 'already rules'],
  ],
  [
    'a pause that cannot be',
    {
      'business.yaml': `${business}subscriptions:\n  plans: [{ name: Gold, pause: { leastDays: 9, mostDays: 3 } }]\n`,
    },
    ['business.yaml:21 subscriptions.plans[0].pause:', 'leastDays'],
  ],
  [
    'an own field with the name of a column that is there already',
    { 'business.yaml': `${business}customers:\n  fields: { email: text }\n` },
    ['business.yaml:21 customers.fields.email:', 'another name'],
  ],
  [
    'a phone number that is none',
    { 'data/orders.csv': orders.replace('(415) 555-0142', '12') },
    ['data/orders.csv:2 phone:', 'country code'],
  ],
  [
    'an amount with a currency sign',
    { 'data/orders.csv': orders.replace('12.50', '$12.50') },
    ['data/orders.csv:2 total:', '$12.50'],
  ],
  [
    'a date that is none',
    { 'data/orders.csv': orders.replace('2026-11-01', '11/01/2026') },
    ['data/orders.csv:2 placed_at:', '2026-11-25'],
  ],
  [
    'an order number twice',
    { 'data/orders.csv': `${orders}a-1,2026-11-02,shipped,,\n` },
    ['data/orders.csv:3 order_number:', 'line 2'],
  ],
  [
    'a mistyped column',
    { 'data/orders.csv': orders.replace('total', 'totl') },
    ['data/orders.csv:1 totl:', 'did you mean "total"'],
  ],
  [
    'an item of an unknown order',
    { 'data/order-items.csv': 'order_number,sku,name,quantity\nA-9,S1,Socks,1\n' },
    ['data/order-items.csv:2 order_number:', 'A-9'],
  ],
  [
    'a quantity of nothing',
    { 'data/order-items.csv': 'order_number,sku,name,quantity\nA-1,S1,Socks,0\n' },
    ['data/order-items.csv:2 quantity:', '0'],
  ],
  ['a file that would be passed over', { 'data/order.csv': orders }, ['data/order.csv:', 'data/orders.csv']],
])('%s is one problem, with its place and what to do', (_, changed, parts) => {
  const problems = problemsOf(changed);
  const found = problems.filter((problem) => parts.every((part) => problem.includes(part)));
  if (found.length !== 1)
    throw new Error(`expected one with ${parts.join(' and ')} in:\n${problems.join('\n')}`);
});

test('a phone number of another country is stored with that country’s code', () => {
  const parsed = parse({ 'data/orders.csv': orders.replace('(415) 555-0142', '+49 1512 3456789') });
  expect(parsed.kind === 'parsed' && parsed.tables.orders[0]?.contactPhone).toBe('4915123456789');
});

test('a heading inside a code block is text', () => {
  const parsed = parse({ 'knowledge/faq.md': '## Markdown\n\n```\n## not a heading\n```\n' });
  expect(parsed.kind === 'parsed' && parsed.business.knowledge).toHaveLength(1);
});

test('no text whatever makes it throw', () => {
  for (const text of ['', '\0', '- a', 'null', '{', 'a: *b', '&a [*a]', '42', '? [x]\n: y', '"', '<<: 1']) {
    for (const file of Object.keys(good)) expect(() => parse({ [file]: text })).not.toThrow();
  }
});

test('what follows from another mistake is not told as one', () => {
  const flow = `id: book
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: book }], to: { then: look } }
  - { id: look, kind: tool, tool: look, effect: false, input: {}, save: seen, to: { found: pass, failed: pass } }
  - { id: pass, kind: hand-off, why: everything }
`;
  const book = task.replace('id: order-status', 'id: book').replace('does: order-status', 'does: flow');
  const tool = `kind: http
name: look
effects: none
method: GET
url: https://api.shop.example/things
answers: [{ kind: found }]
`;
  const whole = {
    'data/orders.csv': undefined,
    'data/order-items.csv': undefined,
    'flows/book.yaml': flow,
    'tasks/order-status.yaml': book,
    'tools/look.yaml': tool,
  };
  expect(problemsOf(whole)).toEqual([]);
  const places = (changed: Readonly<Record<string, string>>): readonly string[] =>
    problemsOf({ ...whole, ...changed }).map((problem) => problem.split(' ')[0] ?? '');
  expect(places({ 'business.yaml': business.replace('US', 'USA') })).toEqual(['business.yaml:5']);
  expect(places({ 'tasks/order-status.yaml': book.replace('does: flow', 'does: flows') })).toEqual([
    'tasks/order-status.yaml:2',
  ]);
  expect(places({ 'tools/look.yaml': tool.replace('GET', 'GRT') })).toEqual(['tools/look.yaml:4']);
  expect(places({ 'tasks/order-status.yaml': `${book}flow: boook\n` })).toEqual([
    'tasks/order-status.yaml:7',
  ]);
});

test('a language that nobody speaks is told', () => {
  expect(problemsOf({ 'business.yaml': business.replace('[en]', '[en, spanish]') })[0]).toContain(
    'business.yaml:6 languages[1]: "spanish" is not a language code',
  );
});
