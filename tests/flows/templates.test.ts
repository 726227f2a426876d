import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, startTestStack, type RunningStack } from '../support/running-stack.ts';

const hourMs = 3_600_000;

const files: Readonly<Record<string, string>> = {
  'templates/seed_news.yaml': `name: seed_news
category: marketing
languages:
  en:
    header: { kind: text, text: "News from {{shop}}" }
    body: "Hello, this week we have {{what}} for your garden. Write here to order."
    footer: Reply STOP to get no more
    buttons:
      - { kind: reply, id: order-seeds, title: Order some }
      - { kind: link, title: Look at them, url: "https://harbour-outfitters.example/{{page}}" }
examples: { shop: Harbour Outfitters, what: beans, page: beans }
`,
  'templates/parcel_ready.yaml': `name: parcel_ready
category: utility
languages: { en: { body: "Hello, your parcel {{1}} waits for you in our shop until Friday." } }
examples: { "1": A-1042 }
`,
  'tasks/seed-news.yaml': `id: seed-news
does: flow
title: weekly news about seeds
button: Seed news
examples:
  en: [send me news about seeds, I want the weekly seed news, tell me about new seeds every week, subscribe to seed news]
`,
  'flows/seed-news.yaml': `id: seed-news
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: seed-news }], to: { then: ask } }
  - id: ask
    kind: choice
    text: May {{business.name}} write to you every Monday about seeds?
    options: [{ id: "yes", title: "Yes" }, { id: "no", title: "No" }]
    to: { "yes": note, "no": drop, failed: person }
  - { id: note, kind: consent, purpose: marketing, given: true, to: { then: done } }
  - { id: done, kind: resolve, text: You will hear from us on Mondays. }
  - { id: drop, kind: consent, purpose: marketing, given: false, to: { then: never } }
  - { id: never, kind: resolve, text: Then we will not write. }
  - { id: person, kind: hand-off, why: It was not clear whether they agree }
`,
  'tasks/seed-monday.yaml': `id: seed-monday
does: flow
title: the seeds of this week
button: Seeds this week
examples:
  en: [which seeds do you have this week, the seeds of this week please, what is in the seed news, order the seeds of the week]
`,
  'flows/seed-monday.yaml': `id: seed-monday
version: 1
languages: [en]
nodes:
  - id: start
    kind: start
    triggers: [{ kind: schedule, days: [monday], at: "09:00" }, { kind: button, id: order-seeds }]
    to: { then: news }
  - id: news
    kind: message
    say: { kind: template, name: seed_news, values: { shop: "{{business.name}}", what: beans, page: beans } }
    to: { then: reply }
  - { id: reply, kind: wait, minutes: 2000, to: { replied: person, timed-out: end } }
  - { id: person, kind: hand-off, why: They answered the seed news }
  - { id: end, kind: end }
`,
  'tasks/tulip-monday.yaml': `id: tulip-monday
does: flow
title: the tulips of this week
button: Tulips this week
examples:
  en: [which tulips do you have this week, the tulips of this week please, are there tulips this week, tulip bulbs of the week]
`,
  'flows/tulip-monday.yaml': `id: tulip-monday
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: schedule, days: [monday], at: "09:00" }], to: { then: news } }
  - id: news
    kind: message
    say: { kind: template, name: seed_news, values: { shop: "{{business.name}}", what: tulips, page: tulips } }
    to: { then: end }
  - { id: end, kind: end }
  - { id: person, kind: hand-off, why: Never }
`,
  'tasks/parcel-ready.yaml': `id: parcel-ready
does: flow
title: a parcel that waits in the shop
button: Parcel in shop
examples:
  en: [is my parcel waiting in the shop, can I fetch my parcel from the shop, my parcel is in your shop, pick up a parcel at the shop]
`,
  'flows/parcel-ready.yaml': `id: parcel-ready
version: 1
languages: [en]
given: [orderNumber]
nodes:
  - { id: start, kind: start, triggers: [{ kind: event, event: parcel-ready }], to: { then: tell } }
  - { id: tell, kind: message, say: { kind: template, name: parcel_ready, values: ["{{orderNumber}}"] }, to: { then: reply } }
  - { id: reply, kind: wait, minutes: 3000, to: { replied: person, timed-out: end } }
  - { id: person, kind: hand-off, why: They answered about the parcel }
  - { id: end, kind: end }
`,
  'tasks/agreed.yaml': `id: agreed
does: flow
title: notices agreed to in the shop
button: Notices
examples:
  en: [I agreed to notices in the shop, notices I signed for, the paper I signed for notices, my signed agreement on notices]
`,
  'flows/agreed.yaml': `id: agreed
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: event, event: signed-up }], to: { then: note } }
  - { id: note, kind: consent, purpose: utility, given: true, to: { then: end } }
  - { id: end, kind: end }
  - { id: person, kind: hand-off, why: Never }
`,
};

let home: string;
let stack: RunningStack;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'ambit-templates-'));
  const folder = join(home, 'shop');
  await cp('businesses/shop', folder, { recursive: true });
  await mkdir(join(folder, 'templates'), { recursive: true });
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  stack = await startTestStack({
    environment: {
      AMBIT_BUSINESS: folder,
      AMBIT_SUBMIT_TEMPLATES: 'true',
      WHATSAPP_BUSINESS_ACCOUNT_ID: '102290129340398',
    },
  });
  for (const [id, phone] of [
    ['ana', '447700900301'],
    ['ben', '15552003002'],
    ['cleo', '15552003003'],
  ] as const)
    stack.simulator.control.addCustomer({ id, name: id, phone, userId: `GB.${phone}` });
});
afterAll(async () => {
  await stack.stop();
  await rm(home, { recursive: true, force: true });
});

const held = (name: string) =>
  stack.simulator.control.templates().find((template) => template.name === name)?.status;
const lastOf = (customer: string) => stack.simulator.control.conversation(customer)?.messages.at(-1)?.bubble;
const shows = (customer: string, text: string) =>
  eventually(
    () => (JSON.stringify(lastOf(customer)).includes(text) ? true : undefined),
    `"${text}" on the phone of ${customer}, which shows ${JSON.stringify(lastOf(customer))}`,
  );
const alarmOf = (kind: string) =>
  eventually(
    async () => (await stack.client.alarms()).alarms.find((alarm) => alarm.kind === kind),
    `an alarm "${kind}"`,
  );

/** A quarter past nine in Los Angeles, where the shop is, on the next such day of the week. */
function moveTo(day: number): void {
  const now = new Date(stack.simulator.control.clock().nowMs);
  const then = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), 17, 15);
  const days = (day - now.getUTCDay() + 7) % 7;
  const target = then + days * 24 * hourMs;
  stack.simulator.control.setClock(target > now.getTime() ? target : target + 7 * 24 * hourMs);
}

/** Waits until the server has followed the simulator's clock. */
async function moved(toMs: number): Promise<void> {
  let count = 0;
  await eventually(async () => {
    count += 1;
    await stack.client.tellEvent({ id: `clock-${toMs}-${count}`, event: 'signed-up', phone: '447700900301' });
    const { rows } = await stack.made.database.query({
      text: `select 1 from inbox where message_id like 'event:clock-%' and said_at >= $1`,
      values: [new Date(toMs)],
    });
    return rows.length > 0 ? true : undefined;
  }, 'the clock of the server');
}

test('templates of the business are handed in for review, and Meta approves them', async () => {
  await eventually(() => (held('parcel_ready') === undefined ? undefined : true), 'the templates at Meta');
  await eventually(() => (held('seed_news') === undefined ? undefined : true), 'the templates at Meta');
  stack.simulator.control.advanceClock(2 * 60_000);
  await eventually(() => (held('seed_news') === 'APPROVED' ? true : undefined), 'the approval');
});

test('a schedule writes to those who agreed, by template, and to nobody else', async () => {
  for (const customer of ['ana', 'ben']) {
    await stack.settled(stack.say(customer, 'I want the weekly seed news'));
    await shows(customer, 'every Monday about seeds?');
  }
  await stack.settled(stack.say('ana', 'yes'));
  await shows('ana', 'You will hear from us on Mondays.');
  await stack.settled(stack.say('ben', 'no'));
  await shows('ben', 'Then we will not write.');
  const before = stack.phoneOf('ben').length;
  moveTo(1);
  await shows('ana', 'this week we have beans');
  expect(lastOf('ana')).toMatchObject({
    kind: 'template',
    name: 'seed_news',
    body: 'Hello, this week we have beans for your garden. Write here to order.',
    buttons: [
      { kind: 'quick-reply', payload: 'order-seeds' },
      { kind: 'url', url: 'https://harbour-outfitters.example/beans' },
    ],
  });
  // Another flow of the same minute is not left out.
  stack.simulator.control.advanceClock(2 * 60_000);
  await shows('ana', 'this week we have tulips');
  expect(stack.phoneOf('ben')).toHaveLength(before);
  const { rows } = await stack.made.database.query({
    text: `select clearance from outbox where draft #>> '{content,kind}' = 'template'`,
  });
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).toContain('agreed to marketing messages');
});

test('who wrote "stop" gets none on the next Monday', async () => {
  await stack.settled(stack.say('ana', 'stop'));
  const before = stack.phoneOf('ana').length;
  moveTo(2);
  moveTo(1);
  await stack.settled(stack.say('cleo', 'hello'));
  await eventually(async () => {
    const { rows } = await stack.made.database.query({
      text: `select 1 from timers where name like 'schedule:%'`,
    });
    return rows.length === 0 ? true : undefined;
  }, 'the schedule to be over');
  expect(stack.phoneOf('ana')).toHaveLength(before);
});

test('an event outside the window is told by template, once the customer has agreed', async () => {
  await moved(stack.simulator.control.advanceClock(30 * hourMs).nowMs);
  const tell = (id: string, event: string) =>
    stack.client.tellEvent({ id, event, phone: '15552003003', details: { orderNumber: 'A-1042' } });
  const shown = stack.phoneOf('cleo').length;
  expect(await tell('ready-1', 'parcel-ready')).toMatchObject({ state: 'starting' });
  expect((await alarmOf('refused-by-policy')).about).toContain('WA-OPT-001');
  expect(stack.phoneOf('cleo')).toHaveLength(shown);
});

test('a template that Meta paused does not go, and people are told', async () => {
  await stack.client.tellEvent({ id: 'signed', event: 'signed-up', phone: '15552003002' });
  await eventually(async () => {
    const { rows } = await stack.made.database.query({
      text: `select 1 from conversations where phone = '15552003002' and state -> 'consents' ? 'utility'`,
    });
    return rows.length === 1 ? true : undefined;
  }, 'the consent of Ben');
  const tell = (id: string) =>
    stack.client.tellEvent({
      id,
      event: 'parcel-ready',
      phone: '15552003002',
      details: { orderNumber: 'A-7' },
    });
  await tell('ready-2');
  await shows('ben', 'your parcel A-7 waits for you');
  const shown = stack.phoneOf('ben').length;
  stack.simulator.control.actAsMeta({
    kind: 'pause-template',
    template: { name: 'parcel_ready', language: 'en' },
  });
  await moved(stack.simulator.control.advanceClock(16 * 60_000).nowMs);
  await tell('ready-3');
  await eventually(
    async () =>
      (await stack.client.alarms()).alarms.some(({ about }) => about.includes('WA-WIN-002'))
        ? true
        : undefined,
    'an alarm about the paused template',
  );
  expect(stack.phoneOf('ben')).toHaveLength(shown);
});
