/**
 * How many webhooks a second are acknowledged, durable, against a floor that does the least a
 * durable ingress can do. Run: `npm run -s bench:ingress -- [--json] [--seconds N]`.
 *
 * Figures: `webhooksPerSecond`, `floorPerSecond`, `ratio` (median of the pairs), `ackP50Ms` and
 * `ackP99Ms` at half the measured rate, `serverCpuMicros`, `databaseCpuMicros` and the floor's, per
 * webhook. Load, server and PostgreSQL share this machine's cores.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printReport, median, quantile, readArguments, rounded } from './support/bench-report.ts';
import { startBenchDatabase } from './support/bench-database.ts';
import { startProgram } from './support/child-program.ts';
import { postLoad } from './support/http-load.ts';
import { cpuMicros, treeCpuMicros } from './support/process-cpu.ts';
import { benchSecrets, webhookRequest } from './support/webhook-request.ts';

const { json, numbers } = readArguments({ seconds: 4, rounds: 3, conversations: 1_000, sockets: 256 });
const phoneNumberId = '106540352242922';
const bodyBytes = 1_500;

const home = mkdtempSync(join(tmpdir(), 'ambit-bench-home-'));
const database = await startBenchDatabase();
const server = await startProgram({
  program: 'packages/server/src/main.ts',
  args: ['--role', 'ingress'],
  environment: {
    AMBIT_HOME: home,
    AMBIT_PORT: '0',
    AMBIT_DESK_PORT: '0',
    AMBIT_TOKEN: 'bench-token-bench-token',
    AMBIT_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
    AMBIT_BUSINESS: 'businesses/shop',
    AMBIT_LOG_LEVEL: 'warn',
    DATABASE_URL: database.connectionString,
    WHATSAPP_PHONE_NUMBER_ID: phoneNumberId,
    WHATSAPP_ACCESS_TOKEN: benchSecrets.accessToken,
    WHATSAPP_APP_SECRET: benchSecrets.appSecret,
    WHATSAPP_VERIFY_TOKEN: benchSecrets.verifyToken,
  },
});
const floor = await startProgram({
  program: 'benches/ingress-floor.ts',
  args: [database.connectionString, benchSecrets.appSecret],
});

let made = 0;
function next(): Buffer {
  made += 1;
  return webhookRequest({
    messageId: `wamid.bench.${made}`,
    phoneNumberId,
    person: made % numbers.conversations,
    text: 'Where is my order A-1042, please?',
    bodyBytes,
  });
}

type Side = { perSecond: number; cpu: number; databaseCpu: number };

async function measure(pid: number, port: number, seconds: number): Promise<Side> {
  const before = { cpu: cpuMicros(pid), database: treeCpuMicros(database.pid) };
  const load = await postLoad({ port, sockets: numbers.sockets, seconds, next });
  if (load.refused > 0) throw new Error(`${load.refused} webhooks were not acknowledged`);
  return {
    perSecond: load.answered / load.seconds,
    cpu: (cpuMicros(pid) - before.cpu) / load.answered,
    databaseCpu: (treeCpuMicros(database.pid) - before.database) / load.answered,
  };
}

try {
  const serverPort = Number(new URL(String(server.ready['webhookUrl'])).port);
  const floorPort = Number(floor.ready['port']);
  // Everyone is met, everything is compiled, before anything counts.
  const warmedAt = performance.now();
  while (made < 4 * numbers.conversations || performance.now() - warmedAt < 6_000)
    await measure(server.pid, serverPort, 2);
  await measure(floor.pid, floorPort, 3);
  const rounds: { real: Side; floor: Side }[] = [];
  for (let round = 0; round < numbers.rounds; round += 1) {
    const real = await measure(server.pid, serverPort, numbers.seconds);
    rounds.push({ real, floor: await measure(floor.pid, floorPort, numbers.seconds) });
  }
  const rate = median(rounds.map(({ real }) => real.perSecond));
  const half = await postLoad({
    port: serverPort,
    sockets: numbers.sockets,
    seconds: numbers.seconds,
    perSecond: rate / 2,
    next,
  });
  const ratio = median(rounds.map(({ real, floor: least }) => real.perSecond / least.perSecond));
  const ackP99Ms = quantile(half.latenciesMs, 0.99);
  printReport(
    {
      bench: 'ingress',
      figures: {
        webhooksPerSecond: rounded(rate),
        floorPerSecond: rounded(median(rounds.map(({ floor: least }) => least.perSecond))),
        ratio: rounded(ratio),
        ackP50Ms: rounded(quantile(half.latenciesMs, 0.5)),
        ackP99Ms: rounded(ackP99Ms),
        serverCpuMicros: rounded(median(rounds.map(({ real }) => real.cpu))),
        databaseCpuMicros: rounded(median(rounds.map(({ real }) => real.databaseCpu))),
        floorCpuMicros: rounded(median(rounds.map(({ floor: least }) => least.cpu))),
        floorDatabaseCpuMicros: rounded(median(rounds.map(({ floor: least }) => least.databaseCpu))),
      },
      targets: [
        { figure: 'ratio', wanted: '≥ 0.7', met: ratio >= 0.7 },
        { figure: 'ackP99Ms', wanted: '< 100 at half load', met: ackP99Ms < 100 },
      ],
      notes: [
        `${bodyBytes} B bodies, ${numbers.conversations} conversations, ${numbers.sockets} sockets, fsync on, ${numbers.rounds} rounds of ${numbers.seconds} s each, in turn.`,
        'Load, server or floor, and PostgreSQL share these cores.',
      ],
    },
    json,
  );
} finally {
  await server.stop();
  await floor.stop();
  await database.stop();
  rmSync(home, { recursive: true, force: true });
}
