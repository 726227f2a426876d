import { setImmediate as turn } from 'node:timers/promises';
import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import pg from 'pg';
import { z } from 'zod';
import { createWebhookReader } from '@ambit/server/channels/whatsapp/webhook-reader';
import { freePorts, serverAlone } from '../processes/real-process.ts';
import { serverEnvironment } from '../processes/server-environment.ts';
import { payloadSeeds } from './payload-seeds.ts';
import { drawPayload, type Payload, type Witness } from './payload.ts';
import { openPoster } from './post-payload.ts';

/**
 * What a run came to. `answers`: how many payloads got each HTTP status. `unexpected`: payloads with another answer
 * than they should get. `lost`, `doubled`: updates put among mutated ones that were not stored, or twice.
 * `kept`, `toKeep`: pieces that no conversation takes, as stored and as there were.
 * `complaints`: the errors that the server logged. `ended`: how the server ended, if it did. All but counts are numbers of payloads, to be drawn again.
 */
export type FuzzResult = {
  readonly seed: number;
  readonly payloads: number;
  readonly seconds: number;
  readonly answers: Readonly<Record<string, number>>;
  readonly unexpected: readonly string[];
  readonly witnesses: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly kept: number;
  readonly toKeep: number;
  readonly complaints: readonly string[];
  readonly ended: string | undefined;
};

const phoneNumberId = '106540352242922';
const appSecret = 'app-secret';
const inFlight = 24;

/**
 * Posts mutated payloads to a real ingress, a process of its own on a migrated database, and looks afterwards
 * whether anything is missing. Payload n of seed s is payload 1 of seed s + n - 1.
 * `folder`: for the server's home.
 */
export async function runFuzz(options: {
  connectionString: string;
  folder: string;
  payloads: number;
  seed: number;
  onProgress?: (posted: number) => void;
}): Promise<FuzzResult> {
  const { connectionString, folder, payloads, seed, onProgress = () => undefined } = options;
  const { variables, ports } = await freePorts();
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const server = serverAlone(
    serverEnvironment({
      ...variables,
      AMBIT_HOME: home,
      AMBIT_LOG_LEVEL: 'error',
      DATABASE_URL: connectionString,
      WHATSAPP_PHONE_NUMBER_ID: phoneNumberId,
      WHATSAPP_APP_SECRET: appSecret,
    }),
    ['--role', 'ingress'],
  );
  let ended: string | undefined;
  server.ended.then(
    (how) => (ended ??= String(how)),
    (cause: unknown) => (ended ??= String(cause)),
  );
  await server.says('webhookUrl');

  const reader = createWebhookReader({
    appSecrets: [appSecret],
    verifyToken: 'unused',
    onUnknown: () => undefined,
  });
  const seeds = payloadSeeds(phoneNumberId);
  const poster = openPoster(ports.webhook, inFlight);
  const answers: Record<string, number> = {};
  const unexpected: string[] = [];
  const witnesses: Witness[] = [];
  let toKeep = 0;
  let next = 0;
  const startedAt = performance.now();

  async function postOne(number: number): Promise<void> {
    const payload = drawPayload({ seeds, seed, number, phoneNumberId, appSecret });
    const { witness, expected } = payload;
    for (let time = 0; time < payload.times; time += 1) {
      const answer = await poster.post(payload);
      answers[answer] = (answers[answer] ?? 0) + 1;
      if (typeof answer !== 'number' || !expected.includes(answer))
        unexpected.push(`${number}: ${answer}, not ${expected.join(' or ')}`);
      if (answer === 200) toKeep += pieces(reader.read, payload);
    }
    if (witness !== undefined) witnesses.push(witness);
  }

  async function drive(): Promise<void> {
    while (next < payloads && ended === undefined) {
      const number = next;
      next += 1;
      await postOne(number);
      if (number % 1_000 === 999) onProgress(number + 1);
      // Drawing payloads takes longer than posting them: let answers in.
      if (number % 8 === 0) await turn();
    }
  }

  try {
    await Promise.all(Array.from({ length: inFlight }, drive));
    const seconds = (performance.now() - startedAt) / 1_000;
    const found = await stored(connectionString);
    const count = (witness: Witness): number => found.witnesses.get(`${witness.kind} ${witness.id}`) ?? 0;
    return {
      seed,
      payloads: next,
      seconds,
      answers,
      unexpected,
      witnesses: witnesses.length,
      lost: witnesses.filter((witness) => count(witness) === 0).map(({ id }) => id),
      doubled: witnesses.filter((witness) => count(witness) > 1).map(({ id }) => id),
      kept: found.unrouted,
      toKeep,
      complaints: complaintsIn(server.output()),
      ended,
    };
  } finally {
    poster.close();
    server.signal('SIGTERM');
    await server.ended;
  }
}

const LogLine = z.object({ msg: z.string().default(''), error: z.string().optional() });

/** The server's errors, each once. */
function complaintsIn(output: string): readonly string[] {
  const complaints = output.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return [];
    const { msg, error } = LogLine.parse(JSON.parse(line));
    return error === undefined ? [] : [`${msg}: ${error}`];
  });
  return [...new Set(complaints)];
}

/** How many of a body's pieces belong to no conversation, and are to be kept beside them. */
function pieces(read: ReturnType<typeof createWebhookReader>['read'], { body }: Payload): number {
  const received = read(JSON.parse(body.toString('utf8')));
  return received.filter((one) => one.kind === 'other' || one.address !== phoneNumberId).length;
}

const Row = z.object({ id: z.string(), times: z.coerce.number() });
const Count = z.object({ count: z.coerce.number() });

async function stored(connectionString: string) {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const rows = await client.query(
      `select 'message ' || message_id as id, count(*) as times from inbox
        where message_id like 'wamid.witness.%'
          and content->>'body' = 'witness ' || split_part(message_id, '.', 3) group by message_id
       union all
       select 'status ' || message_id, count(*) from statuses
        where message_id like 'wamid.witness.%' and status = 'delivered' group by message_id`,
    );
    const unrouted = await client.query('select count(*) from unrouted');
    const found = z.array(Row).parse(rows.rows);
    return {
      witnesses: new Map(found.map(({ id, times }) => [id, times])),
      unrouted: Count.parse(unrouted.rows[0]).count,
    };
  } finally {
    await client.end();
  }
}
