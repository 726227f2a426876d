import { setTimeout as wait } from 'node:timers/promises';
import type { Node } from '../nodes.ts';
import { startNode, type Stage } from '../stage.ts';
import type { OrderSystem } from './order-system.ts';
import { talkWith, type ChaosCustomer, type Script } from '../customers.ts';

/** How many customers speak at once. */
const atOnce = 12;
/** A worker lives so many times as long as it took to start: on a busy machine too, some lives see a turn's end. */
const longestLife = 3;
const usualStartMs = 1_500;
const patienceMs = 40_000;

/**
 * Kills workers at random moments, half of them while the shop's own system is at work, each for itself and
 * sometimes all of them, while customers change their orders. Ends when so many were killed; returns how many were.
 */
export async function killWorkers(
  stage: Stage,
  kills: number,
  system: Pick<OrderSystem, 'open'>,
): Promise<number> {
  let killed = 0;
  const kill = async (node: Node): Promise<void> => {
    if (killed >= kills || !node.isUp()) return;
    killed += 1;
    await node.kill();
  };
  const workers = stage.nodes.filter((node) => node.role === 'worker');
  const lives = workers.map(async (node) => {
    let startMs = usualStartMs;
    while (killed < kills) {
      if (!node.isUp()) {
        const from = performance.now();
        await startNode(node);
        startMs = performance.now() - from;
      }
      const endsAt = performance.now() + stage.random.between(0, Math.round(longestLife * startMs));
      const whileAtWork = stage.random.next() < 0.5;
      while (performance.now() < endsAt && !(whileAtWork && system.open > 0)) await wait(20);
      if (whileAtWork) await wait(stage.random.between(0, 200));
      // One in eight takes the others with it.
      await Promise.all((stage.random.next() < 0.125 ? workers : [node]).map(kill));
    }
    if (!node.isUp()) await startNode(node);
  });
  const waiting = [...stage.customers];
  const lines = Array.from({ length: atOnce }, async () => {
    for (let customer = waiting.shift(); customer !== undefined && killed < kills; customer = waiting.shift())
      await changeOrder(stage, customer);
  });
  await Promise.all([...lives, ...lines]);
  if (waiting.length === 0) stage.note('there were too few customers');
  return killed;
}

/** Cancels an order or has it sent elsewhere, once. */
async function changeOrder({ simulator, random }: Stage, customer: ChaosCustomer): Promise<void> {
  const script = random.next() < 0.5 ? cancelOrder : sendElsewhere;
  await script(talkWith(simulator, customer, random.between(0, 1_000_000), patienceMs));
}

const cancelOrder: Script = async ({ customer, say, answered }) => {
  say(`Please cancel order ${customer.order}.`);
  for (let asked = await answered(); asked?.includes('Shall I go ahead?') !== true; asked = await answered())
    if (asked === undefined) return;
  say('yes');
  await answered();
};

const sendElsewhere: Script = async ({ customer, say, answered }) => {
  say(`Please change the delivery address of order ${customer.order}.`);
  for (const [question, answer] of [
    [`Where should order ${customer.order} go?`, '5 Pine Street, Oakland 94607'],
    ['Shall I change it?', 'yes'],
  ] as const) {
    for (let asked = await answered(); asked?.includes(question) !== true; asked = await answered())
      if (asked === undefined) return;
    say(answer);
  }
  await answered();
};
