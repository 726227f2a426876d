import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { atDesk, channelId, later, readLog, someCustomers, type Stage } from '../stage.ts';
import type { Fault } from './fault.ts';

const Place = z.object({ conversation_id: z.string() });
const dayMs = 24 * 3_600_000;

/** What people and time do to a conversation that the agent is busy with. */
export const conversationFaults: readonly Fault[] = [
  {
    name: 'people take over while replies are in flight',
    happen: async (stage) => {
      stage.graph.plan({ kind: 'hold', forMs: stage.random.between(50, 500) }, 8);
      const taken = new Set<string>();
      for (
        const until = performance.now() + 2_000;
        performance.now() < until && taken.size < 6;
        await wait(10)
      ) {
        const { rows } = await stage.database.pool.query(
          `select conversation_id from outbox where status in ('queued', 'sending', 'retry')
            union select conversation_id from mailboxes where open_turn is not null limit 5`,
        );
        for (const { conversation_id: id } of z.array(Place).parse(rows)) {
          if (taken.has(id)) continue;
          taken.add(id);
          later(stage, () => takeOver(stage, id, taken.size));
        }
      }
    },
  },
  {
    name: "the clock jumps over the windows' end while sends wait",
    late: true,
    happen: async ({ simulator, random, jumps }) => {
      simulator.control.failNext({ mode: 'error', code: 131000, count: 8 });
      await wait(random.between(200, 900));
      const byMs = dayMs + random.between(0, 120_000);
      const afterIndex = readLog(simulator).at(-1)?.index ?? 0;
      jumps.push({ afterIndex, byMs, toMs: simulator.control.advanceClock(byMs).nowMs });
    },
  },
  {
    name: 'what a conversation remembers cannot be read',
    happen: async (stage) => {
      for (const { id, userId } of someCustomers(stage, 3)) {
        await stage.database.pool.query(`update conversations set state = '"broken"' where bsuid = $1`, [
          userId,
        ]);
        stage.simulator.control.act([
          { customer: id, action: { kind: 'text', body: 'Do you ship to Canada?' } },
        ]);
      }
    },
  },
];

async function takeOver(stage: Stage, conversationId: string, nth: number): Promise<void> {
  const place = { channelId, conversationId };
  const person = nth % 2 === 0 ? 'Ana' : 'Ben';
  const owner = await atDesk(stage, (desk) => desk.take(place, { person, force: true }));
  if (owner === undefined) return;
  stage.note(`${person} took ${conversationId}`);
  const clientId = `${conversationId}-${nth}`;
  const text = 'A person is here now.';
  await atDesk(stage, (desk) => desk.reply(place, { person, text, clientId }));
  if (nth % 3 !== 0) return;
  await wait(300);
  await atDesk(stage, (desk) => desk.giveBack(place, { person, force: true }));
}
