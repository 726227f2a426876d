/**
 * How many typical webhooks a second one core verifies and parses, against a floor that does the least
 * there is to do to the same bytes; and how many sends a second the simulator accepts, so that it is never
 * what another bench measures. Run: `npm run -s bench:wire -- [--json] [--seconds N] [--seed S]`.
 *
 * Figures: `parsesPerSecond` (signature, JSON.parse, parseWebhook), `floorParsesPerSecond` (HMAC, JSON.parse),
 * `ratio` (median of the pairs), `parseMicros` (what parseWebhook adds to a webhook), `bodyBytes` (mean);
 * `sendsPerSecond` over HTTP, with `sendP50Ms` and `sendP99Ms`. The load and the sink of the simulator's webhooks
 * share the machine's cores with it.
 */
import { createHmac } from 'node:crypto';
import { verifySignature } from '@ambit/whatsapp/signature';
import { parseWebhook } from '@ambit/whatsapp/webhook/parse-webhook';
import { median, printReport, quantile, readArguments, rounded } from './support/bench-report.ts';
import { startLoadedSimulator } from './support/simulator-load.ts';
import { typicalWebhooks, type SignedBody } from './support/typical-webhook.ts';
import { benchSecrets } from './support/webhook-request.ts';

const { json, numbers } = readArguments({
  seconds: 3,
  rounds: 5,
  webhooks: 5_000,
  people: 1_000,
  sockets: 64,
  seed: 7,
});

const webhooks = typicalWebhooks(numbers.webhooks, numbers.seed);

/** Webhooks a second, for so long. */
function paceOf(work: (webhook: SignedBody) => void, seconds: number): number {
  const startedAt = performance.now();
  let done = 0;
  while (performance.now() - startedAt < seconds * 1_000) {
    for (const webhook of webhooks) work(webhook);
    done += webhooks.length;
  }
  return (done * 1_000) / (performance.now() - startedAt);
}

const secrets = [benchSecrets.appSecret];
let read = 0;

function parse({ body, signature }: SignedBody): void {
  if (!verifySignature(body, signature, secrets)) throw new Error('a webhook of ours is not signed');
  const parsed = parseWebhook(JSON.parse(body.toString('utf8')));
  if (parsed.kind !== 'webhook' || parsed.unknown.length > 0) throw new Error('a webhook of ours is unknown');
  read += parsed.updates.length;
}

function floor({ body }: SignedBody): void {
  const digest = createHmac('sha256', benchSecrets.appSecret).update(body).digest();
  const value: unknown = JSON.parse(body.toString('utf8'));
  if (value === undefined || digest.length !== 32) throw new Error('not JSON');
}

// Everything is compiled before anything counts.
paceOf(parse, 1);
paceOf(floor, 1);
const rounds = Array.from({ length: numbers.rounds }, () => ({
  real: paceOf(parse, numbers.seconds / 2),
  floor: paceOf(floor, numbers.seconds / 2),
}));
if (read === 0) throw new Error('nothing was parsed');
const parsesPerSecond = median(rounds.map(({ real }) => real));
const ratio = median(rounds.map(({ real, floor: least }) => real / least));

const simulator = await startLoadedSimulator(numbers.people, numbers.sockets);
try {
  await simulator.send(2);
  const loads = [];
  for (let round = 0; round < 3; round += 1) loads.push(await simulator.send(numbers.seconds));
  const sendsPerSecond = median(loads.map(({ answered, seconds }) => answered / seconds));
  const latenciesMs = loads.flatMap((load) => load.latenciesMs);
  printReport(
    {
      bench: 'wire',
      figures: {
        parsesPerSecond: rounded(parsesPerSecond),
        floorParsesPerSecond: rounded(median(rounds.map(({ floor: least }) => least))),
        ratio: rounded(ratio),
        parseMicros: rounded(
          median(rounds.map(({ real, floor: least }) => 1_000_000 / real - 1_000_000 / least)),
        ),
        bodyBytes: rounded(webhooks.reduce((sum, { body }) => sum + body.length, 0) / webhooks.length),
        sendsPerSecond: rounded(sendsPerSecond),
        sendP50Ms: rounded(quantile(latenciesMs, 0.5)),
        sendP99Ms: rounded(quantile(latenciesMs, 0.99)),
        seed: numbers.seed,
      },
      targets: [
        { figure: 'parsesPerSecond', wanted: '≥ 20,000 on one core', met: parsesPerSecond >= 20_000 },
        { figure: 'sendsPerSecond', wanted: '≥ 3,000', met: sendsPerSecond >= 3_000 },
      ],
      notes: [
        `${numbers.webhooks} different webhooks drawn from seed ${numbers.seed}: of ten, six statuses, three texts, one tap; ${numbers.rounds} rounds, in turn.`,
        `Sends of texts to ${numbers.people} people over ${numbers.sockets} sockets, 3 rounds of ${numbers.seconds} s; Meta's limits off; the simulator's seed is 7.`,
      ],
    },
    json,
  );
} finally {
  await simulator.stop();
}
