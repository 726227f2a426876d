import { setTimeout as wait } from 'node:timers/promises';
import { pick } from '../customers.ts';
import { leaseMs } from '../nodes.ts';
import { frozenNode, killNode, nodesUp, whileLocked, type Stage } from '../stage.ts';
import type { Fault } from './fault.ts';

/** A tool's call with effect waits for its order; reading orders goes on. */
const callsWait = 'lock table orders in exclusive mode';
/** Turns cannot commit; everything before goes on. */
const commitsWait = 'lock table messages in share mode';
const patienceMs = 2_500;

/** What happens to the processes of the server and of PostgreSQL. */
export const processFaults: readonly Fault[] = [
  {
    name: 'a worker killed in its turns',
    happen: async (stage) => {
      const up = nodesUp(stage, 'worker');
      if (up.length > 0) await killNode(stage, pick(stage.random, up), stage.random.between(200, 2_500));
    },
  },
  {
    name: 'a worker killed in a call with effects',
    happen: (stage) => killFrozen(stage, callsWait, 'from orders'),
  },
  {
    name: 'a worker killed between journal and commit',
    happen: (stage) => killFrozen(stage, commitsWait, 'close_turns('),
  },
  {
    name: 'PostgreSQL killed under load',
    happen: async ({ postgres, note }) => {
      note('kill PostgreSQL');
      postgres.kill();
    },
  },
  {
    name: 'a node paused past its lease, in a call with effects, and woken',
    happen: (stage) => pauseFrozen(stage, callsWait, 'from orders'),
  },
  {
    name: 'a node paused past its lease while it commits, and woken',
    happen: (stage) => pauseFrozen(stage, commitsWait, 'close_turns('),
  },
  {
    name: 'a node paused past its lease wherever it is, and woken',
    happen: async (stage) => {
      const up = nodesUp(stage);
      if (up.length === 0) return;
      const node = pick(stage.random, up);
      node.pause();
      await wait(leaseMs + stage.random.between(300, 1_500));
      node.wake();
    },
  },
  {
    name: 'the pool exhausted',
    happen: (stage) =>
      whileLocked(stage, 'lock table mailboxes in access exclusive mode', () =>
        wait(stage.random.between(800, 2_200)),
      ),
  },
];

async function killFrozen(stage: Stage, lock: string, words: string): Promise<void> {
  const backAfterMs = stage.random.between(200, 2_500);
  const confirm = await askedToConfirm(stage);
  await whileLocked(stage, lock, async () => {
    await confirm();
    if (lock === commitsWait) await effectWithoutCommit(stage);
    const node = await frozenNode(stage, words, patienceMs);
    stage.note(node === undefined ? `nothing froze at "${words}"` : `${node.name} froze at "${words}"`);
    if (node !== undefined) await killNode(stage, node, backAfterMs);
  });
}

async function pauseFrozen(stage: Stage, lock: string, words: string): Promise<void> {
  const past = leaseMs + stage.random.between(300, 1_500);
  const confirm = await askedToConfirm(stage);
  let woken = (): void => undefined;
  await whileLocked(stage, lock, async () => {
    await confirm();
    if (lock === commitsWait) await effectWithoutCommit(stage);
    const node = await frozenNode(stage, words, patienceMs);
    stage.note(node === undefined ? `nothing froze at "${words}"` : `${node.name} froze at "${words}"`);
    if (node === undefined) return;
    node.pause();
    woken = () => node.wake();
  });
  await wait(past);
  woken();
}

/** Brings some of the crowd to where a "yes" cancels an order. Returns how they say it. */
async function askedToConfirm(stage: Stage): Promise<() => Promise<void>> {
  const { simulator, crowd, random } = stage;
  const people = [pick(random, crowd), pick(random, crowd)];
  const say = (id: string, body: string): void => {
    simulator.control.act([{ customer: id, action: { kind: 'text', body } }]);
  };
  for (const { id, order } of people) say(id, `Please cancel order ${order}.`);
  const asked = (id: string): boolean =>
    simulator.control
      .conversation(id)
      ?.messages.some(({ bubble }) => 'body' in bubble && bubble.body.includes('Shall I go ahead?')) === true;
  for (const until = performance.now() + patienceMs; performance.now() < until; await wait(20))
    if (people.every(({ id }) => asked(id))) break;
  return async () => {
    for (const { id } of people) say(id, 'yes');
    await wait(100);
  };
}

/** Waits until a call with effects has settled whose turn has not committed. */
async function effectWithoutCommit({ database, note }: Stage): Promise<void> {
  for (const until = performance.now() + patienceMs; performance.now() < until; await wait(20)) {
    const { rows } = await database.pool.query(
      `select 1 from journal join turns using (channel_id, turn_id) where result is not null and closed_at is null`,
    );
    if (rows.length === 0) continue;
    note('an effect is journalled and its turn is not committed');
    return;
  }
}
