import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CustomerRecord } from '@ambit/core/customer/customer';
import type { SubscriptionRecord } from '@ambit/core/subscription/subscription';
import { knownCustomers } from '@ambit/server/db/customers';
import { importCustomers, mergeCustomers } from '@ambit/server/db/import/import-customers';
import { importSubscriptions, mergeSubscriptions } from '@ambit/server/db/import/import-subscriptions';
import { bruna, diego, openGym, type Gym } from './gym.ts';

let gym: Gym;
beforeAll(async () => {
  gym = await openGym();
});
afterAll(() => gym.drop());

const monthly: SubscriptionRecord = {
  subscriptionId: 'M-1',
  contactPhone: '5511955500171',
  plan: 'Mensal',
  status: 'active',
  price: 149,
  renewsOn: '2026-12-10',
  fields: { unit: 'Augusta' },
};
const yearly: SubscriptionRecord = {
  ...monthly,
  subscriptionId: 'A-7',
  plan: 'Anual',
  price: 109,
  fields: {},
};
const brunas: CustomerRecord = {
  phone: '5511955500171',
  name: 'Bruna Lopes',
  language: 'pt',
  tags: ['vip'],
  notes: 'likes the early class',
  fields: { goal: 'run', visits: 12 },
};

beforeEach(async () => {
  await gym.database.query({ text: 'truncate customers, subscriptions, tool_effects' });
  await importSubscriptions(gym.database, [monthly]);
});

const columns = ['subscription', 'phone', 'plan', 'status', 'price', 'renews_on', 'unit'];
const options = { replace: false, onRows: () => Promise.resolve() };
const mine = { subscriptionId: 'M-1' };
const thirtyDays = { ...mine, from: '2026-11-30', lasting: '30' };

test('who writes sees their own subscriptions, and nobody else does', async () => {
  expect(await gym.call('my-subscriptions', {}, bruna)).toEqual({
    kind: 'one',
    subscription: {
      subscriptionId: 'M-1',
      plan: 'Mensal',
      state: 'active',
      price: 149,
      renewsOn: '2026-12-10',
      fields: { unit: 'Augusta' },
    },
  });
  expect(await gym.call('my-subscriptions', {}, diego)).toEqual({ kind: 'none' });
  expect(await gym.call('pause-subscription', thirtyDays, diego)).toEqual({ kind: 'not-shown' });
  expect(await gym.call('cancel-subscription', mine, diego)).toEqual({ kind: 'not-shown' });
  expect(await gym.call('resume-subscription', mine, diego)).toEqual({ kind: 'not-shown' });
  expect(await gym.call('cancel-subscription', { subscriptionId: 'M-9' }, bruna)).toEqual({
    kind: 'not-shown',
  });
});

test('of several only those that run are shown', async () => {
  await importSubscriptions(gym.database, [{ ...yearly, status: 'expired' }]);
  expect(await gym.call('my-subscriptions', {}, bruna)).toMatchObject({ kind: 'one' });
  await gym.database.query({ text: `update subscriptions set status = 'active'` });
  expect(await gym.call('my-subscriptions', {}, bruna)).toMatchObject({
    kind: 'several',
    subscriptions: [{ subscriptionId: 'A-7' }, { subscriptionId: 'M-1' }],
  });
});

test('a pause is settled once, however often the call is made, and given back when it ends early', async () => {
  expect(await gym.call('check-pause', thirtyDays, bruna)).toMatchObject({
    kind: 'possible',
    pause: { until: '2026-12-29', days: 30, renewsOn: '2027-01-09' },
  });
  const first = await gym.call('pause-subscription', thirtyDays, bruna, 'same');
  expect(first).toMatchObject({
    kind: 'paused',
    subscription: { state: 'pause-to-come', renewsOn: '2027-01-09' },
  });
  expect(await gym.call('pause-subscription', thirtyDays, bruna, 'same')).toEqual(first);
  expect(await gym.call('pause-subscription', thirtyDays, bruna)).toEqual({ kind: 'already-paused' });
  const found = await gym.database.query({ text: 'select renews_on::text, pauses from subscriptions' });
  expect(found.rows).toEqual([
    { renews_on: '2027-01-09', pauses: [{ from: '2026-11-30', until: '2026-12-29' }] },
  ]);
  expect(await gym.call('resume-subscription', mine, bruna)).toMatchObject({
    kind: 'resumed',
    subscription: { state: 'active', renewsOn: '2026-12-10' },
  });
  expect(await gym.call('resume-subscription', mine, bruna)).toEqual({ kind: 'not-paused' });
});

test('two calls at once make one pause', async () => {
  const both = await Promise.all([
    gym.call('pause-subscription', thirtyDays, bruna),
    gym.call('pause-subscription', thirtyDays, bruna),
  ]);
  expect(both.map((each) => JSON.stringify(each)).filter((each) => each.includes('"paused"'))).toHaveLength(
    1,
  );
});

test('what is cancelled runs on until its end, and what people decide is left to them', async () => {
  expect(await gym.call('check-cancellation', mine, bruna)).toEqual({
    kind: 'possible',
    endsOn: '2026-12-09',
  });
  expect(await gym.call('cancel-subscription', mine, bruna)).toMatchObject({
    kind: 'cancelled',
    subscription: { state: 'ending', endsOn: '2026-12-09' },
  });
  expect(await gym.call('cancel-subscription', mine, bruna)).toEqual({ kind: 'already-cancelled' });
  await importSubscriptions(gym.database, [yearly]);
  expect(await gym.call('cancel-subscription', { subscriptionId: 'A-7' }, bruna)).toEqual({
    kind: 'not-offered',
  });
});

test('what customers settled stays when the file is read again; the rest of the line is taken over', async () => {
  await gym.call('pause-subscription', thirtyDays, bruna);
  const file = { ...monthly, price: 159, renewsOn: '2026-12-12', fields: { unit: 'Centro' } };
  const changes = await gym.database.transaction((client) =>
    mergeSubscriptions(client, { rows: [file, yearly], columns }, options),
  );
  expect(changes).toEqual({
    added: 1,
    changed: 1,
    unchanged: 0,
    removed: 0,
    kept: [{ row: 'M-1', fields: ['renewsOn'] }],
  });
  expect(await gym.call('my-subscriptions', {}, bruna)).toMatchObject({
    subscriptions: [
      { subscriptionId: 'A-7' },
      {
        subscriptionId: 'M-1',
        price: 159,
        state: 'pause-to-come',
        renewsOn: '2027-01-09',
        fields: { unit: 'Centro' },
      },
    ],
  });
  const only = await gym.database.transaction((client) =>
    mergeSubscriptions(client, { rows: [file], columns }, { ...options, replace: true }),
  );
  expect(only).toMatchObject({ added: 0, changed: 0, unchanged: 1, removed: 1 });
});

test('a column that a file of customers has not stays as it is, and an emptied value is emptied', async () => {
  await importCustomers(gym.database, [brunas]);
  const { name: _, ...nameless } = brunas;
  const changes = await gym.database.transaction((client) =>
    mergeCustomers(
      client,
      {
        rows: [{ ...nameless, tags: [], fields: { visits: 13 } }],
        columns: ['phone', 'tags', 'visits', 'goal'],
      },
      options,
    ),
  );
  expect(changes).toMatchObject({ changed: 1, kept: [] });
  expect(await knownCustomers(gym.database, [bruna])).toEqual([
    { name: 'Bruna Lopes', language: 'pt', tags: [], fields: { visits: 13 } },
  ]);
});

test('a customer is whoever writes first from the number; who has it later is somebody else', async () => {
  await importCustomers(gym.database, [brunas]);
  const later = { contactId: 'rita', phone: '+55 11 95550-0171' };
  const known = { name: 'Bruna Lopes', language: 'pt', tags: ['vip'], fields: { goal: 'run', visits: 12 } };
  expect(await knownCustomers(gym.database, [bruna, later, diego])).toEqual([known, undefined, undefined]);
  expect(await knownCustomers(gym.database, [later])).toEqual([undefined]);
  // Meta no longer gives her number; she is known all the same.
  expect(await knownCustomers(gym.database, [{ contactId: 'bruna', phone: undefined }])).toEqual([known]);
  expect(await gym.call('my-subscriptions', {}, { contactId: 'bruna' })).toMatchObject({ kind: 'one' });
  expect(await gym.call('my-subscriptions', {}, { contactId: 'rita', phone: '5511955500171' })).toEqual({
    kind: 'none',
  });
  // The business says whose it is now.
  await gym.database.transaction((client) =>
    mergeCustomers(client, { rows: [{ ...brunas, name: 'Rita Sá' }], columns: ['phone', 'name'] }, options),
  );
  expect(await knownCustomers(gym.database, [later, { contactId: 'bruna', phone: undefined }])).toMatchObject(
    [{ name: 'Rita Sá' }, undefined],
  );
});

test('a corrected name keeps who is linked', async () => {
  await importCustomers(gym.database, [{ ...brunas, name: 'Bruna Lopez' }]);
  await knownCustomers(gym.database, [bruna]);
  await gym.database.transaction((client) =>
    mergeCustomers(client, { rows: [brunas], columns: ['phone', 'name'] }, options),
  );
  // Meta does not give her number this time.
  expect(await knownCustomers(gym.database, [{ contactId: 'bruna', phone: undefined }])).toMatchObject([
    { name: 'Bruna Lopes' },
  ]);
});

test('what is as it was is not written', async () => {
  await importCustomers(gym.database, [brunas, { ...brunas, phone: '5511955500172', name: 'Diego' }]);
  const versions = async () =>
    (await gym.database.query({ text: 'select xmin::text, phone from customers order by phone' })).rows;
  const before = await versions();
  const rows = [brunas, { ...brunas, phone: '5511955500172', name: 'Diego Reis' }];
  const changes = await gym.database.transaction((client) =>
    mergeCustomers(client, { rows, columns: ['phone', 'name', 'tags'] }, options),
  );
  expect(changes).toMatchObject({ changed: 1, unchanged: 1 });
  const after = await versions();
  expect(after[0]).toEqual(before[0]);
  expect(after[1]).not.toEqual(before[1]);
});

test('a number in small letters is the same subscription, which keeps its spelling', async () => {
  const again = { ...monthly, subscriptionId: 'm-1', price: 155 };
  const changes = await gym.database.transaction((client) =>
    mergeSubscriptions(client, { rows: [again], columns }, { ...options, replace: true }),
  );
  expect(changes).toMatchObject({ added: 0, changed: 1, removed: 0 });
  expect(await gym.call('check-pause', { ...thirtyDays, subscriptionId: 'm-1' }, bruna)).toMatchObject({
    kind: 'possible',
  });
  expect(await gym.call('my-subscriptions', {}, bruna)).toMatchObject({
    kind: 'one',
    subscription: { subscriptionId: 'M-1', price: 155 },
  });
});

test('the rules of a plan are found however its name is written', async () => {
  await gym.database.query({ text: `update subscriptions set plan = ' MENSÁL '` });
  expect(await gym.call('check-pause', thirtyDays, bruna)).toMatchObject({ kind: 'possible' });
});

test('a pause after the next renewal leaves it, and moves the one that the file names next', async () => {
  const later = { ...mine, from: '2026-12-20', lasting: '30' };
  expect(await gym.call('pause-subscription', later, bruna)).toMatchObject({
    kind: 'paused',
    subscription: { renewsOn: '2026-12-10', pausedUntil: '2027-01-18' },
  });
  const read = (renewsOn: string) =>
    gym.database.transaction((client) =>
      mergeSubscriptions(client, { rows: [{ ...monthly, renewsOn }], columns }, options),
    );
  const renews = async () =>
    (await gym.database.query({ text: 'select renews_on::text from subscriptions' })).rows[0]?.['renews_on'];
  expect(await read('2027-01-10')).toMatchObject({
    changed: 1,
    kept: [{ row: 'M-1', fields: ['renewsOn'] }],
  });
  expect(await renews()).toBe('2027-02-09');
  expect(await read('2027-01-10')).toMatchObject({ unchanged: 1 });
  expect(await renews()).toBe('2027-02-09');
});

test('nobody who writes waits while a file is read into the table', async () => {
  await importCustomers(gym.database, [brunas]);
  await gym.database.transaction(async (client) => {
    await mergeCustomers(
      client,
      { rows: [{ ...brunas, notes: 'new' }], columns: ['phone', 'notes'] },
      options,
    );
    expect(await knownCustomers(gym.database, [bruna])).toEqual([undefined]);
  });
  expect(await knownCustomers(gym.database, [bruna])).toMatchObject([{ name: 'Bruna Lopes' }]);
});
