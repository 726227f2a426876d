/**
 * Webhook in → reply accepted, on the shipped path with durability on: 8 numbers, 10,000 people,
 * three statuses for each reply, open-loop arrivals, counted from the simulator's own log.
 * Run: `npm run -s bench:replies -- [--json] [--seconds N] [--rate N]`.
 *
 * Figures: `repliesPerSecond` accepted while `--rate` messages a second arrive, with `lost` and
 * `duplicates`; `p50Ms` and `p95Ms` at 100 a second (debounce 0); `serverRssMb`; CPU µs per reply
 * of server, database, and simulator with load (one process). All share this machine's cores.
 */
import { printReport, quantile, readArguments, rounded } from './support/bench-report.ts';
import { cpuMicros, residentMb, treeCpuMicros } from './support/process-cpu.ts';
import { runCustomers } from './support/reply-load.ts';
import { startReplyStack } from './support/reply-stack.ts';

const { json, numbers } = readArguments({ seconds: 10, rate: 550, people: 10_000, numbers: 8, warm: 5 });
const stack = await startReplyStack({ people: numbers.people, numbers: numbers.numbers, workers: 1 });
try {
  const pid = stack.servers[0]?.pid ?? 0;
  let from = 0;
  let logFrom = 0;
  const run = async (perSecond: number, seconds: number, patienceS: number) => {
    const ran = await runCustomers({
      simulator: stack.simulator,
      numbers: stack.numbers,
      people: numbers.people,
      from,
      perSecond,
      seconds,
      patienceS,
      logFrom,
    });
    from += ran.sent;
    logFrom = ran.logTo;
    return ran;
  };
  const warmed = await run(300, numbers.warm, 20);
  const calm = await run(100, Math.min(8, numbers.seconds), 10);
  const before = {
    server: cpuMicros(pid),
    database: treeCpuMicros(stack.database.pid),
    here: process.cpuUsage(),
  };
  const busy = await run(numbers.rate, numbers.seconds, 20);
  const here = process.cpuUsage(before.here);
  const rss = residentMb(pid);
  const lost = warmed.lost + calm.lost + busy.lost;
  const duplicates = warmed.duplicates + calm.duplicates + busy.duplicates;
  const p50Ms = quantile(calm.latenciesMs, 0.5);
  const p95Ms = quantile(calm.latenciesMs, 0.95);
  printReport(
    {
      bench: 'replies',
      figures: {
        repliesPerSecond: rounded(busy.repliesPerSecond),
        lost,
        duplicates,
        p50Ms: rounded(p50Ms),
        p95Ms: rounded(p95Ms),
        busyP50Ms: rounded(quantile(busy.latenciesMs, 0.5)),
        busyP95Ms: rounded(quantile(busy.latenciesMs, 0.95)),
        serverRssMb: rounded(rss),
        serverCpuMicros: rounded((cpuMicros(pid) - before.server) / busy.accepted),
        databaseCpuMicros: rounded((treeCpuMicros(stack.database.pid) - before.database) / busy.accepted),
        simulatorCpuMicros: rounded((here.user + here.system) / busy.accepted),
      },
      targets: [
        { figure: 'repliesPerSecond', wanted: '≥ 500', met: busy.repliesPerSecond >= 500 },
        { figure: 'lost', wanted: '0', met: lost === 0 },
        { figure: 'duplicates', wanted: '0', met: duplicates === 0 },
        { figure: 'p50Ms', wanted: '≤ 60 at 100/s', met: p50Ms <= 60 },
        { figure: 'p95Ms', wanted: '≤ 200 at 100/s', met: p95Ms <= 200 },
        { figure: 'serverRssMb', wanted: '≤ 350', met: rss <= 350 },
      ],
      notes: [
        `${numbers.people} people on ${numbers.numbers} numbers, ${numbers.rate} messages/s for ${numbers.seconds} s after warming up; three statuses a reply; fsync on.`,
        'Server, PostgreSQL, and the simulator with the load (one process) share these cores.',
      ],
    },
    json,
  );
} finally {
  await stack.stop();
}
