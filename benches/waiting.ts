/**
 * What a slow back end costs everybody else: one worker, 2,000 conversations whose tool call has no answer
 * for longer than 5 s, and other customers who ask what needs no back end.
 * Run: `npm run -s bench:waiting -- [--json] [--waiting N] [--rate N] [--seconds N]`.
 *
 * The floor, measured in the same run, is the same pace of questions while nobody waits. Figures:
 * `repliesPerSecond` and `p95Ms` of those who do not wait, each also `Alone`; `throughputRatio`, with to
 * without; `waiting` connections at the back end all the while, and for how many seconds (`waitedS`); the
 * worker's memory, and what each waiting turn adds to it (`kbPerWaiting`), garbage included, and to what is in use
 * after a collection (`heapKbPerWaiting`); `lost` and `duplicates` of all.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { printReport, quantile, readArguments, rounded } from './support/bench-report.ts';
import { residentMb } from './support/process-cpu.ts';
import { readReplies, runCustomers } from './support/reply-load.ts';
import { numberOf, personOf, startReplyStack } from './support/reply-stack.ts';
import { startWaitingShop } from './support/waiting-shop.ts';

const { json, numbers } = readArguments({ waiting: 2_000, rate: 40, seconds: 6, people: 6_000 });
const Ready = z.object({ memory: z.object({ port: z.number() }) });
const Memory = z.object({ heapUsed: z.number(), external: z.number() });
/** The back end's answer comes no sooner. */
const leastMs = 5_000;
const shop = await startWaitingShop();
const stack = await startReplyStack({
  people: numbers.people,
  numbers: 8,
  workers: 1,
  workerProgram: 'benches/patient-worker.ts',
  environment: {
    AMBIT_BUSINESS: shop.folder,
    AMBIT_TOOL_PRIVATE_HOSTS: shop.host,
    NODE_OPTIONS: '--expose-gc',
  },
});
try {
  const { simulator } = stack;
  const pid = stack.servers.at(-1)?.pid ?? 0;
  const load = {
    simulator,
    numbers: stack.numbers,
    people: numbers.people,
    patienceS: 10,
    ask: 'questions',
  } as const;
  const warm = await runCustomers({ ...load, from: numbers.waiting, perSecond: 40, seconds: 4, logFrom: 0 });
  const run = (from: number, logFrom: number) =>
    runCustomers({ ...load, from, perSecond: numbers.rate, seconds: numbers.seconds, logFrom });
  const alone = await run(numbers.waiting + warm.sent, warm.logTo);
  const { memory } = Ready.parse(stack.servers.at(-1)?.ready);
  const heapKb = async (): Promise<number> => {
    const response = await fetch(`http://127.0.0.1:${memory.port}/`);
    const { heapUsed, external } = Memory.parse(await response.json());
    return (heapUsed + external) / 1_024;
  };
  const rssAlone = residentMb(pid);
  const heapAlone = await heapKb();

  for (let n = 0; n < numbers.waiting; n += 1) {
    const { id, order } = personOf(n);
    const body = `Where is my order ${order}?`;
    simulator.control.act([
      { customer: id, action: { kind: 'text', body, phoneNumberId: numberOf(n, stack.numbers) } },
    ]);
    if (n % 20 === 19) await pause(20);
  }
  for (const until = performance.now() + 20_000; shop.waiting < numbers.waiting && performance.now() < until;)
    await pause(50);
  const waiting = shop.waiting;
  const allAt = performance.now();
  const beside = await run(numbers.waiting + warm.sent + alone.sent, alone.logTo);
  const rss = residentMb(pid);
  const heap = await heapKb();
  const stillWaiting = shop.waiting;
  await pause(Math.max(0, leastMs - (performance.now() - allAt)));
  const waitedS = (performance.now() - allAt) / 1_000;
  shop.answer();

  const phones = Array.from({ length: numbers.waiting }, (_, n) => personOf(n).phone);
  const answered = new Map(phones.map((phone) => [phone, 0]));
  const isMissing = (): boolean => [...answered.values()].includes(0);
  const drainedFrom = performance.now();
  for (let after = alone.logTo; isMissing() && performance.now() - drainedFrom < 60_000;) {
    await pause(100);
    const read = readReplies(simulator, after);
    after = read.logTo;
    for (const { to } of read.replies) {
      const replies = answered.get(to);
      if (replies !== undefined) answered.set(to, replies + 1);
    }
  }
  const drainS = (performance.now() - drainedFrom) / 1_000;
  const lost = alone.lost + beside.lost + [...answered.values()].filter((replies) => replies === 0).length;
  const duplicates =
    alone.duplicates + beside.duplicates + [...answered.values()].filter((replies) => replies > 1).length;
  const throughputRatio = beside.repliesPerSecond / alone.repliesPerSecond;
  const held = Math.min(waiting, stillWaiting);
  printReport(
    {
      bench: 'waiting',
      figures: {
        waiting: held,
        waitedS: rounded(waitedS),
        repliesPerSecondAlone: rounded(alone.repliesPerSecond),
        repliesPerSecond: rounded(beside.repliesPerSecond),
        throughputRatio: rounded(throughputRatio),
        p95AloneMs: rounded(quantile(alone.latenciesMs, 0.95)),
        p95Ms: rounded(quantile(beside.latenciesMs, 0.95)),
        rssAloneMb: rounded(rssAlone),
        rssMb: rounded(rss),
        kbPerWaiting: rounded(((rss - rssAlone) * 1_024) / Math.max(1, held)),
        heapKbPerWaiting: rounded((heap - heapAlone) / Math.max(1, stillWaiting)),
        drainS: rounded(drainS),
        lost,
        duplicates,
      },
      targets: [
        { figure: 'waiting', wanted: `${numbers.waiting}`, met: held === numbers.waiting },
        { figure: 'waitedS', wanted: '≥ 5', met: waitedS >= 5 },
        { figure: 'throughputRatio', wanted: '≥ 0.95', met: throughputRatio >= 0.95 },
        { figure: 'lost', wanted: '0', met: lost === 0 },
        { figure: 'duplicates', wanted: '0', met: duplicates === 0 },
      ],
      notes: [
        `${numbers.rate} questions/s for ${numbers.seconds} s, without and with ${numbers.waiting} turns waiting for a back end; one worker.`,
        'The worker, one ingress, PostgreSQL, the back end and the simulator with the load share these cores.',
      ],
    },
    json,
  );
} finally {
  await stack.stop();
  await shop.stop();
}
