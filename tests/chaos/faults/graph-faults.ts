import { setTimeout as wait } from 'node:timers/promises';
import { atDesk, channelId, killNode, type Stage } from '../stage.ts';
import type { Fault } from './fault.ts';

/** What goes wrong between the server and the Cloud API. */
export const graphFaults: readonly Fault[] = [
  {
    name: 'Graph is busy: 500, 503, 429, 130429, 131056, 131047, 131026',
    happen: async ({ graph, simulator, random }) => {
      for (const status of [500, 503, 429]) graph.plan({ kind: 'answer', status }, random.between(1, 2));
      for (const code of [130429, 131056, 131047, 131026, 131000])
        simulator.control.failNext({ mode: 'error', code, count: random.between(1, 2) });
      simulator.control.failNext({ mode: 'refuse-429', count: 1, retryAfterS: 1 });
    },
  },
  {
    name: 'the token is no longer valid (190), until a person resumes',
    happen: (stage) => paused(stage, 190),
  },
  { name: 'blocked for policy (368), until a person resumes', happen: (stage) => paused(stage, 368) },
  {
    name: 'connections to Graph refused',
    happen: async ({ graph, random }) => {
      await graph.shut();
      await wait(random.between(300, 900));
      await graph.open();
    },
  },
  {
    name: 'connections to Graph cut before and after the body',
    happen: async ({ graph, simulator, random }) => {
      graph.plan({ kind: 'cut-before' }, random.between(1, 2));
      graph.plan({ kind: 'cut-answer' }, 1);
      graph.plan({ kind: 'lose-answer' }, random.between(1, 2));
      simulator.control.failNext({ mode: 'cut-before', count: 1 });
      simulator.control.failNext({ mode: 'cut-after', count: 1 });
    },
  },
  {
    name: 'Graph does not answer, after or before accepting',
    happen: async ({ simulator, random }) => {
      simulator.control.failNext({ mode: 'timeout-after-accept', count: random.between(1, 3) });
      simulator.control.failNext({ mode: 'timeout-before-accept', count: 1 });
    },
  },
  {
    name: 'statuses overtake the answers of their sends',
    happen: async ({ graph, random }) => {
      graph.plan({ kind: 'hold', forMs: random.between(100, 900) }, 12);
    },
  },
  {
    name: 'a worker killed between sending and the answer',
    happen: async (stage) => {
      const { graph, nodes, random } = stage;
      const backAfterMs = random.between(200, 2_500);
      graph.plan({
        kind: 'hold',
        forMs: 30_000,
        meanwhile: (path) => {
          const node = nodes.find(({ name }) => path.startsWith(`/${name}/`));
          if (node !== undefined) void killNode(stage, node, backAfterMs);
        },
      });
    },
  },
];

async function paused(stage: Stage, code: number): Promise<void> {
  const { simulator, database, random } = stage;
  simulator.control.failNext({ mode: 'error', code, count: 1 });
  for (const until = performance.now() + 3_000; performance.now() < until; await wait(50)) {
    const { rows } = await database.pool.query('select 1 from channels where paused_why is not null');
    if (rows.length > 0) break;
  }
  await wait(random.between(0, 1_200));
  await atDesk(stage, (desk) => desk.resumeChannel(channelId));
}
