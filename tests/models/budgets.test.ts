import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Models } from '@ambit/core/model/models';
import { readBusinessFolder } from '@ambit/server/business-files/read-business-folder';
import { publishBusiness } from '@ambit/server/db/business-versions';
import { saveChannel } from '@ambit/server/db/channels';
import { connectModels } from '@ambit/server/models/connect-models';
import { createModelAsker, type ModelAsker } from '@ambit/server/pipeline/ask-model';
import { readBusiness } from '@ambit/server/pipeline/import-business';
import {
  address,
  channelId,
  draftsOf,
  noon,
  outcomesOf,
  quietLog,
  receiverOn,
  runDue,
  textFrom,
  workerOn,
} from '../support/engine-fixture.ts';
import { startModelServer, type ModelServer } from '@ambit/cli/scenario/model-server';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { compatibleModel, makeModelShop } from './model-shop.ts';

const good = 'You can return anything unworn within 30 days of delivery.';
const extract = 'Our return policy: you can return anything unworn';

let made: TestDatabase;
let server: ModelServer;
let folder: string;
let versions = 0;
beforeAll(async () => {
  server = await startModelServer();
  server.answers(() => ({ kind: 'text', text: good, tokens: [80, 20] }));
  folder = await makeModelShop({ providers: [compatibleModel(server.url)] });
  made = await createTestDatabase();
  await saveChannel(made.database, { channelId, kind: 'whatsapp', address, displayName: 'Shop' }, 1_000, {
    sealed: new Uint8Array([1]),
    renewed: true,
  });
});
afterAll(async () => {
  await server.stop();
  await made.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  server.asked.length = 0;
  await made.database.query({ text: 'delete from model_usage' });
  await made.database.query({ text: 'delete from alarms' });
});

/** Publishes the shop with these budgets; 100 tokens and 0.12 a call. */
async function publish(budgets: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const { business } = readBusiness(folder, await readBusinessFolder(folder));
  const models = Models.parse({ providers: [compatibleModel(server.url)], budgets });
  versions += 1;
  await publishBusiness(made.database, { ...business, models }, `version ${versions}`);
}

function asker(at = noon): ModelAsker {
  return createModelAsker({
    database: made.database,
    clock: { now: () => at },
    log: quietLog,
    connect: (models) =>
      connectModels(
        models,
        () => Promise.resolve('key'),
        () => 0.5,
      ),
  });
}

let asked = 0;
/** Asks what a model phrases; resolves with the reply. */
async function ask(bsuid: string, at = noon): Promise<string> {
  asked += 1;
  const sender = { bsuid, phone: `14155${bsuid.length}${asked}` };
  await receiverOn(made.database).receive([
    textFrom(sender, `q${asked}`, 'What is your return policy?', noon),
  ]);
  await runDue(workerOn(made.database, { node: `n${asked}`, askModel: asker(at) }));
  return (await draftsOf(made.database, bsuid)).at(-1) ?? '';
}

async function alarms(): Promise<readonly unknown[]> {
  const found = await made.database.query({ text: 'select kind from alarms order by alarm_id' });
  return found.rows.map((row) => row['kind']);
}

test('a budget for all customers that is spent leaves reviewed sentences, and people are told', async () => {
  await publish([{ for: 'agent', tokensPerDay: 200, then: 'reviewed-sentences' }]);
  expect(await ask('US.M1')).toContain(good);
  expect(await alarms()).toEqual([]);
  expect(await ask('US.M2')).toContain(good);
  expect(await alarms()).toEqual(['model-budget-spent']);
  expect(await ask('US.M3')).toContain(extract);
  expect(server.asked).toHaveLength(2);
});

test('people are told before a budget is spent', async () => {
  await publish([{ for: 'agent', tokensPerDay: 1_000, warnAtPercent: 20 }]);
  await ask('US.N1');
  expect(await alarms()).toEqual([]);
  await ask('US.N2');
  expect(await alarms()).toEqual(['model-budget-near']);
});

test('a budget of money counts prices', async () => {
  await publish([{ for: 'agent', moneyPerDay: 0.12, then: 'reviewed-sentences' }]);
  expect(await ask('US.O1')).toContain(good);
  expect(await ask('US.O2')).toContain(extract);
});

test('a budget that only warns lets models go on', async () => {
  await publish([{ for: 'agent', tokensPerDay: 50, then: 'warn' }]);
  expect(await ask('US.P1')).toContain(good);
  expect(await ask('US.P2')).toContain(good);
  expect(await alarms()).toEqual(['model-budget-spent']);
});

describe('a budget for each customer', () => {
  test('hands over the one who has spent it, and nobody else', async () => {
    await publish([{ for: 'customer', tokensPerDay: 100, then: 'hand-off' }]);
    expect(await ask('US.Q1')).toContain(good);
    await ask('US.Q1');
    expect((await outcomesOf(made.database, 'US.Q1')).at(-1)).toMatchObject({
      kind: 'handed-off',
      why: "the day's model budget for the customer is spent",
    });
    expect(await ask('US.Q2')).toContain(good);
  });

  test('begins anew with the day of the business', async () => {
    await publish([{ for: 'customer', tokensPerDay: 100, then: 'reviewed-sentences' }]);
    expect(await ask('US.R1')).toContain(good);
    expect(await ask('US.R1')).toContain(extract);
    // Noon is 12:00 in San Francisco; twelve hours and a minute later it is tomorrow there.
    expect(await ask('US.R1', noon + 12 * 3_600_000 + 60_000)).toContain(good);
  });
});

test('a turn that is run again does not ask, or pay, twice', async () => {
  await publish([]);
  const sender = { bsuid: 'US.S1', phone: '14155550177' };
  await receiverOn(made.database).receive([textFrom(sender, 's1', 'What is your return policy?')]);
  const dying = workerOn(made.database, {
    node: 'dying',
    settings: { leaseMs: 150 },
    askModel: asker(),
    onSettled: ({ kind }) => {
      if (kind === 'write-answer') throw new Error('the node is gone');
    },
  });
  const [lost] = (await dying.take(10)).turns;
  if (lost === undefined) throw new Error('no turn was taken');
  await expect(dying.run(lost)).rejects.toThrow('gone');
  await new Promise((resolve) => {
    setTimeout(resolve, 300);
  });
  await runDue(workerOn(made.database, { node: 'alive', askModel: asker() }));
  expect((await draftsOf(made.database, 'US.S1')).at(-1)).toContain(good);
  expect(server.asked).toHaveLength(1);
  const used = await made.database.query({ text: 'select count(*)::int as n from model_usage' });
  expect(used.rows[0]?.['n']).toBe(1);
});

test('without anybody to ask models, all is said from the passages', async () => {
  await publish([]);
  const sender = { bsuid: 'US.T1', phone: '14155550178' };
  await receiverOn(made.database).receive([textFrom(sender, 't1', 'What is your return policy?')]);
  await runDue(workerOn(made.database, { node: 'mute' }));
  expect((await draftsOf(made.database, 'US.T1')).at(-1)).toContain(extract);
});
