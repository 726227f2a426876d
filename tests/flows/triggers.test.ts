import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOwnFiles } from '@ambit/server/business-files/read-business-folder';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, startTestStack, type RunningStack } from '../support/running-stack.ts';

const task = `id: parcel-news
does: flow
title: news about a parcel
button: Parcel news
examples:
  en: [tell me when my parcel comes, I want news about the parcel, let me know about delivery, parcel news please]
`;
const flow = (version: number, question: string) => `id: parcel-news
version: ${version}
languages: [en]
given: [orderNumber]
nodes:
  - id: start
    kind: start
    triggers:
      - { kind: task, task: parcel-news }
      - { kind: event, event: order-shipped }
      - { kind: ad-click, ad: "ad-77" }
    to: { then: ask }
  - id: ask
    kind: ask
    text: "Your parcel {{orderNumber}} is on its way.\\n${question}"
    slot: { kind: choice, options: [{ value: door, title: At the door }, { value: shop, title: In the shop }] }
    save: place
    to: { filled: name, failed: person }
  - id: name
    kind: ask
    text: "Version ${version}: and the name on the bell?"
    slot: { kind: text }
    save: name
    to: { filled: done, failed: person }
  - { id: done, kind: resolve, text: "Noted by version ${version}: {{place}}, {{name}}." }
  - { id: person, kind: hand-off, why: The place was not understood }
`;

const placeTask = task
  .replace('id: parcel-news', 'id: bring-it')
  .replace('news about a parcel', 'bringing a parcel')
  .replace('button: Parcel news', 'button: Bring it')
  .replace(/en: .*/, 'en: [bring it to my place, come to where I am now, drop it at my location]');
const placeFlow = `id: bring-it
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: bring-it }, { kind: event, event: courier-near }], to: { then: ask } }
  - { id: ask, kind: ask, text: Where are you?, slot: { kind: location }, save: place, to: { filled: done, failed: person } }
  - { id: done, kind: resolve, text: "Coming to {{place.latitude}} {{place.longitude}}." }
  - { id: person, kind: hand-off, why: The courier found no place }
`;
const ad = {
  sourceType: 'ad',
  sourceUrl: 'https://fb.me/parcels',
  headline: 'Parcels',
  body: 'Ask us',
  ctwaClid: 'click',
} as const;

let home: string;
let folder: string;
let stack: RunningStack;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'ambit-triggers-'));
  folder = join(home, 'shop');
  await cp('businesses/shop', folder, { recursive: true });
  await mkdir(join(folder, 'flows'), { recursive: true });
  await writeFile(join(folder, 'tasks/parcel-news.yaml'), task);
  await writeFile(join(folder, 'flows/parcel-news.yaml'), flow(1, 'Where shall it go?'));
  await writeFile(join(folder, 'tasks/bring-it.yaml'), placeTask);
  await writeFile(join(folder, 'flows/bring-it.yaml'), placeFlow);
  stack = await startTestStack({ environment: { AMBIT_BUSINESS: folder } });
  for (const [id, phone] of [
    ['ana', '15552002001'],
    ['ben', '15552002002'],
    ['cleo', '15552002003'],
    ['dan', '15552002004'],
  ] as const)
    stack.simulator.control.addCustomer({ id, name: id, phone, userId: `US.${phone}` });
});
afterAll(async () => {
  await stack.stop();
  await rm(home, { recursive: true, force: true });
});

const phoneShows = (customer: string, text: string) =>
  eventually(
    () => (stack.phoneOf(customer).at(-1)?.includes(text) === true ? true : undefined),
    `"${text}" on the phone of ${customer}, which shows "${stack.phoneOf(customer).at(-1) ?? ''}"`,
  );

test('an event of the business starts its flow once, and the flow goes on with the customer', async () => {
  await stack.settled(stack.say('ana', 'hello'));
  const event = {
    id: 'ship-1',
    event: 'order-shipped',
    phone: '+15552002001',
    details: { orderNumber: 'A-1042', other: 1 },
  };
  expect(await stack.client.tellEvent(event)).toMatchObject({ state: 'starting', repeated: false });
  await phoneShows('ana', 'Your parcel A-1042 is on its way.\nWhere shall it go?');
  const shown = stack.phoneOf('ana').length;
  expect(await stack.client.tellEvent(event)).toMatchObject({ repeated: true });
  await stack.settled(stack.say('ana', 'at the door'));
  await phoneShows('ana', 'and the name on the bell?');
  expect(stack.phoneOf('ana')).toHaveLength(shown + 1);
});

test('once the window is closed nothing is said, and people are told that a template is needed', async () => {
  await stack.settled(stack.say('ben', 'hello'));
  const before = stack.phoneOf('ben').length;
  await stack.made.database.query({
    text: `update conversations set window_closes_at = now() - interval '1 hour' where phone = '15552002002'`,
  });
  const taken = await stack.client.tellEvent({ id: 'ship-2', event: 'order-shipped', phone: '15552002002' });
  expect(taken.state).toBe('waiting');
  const alarm = await eventually(
    async () => (await stack.client.alarms()).alarms.find(({ kind }) => kind === 'event-waiting'),
    'an alarm about the event',
  );
  expect(alarm.about).toContain('"order-shipped" waits for a template');
  expect(stack.phoneOf('ben')).toHaveLength(before);
});

test('what no flow waits for, and who never wrote, is refused with what to do', async () => {
  const nobody = { id: 'x', event: 'order-shipped', phone: '15559999999' };
  await expect(stack.client.tellEvent(nobody)).rejects.toThrow('Nobody with this phone');
  const unknown = { id: 'x', event: 'order-eaten', phone: '15552002001' };
  await expect(stack.client.tellEvent(unknown)).rejects.toThrow('No flow is started by');
  const without = await fetch(`${stack.server.deskUrl ?? ''}/api/events`, {
    method: 'POST',
    body: JSON.stringify(unknown),
  });
  expect(without.status).toBe(401);
});

test('a flow asks for a place with a button, and takes the pin that comes back', async () => {
  await stack.settled(stack.say('dan', 'hello'));
  await stack.client.tellEvent({ id: 'near-1', event: 'courier-near', phone: '15552002004' });
  await phoneShows('dan', 'Where are you?');
  const sent = stack.simulator.control.act([
    { customer: 'dan', action: { kind: 'location', latitude: 53.2707, longitude: -9.0568 } },
  ]);
  if (sent.kind !== 'done') throw new Error('Dan could not send a pin');
  await phoneShows('dan', 'Coming to 53.2707 -9.0568.');
});

test('who comes through an ad and says little is met by the flow of that ad; anybody else is not', async () => {
  const come = (customer: string, sourceId: string) => {
    const done = stack.simulator.control.act([
      { customer, action: { kind: 'text', body: 'Hello', referral: { ...ad, sourceId } } },
    ]);
    if (done.kind !== 'done' || done.wamids[0] === undefined) throw new Error(`no customer "${customer}"`);
    return stack.settled(done.wamids[0]);
  };
  await come('cleo', 'ad-77');
  expect(stack.phoneOf('cleo').at(-1)).toContain('Where shall it go?');
  await come('dan', 'ad-78');
  expect(stack.phoneOf('dan').at(-1)).not.toContain('Where shall it go?');
});

test('a version that is published in the middle of a flow is for those who start after it', async () => {
  await writeFile(join(folder, 'flows/parcel-news.yaml'), flow(2, 'Where do you want it?'));
  const publish = async (onTopOf: number) => {
    const files: Record<string, string> = {};
    for (const [path, bytes] of await readOwnFiles(folder))
      files[path] = Buffer.from(bytes).toString('base64');
    return stack.client.publish({ files, onTopOf, note: '' });
  };
  expect(await publish(1)).toMatchObject({ kind: 'published', version: 2 });
  await eventually(
    async () => ((await stack.client.status()).business?.version === 2 ? true : undefined),
    'version 2 in use',
  );
  await stack.settled(stack.say('cleo', 'at the door'));
  await phoneShows('cleo', 'Version 1: and the name');
  await stack.settled(stack.say('cleo', 'Cleo'));
  await phoneShows('cleo', 'Noted by version 1: door, Cleo.');
  await stack.client.tellEvent({
    id: 'ship-3',
    event: 'order-shipped',
    phone: '15552002003',
    details: { orderNumber: 'A-1043' },
  });
  await phoneShows('cleo', 'Where do you want it?');

  await writeFile(join(folder, 'flows/parcel-news.yaml'), flow(2, 'Where should it be?'));
  expect(await publish(2)).toMatchObject({ kind: 'refused', problems: [{ field: 'version' }] });
});
