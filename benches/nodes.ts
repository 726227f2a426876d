/**
 * How throughput goes with the number of worker processes when the business's back end takes 1 s,
 * how many claims are wasted, and what 10,000 quiet conversations cost.
 * Run: `npm run -s bench:nodes -- [--json] [--seconds N] [--rate N]`.
 *
 * Figures, for 1, 2 and 4 workers beside one ingress: `repliesPerSecondN`, `perProcessN`,
 * `claimsWastedN` (claims that led to no closed turn, per thousand), `lostN`, `duplicatesN`; and
 * `idleCpuPercentN`, server processes and database together, of one core. Two cores are all there
 * is: beyond two busy processes more of them share, they do not add.
 */
import { z } from 'zod';
import { printReport, readArguments, rounded } from './support/bench-report.ts';
import { cpuMicros, treeCpuMicros } from './support/process-cpu.ts';
import { runCustomers } from './support/reply-load.ts';
import { startReplyStack, type ReplyStack } from './support/reply-stack.ts';

const { json, numbers } = readArguments({ seconds: 5, rate: 120, people: 10_000 });
const figures: Record<string, number> = {};

async function claimsWasted(stack: ReplyStack): Promise<number> {
  const counted = await stack.client.query({
    text: `select (select sum(epoch) from mailboxes)::int as claims,
                  (select count(*) from turns where closed_at is not null)::int as closed`,
  });
  const { claims, closed } = z.object({ claims: z.number(), closed: z.number() }).parse(counted.rows[0]);
  return ((claims - closed) / Math.max(1, claims)) * 1_000;
}

function busyMicros(stack: ReplyStack): number {
  return stack.servers.reduce((sum, { pid }) => sum + cpuMicros(pid), treeCpuMicros(stack.database.pid));
}

for (const workers of [1, 2, 4]) {
  const stack = await startReplyStack({
    people: numbers.people,
    numbers: 8,
    workers,
    workerProgram: 'benches/slow-worker.ts',
  });
  try {
    const load = {
      simulator: stack.simulator,
      numbers: stack.numbers,
      people: numbers.people,
      patienceS: 15,
    };
    const warm = await runCustomers({ ...load, from: 0, perSecond: 60, seconds: 2, logFrom: 0 });
    const ran = await runCustomers({
      ...load,
      from: warm.sent,
      perSecond: numbers.rate,
      seconds: numbers.seconds,
      logFrom: warm.logTo,
    });
    const before = busyMicros(stack);
    const quietMs = 2_500;
    await new Promise((resolve) => {
      setTimeout(resolve, quietMs);
    });
    const idle = (busyMicros(stack) - before) / (quietMs * 1_000);
    figures[`repliesPerSecond${workers}`] = rounded(ran.repliesPerSecond);
    figures[`perProcess${workers}`] = rounded(ran.repliesPerSecond / workers);
    figures[`claimsWasted${workers}`] = rounded(await claimsWasted(stack));
    figures[`lost${workers}`] = warm.lost + ran.lost;
    figures[`duplicates${workers}`] = warm.duplicates + ran.duplicates;
    figures[`idleCpuPercent${workers}`] = rounded(idle * 100);
  } finally {
    await stack.stop();
  }
}

printReport(
  {
    bench: 'nodes',
    figures,
    targets: [1, 2, 4].flatMap((workers) =>
      [`lost${workers}`, `duplicates${workers}`].map((figure) => ({
        figure,
        wanted: '0',
        met: figures[figure] === 0,
      })),
    ),
    notes: [
      `${numbers.rate} messages/s for ${numbers.seconds} s, half of them with a tool call of 1 s; ${numbers.people} people on 8 numbers.`,
      'One ingress process, the workers, PostgreSQL, and the simulator with the load share these cores.',
    ],
  },
  json,
);
