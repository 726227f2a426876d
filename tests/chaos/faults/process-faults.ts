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
    happen: (stage) => killFrozen(stage, commitsWait, 'closing as'),
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
    happen: (stage) => pauseFrozen(stage, commitsWait, 'closing as'),
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
  await whileLocked(stage, lock, async () => {
    const node = await frozenNode(stage, words, patienceMs);
    stage.note(node === undefined ? `nothing froze at "${words}"` : `${node.name} froze at "${words}"`);
    if (node !== undefined) await killNode(stage, node, backAfterMs);
  });
}

async function pauseFrozen(stage: Stage, lock: string, words: string): Promise<void> {
  const past = leaseMs + stage.random.between(300, 1_500);
  let woken = (): void => undefined;
  await whileLocked(stage, lock, async () => {
    const node = await frozenNode(stage, words, patienceMs);
    stage.note(node === undefined ? `nothing froze at "${words}"` : `${node.name} froze at "${words}"`);
    if (node === undefined) return;
    node.pause();
    woken = () => node.wake();
  });
  await wait(past);
  woken();
}
