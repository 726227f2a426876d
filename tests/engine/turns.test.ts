import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { changeOwner } from '@ambit/server/db/ownership';
import type { TakenTurn } from '@ambit/server/pipeline/take-turns';
import type { Tool } from '@ambit/server/ports/tools';
import { createOrderTools } from '@ambit/server/tools/order-tools';
import {
  createShopDatabase,
  draftsOf,
  noon,
  outcomesOf,
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

const maya = { phone: '14155550142' };
const shortLease = { leaseMs: 150 };

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

test('a burst of messages is one turn and one reply', async () => {
  const sender = { bsuid: 'US.B1', ...maya };
  await receiverOn(made.database).receive([
    textFrom(sender, 'b1.1', 'hi', noon),
    textFrom(sender, 'b1.2', 'where is my order', noon + 1_000),
    textFrom(sender, 'b1.3', 'A-1042', noon + 2_000),
  ]);
  await runDue(workerOn(made.database, { node: 'one' }));
  expect(await outcomesOf(made.database, 'US.B1')).toEqual([{ kind: 'answered', task: 'order-status' }]);
  expect(await draftsOf(made.database, 'US.B1')).toHaveLength(1);
});

test('two nodes never hold the same conversation at once', async () => {
  const senders = Array.from({ length: 40 }, (_, n) => ({ bsuid: `US.C${n}` }));
  await receiverOn(made.database).receive(
    senders.map((sender, n) => textFrom(sender, `c${n}`, 'hello there.')),
  );
  const nodes = ['one', 'two', 'three', 'four'].map((node) => workerOn(made.database, { node }));
  const taken = await Promise.all(nodes.map((node) => node.take(25)));
  const held = taken.flatMap(({ turns }) => turns.map(({ turn }) => turn.conversation_id));
  expect(new Set(held).size).toBe(held.length);
  expect(held).toHaveLength(40);
  await Promise.all(
    nodes.map((node, n) => Promise.all((taken[n]?.turns ?? []).map((turn) => node.run(turn)))),
  );
});

test('a node that died gives its turn back: the same turn, the same input, one outcome', async () => {
  const sender = { bsuid: 'US.D1', ...maya };
  await receiverOn(made.database).receive([textFrom(sender, 'd1.1', 'Where is my order A-1042?')]);
  const dead = workerOn(made.database, { node: 'dead', settings: shortLease });
  const [lost] = (await dead.take(10)).turns;
  await receiverOn(made.database).receive([textFrom(sender, 'd1.2', 'please hurry', noon + 1_000)]);
  await pause(250);
  const alive = workerOn(made.database, { node: 'alive' });
  const [again] = (await alive.take(10)).turns;
  expect(again?.turn.turn_id).toBe(lost?.turn.turn_id);
  expect(again?.turn.inputs).toEqual(lost?.turn.inputs);
  expect(again?.claim.epoch).toBeGreaterThan(lost?.claim.epoch ?? 0);
  if (lost === undefined || again === undefined) throw new Error('no turn was taken');

  // The dead one wakes up after all, past its lease: nothing of its work is kept.
  expect(await dead.run(lost)).toEqual({ kind: 'fenced' });
  expect(await draftsOf(made.database, 'US.D1')).toEqual([]);
  await alive.run(again);
  await runDue(alive);
  const outcomes = await outcomesOf(made.database, 'US.D1');
  expect(outcomes[0]).toEqual({ kind: 'answered', task: 'order-status' });
  const waiting = await made.database.query({
    text: 'select 1 from mailboxes where next_seq - 1 > handled_seq and conversation_id = $1',
    values: [(await placeOf(made.database, 'US.D1')).conversationId],
  });
  expect(waiting.rows).toEqual([]);
});

test('a message that comes while the turn runs joins it, once', async () => {
  const sender = { bsuid: 'US.E1', ...maya };
  const receiver = receiverOn(made.database);
  await receiver.receive([textFrom(sender, 'e1.1', 'Where is my order?')]);
  const worker = workerOn(made.database, { node: 'one' });
  const { turns } = await worker.take(10);
  await receiver.receive([textFrom(sender, 'e1.2', 'A-1042', noon + 1_000)]);
  for (const turn of turns) await worker.run(turn);
  await runDue(worker);
  expect(await outcomesOf(made.database, 'US.E1')).toEqual([{ kind: 'answered', task: 'order-status' }]);
  expect(await draftsOf(made.database, 'US.E1')).toHaveLength(1);
});

test('a take-over fences the turn in flight: the agent says nothing, the messages are with the person', async () => {
  const sender = { bsuid: 'US.F1', ...maya };
  await receiverOn(made.database).receive([textFrom(sender, 'f1.1', 'Where is my order A-1042?')]);
  const worker = workerOn(made.database, { node: 'one' });
  const { turns } = await worker.take(10);
  const place = await placeOf(made.database, 'US.F1');
  await made.database.transaction((client) =>
    changeOwner(client, place, { kind: 'take', person: 'Sam' }, noon),
  );
  const ran = await Promise.all(turns.map((turn) => worker.run(turn)));
  expect(ran).toEqual([{ kind: 'fenced' }]);
  await runDue(worker);
  expect(await outcomesOf(made.database, 'US.F1')).toEqual([{ kind: 'with-person' }]);
  expect(await draftsOf(made.database, 'US.F1')).toEqual([]);
});

test('a call with effects that was settled before the turn was lost is not made again', async () => {
  const sender = { bsuid: 'US.G1', ...maya };
  const receiver = receiverOn(made.database);
  await receiver.receive([textFrom(sender, 'g1.1', 'Please cancel my order A-1057.')]);
  let cancellations = 0;
  const counted = createOrderTools(made.database).map((tool): Tool =>
    tool.name === 'cancel-order'
      ? {
          ...tool,
          effects: 'once',
          async call(input, key, signal, asker) {
            cancellations += 1;
            const outcome = await tool.call(input, key, signal, asker);
            // The node stalls here past its lease, and another takes the conversation.
            const stall =
              "update mailboxes set lease_until = now(), wake_at = now() where lease_node = 'one'";
            await made.database.query({ text: stall });
            stolen = (await second.take(10)).turns;
            return outcome;
          },
        }
      : tool,
  );
  const first = workerOn(made.database, { node: 'one', tools: counted });
  const second = workerOn(made.database, { node: 'two', tools: counted });
  let stolen: readonly TakenTurn[] = [];
  await runDue(first);
  await receiver.receive([textFrom(sender, 'g1.2', 'yes', noon + 1_000)]);
  const [taken] = (await first.take(10)).turns;
  if (taken === undefined) throw new Error('no turn was taken');
  const running = first.run(taken);
  await vi.waitUntil(() => stolen.length > 0, 60_000);
  const [again] = stolen;
  expect(again?.turn.turn_id).toBe(taken.turn.turn_id);
  expect(await running).toEqual({ kind: 'fenced' });
  if (again === undefined) throw new Error('the turn was not taken over');
  expect(await second.run(again)).toMatchObject({ kind: 'closed', sends: true });
  expect(cancellations).toBe(1);
  expect((await draftsOf(made.database, 'US.G1')).at(-1)).toContain('A-1057 is cancelled');
});

test('a call that was only started is repeated if its tool says it may be', async () => {
  const sender = { bsuid: 'US.H1', phone: '4915123456789' };
  const { cancelled, outcome } = await crashInCancel(sender, 'h1', 'A-1051', 'repeatable');
  expect(cancelled).toBe(1);
  expect(outcome).toMatchObject({ kind: 'answered' });
});

test('a call that was only started and may not be repeated is in doubt and goes to a person', async () => {
  const sender = { bsuid: 'US.H2', phone: '4915123456789' };
  const { cancelled, outcome } = await crashInCancel(sender, 'h2', 'A-1052', 'once');
  expect(cancelled).toBe(0);
  expect(outcome).toMatchObject({ kind: 'handed-off' });
  expect((await draftsOf(made.database, 'US.H2')).at(-1)).toContain("please don't count on it");
});

/** A node dies after `started` is committed and before anything is settled; another goes on. */
async function crashInCancel(
  sender: { bsuid: string; phone: string },
  ids: string,
  orderNumber: string,
  effects: Tool['effects'],
): Promise<{ cancelled: number; outcome: unknown }> {
  await made.database.query({
    text: `insert into orders (order_number, status, contact_phone, items)
           values ($1, 'processing', $2, '[{"sku":"x","name":"Cap","quantity":1}]')
           on conflict (order_number) do update set status = 'processing', contact_phone = $2`,
    values: [orderNumber, sender.phone],
  });
  const receiver = receiverOn(made.database);
  const lookUp = createOrderTools(made.database).filter((tool) => tool.name === 'look-up-order');
  const dying: Tool = { name: 'cancel-order', effects, call: () => Promise.reject(new Error('killed')) };
  const first = workerOn(made.database, { node: 'one', tools: [...lookUp, dying], settings: shortLease });
  await receiver.receive([textFrom(sender, `${ids}.1`, `Please cancel my order ${orderNumber}.`)]);
  await runDue(first);
  await receiver.receive([textFrom(sender, `${ids}.2`, 'yes', noon + 1_000)]);
  const [taken] = (await first.take(10)).turns;
  if (taken === undefined) throw new Error('no turn was taken');
  await expect(first.run(taken)).rejects.toThrow('killed');
  await pause(250);
  let cancelled = 0;
  const real: Tool = {
    name: 'cancel-order',
    effects,
    call: () => {
      cancelled += 1;
      return Promise.resolve({
        kind: 'answered',
        output: { kind: 'cancelled', order: { orderNumber, status: 'cancelled', items: [] } },
      });
    },
  };
  await runDue(workerOn(made.database, { node: 'two', tools: [...lookUp, real] }));
  return { cancelled, outcome: (await outcomesOf(made.database, sender.bsuid)).at(-1) };
}

test('a turn that fails again and again goes to people and blocks nothing', async () => {
  const sender = { bsuid: 'US.I1', ...maya };
  await receiverOn(made.database).receive([textFrom(sender, 'i1.1', 'Where is my order A-1042?')]);
  const broken: Tool = {
    name: 'look-up-order',
    effects: 'none',
    call: () => Promise.reject(new Error('bug')),
  };
  const worker = workerOn(made.database, { node: 'one', tools: [broken], settings: { mostTurnAttempts: 2 } });
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const [taken] = (await worker.take(10)).turns;
    if (taken === undefined) throw new Error('no turn was taken');
    await expect(worker.run(taken)).rejects.toThrow('bug');
    await worker.giveBack(taken);
    await made.database.query({ text: 'update mailboxes set wake_at = now() where wake_at > now()' });
  }
  await runDue(worker);
  expect(await outcomesOf(made.database, 'US.I1')).toMatchObject([{ kind: 'failed' }]);
  const alarms = await made.database.query({ text: "select kind from alarms where kind = 'poison-turn'" });
  expect(alarms.rows).toHaveLength(1);
});

test('messages found long after they were sent go to people instead of being answered late', async () => {
  const sender = { bsuid: 'US.J1', ...maya };
  await receiverOn(made.database).receive([textFrom(sender, 'j1.1', 'Where is my order A-1042?')]);
  await runDue(workerOn(made.database, { node: 'one', at: noon + 2 * 3_600_000 }));
  expect(await outcomesOf(made.database, 'US.J1')).toMatchObject([{ kind: 'handed-off' }]);
  expect(await draftsOf(made.database, 'US.J1')).toEqual([]);
});
