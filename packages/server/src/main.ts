import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Business } from '@ambit/core/business/business';
import { describeProblem } from '@ambit/core/business/describe-problem';
import { parseBusinessFiles } from '@ambit/core/business/parse-business-files';
import { indexPassages, rankPassages } from '@ambit/core/knowledge/rank-passages';
import { currentPack } from '@ambit/core/policy/pack';
import { createGuard } from '@ambit/guard/create-guard';
import { guardDefinition } from '@ambit/guard/guard-definition';
import { readBusinessFolder } from './business-files/read-business-folder.ts';
import { createFolderBlobStore } from './blobs/folder-blob-store.ts';
import { connectNumber } from './channels/whatsapp/connect-number.ts';
import { createWebhookReader } from './channels/whatsapp/webhook-reader.ts';
import { followClock } from './clock/followed-clock.ts';
import { systemClock } from './clock/system-clock.ts';
import { BadUsage, readConfig, type Config } from './config.ts';
import { readChannels, resumeChannel, saveChannel } from './db/channels.ts';
import { closeTurns, type ClosedAs, type ClosingTurn } from './db/close-turns.ts';
import { isDataError, openDatabase, type Database } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import { openSecret, sealSecret } from './db/sealed-secrets.ts';
import { createDeskApp } from './http/desk-app.ts';
import { checkPortsFree, closeServer, listen, type Place } from './http/listen.ts';
import { createWebhookListener } from './http/webhooks/webhook-listener.ts';
import { createLog } from './log/create-log.ts';
import { createMediaCopier } from './pipeline/copy-media.ts';
import { createGroupCommit } from './pipeline/group-commit.ts';
import { fireTimers } from './pipeline/fire-timers.ts';
import { importBusiness } from './pipeline/import-business.ts';
import { createReadMarker } from './pipeline/mark-read.ts';
import { createOpenChannels } from './pipeline/open-channels.ts';
import { createPublishedBusinesses, type ReadyBusiness } from './pipeline/published-business.ts';
import { createReceiver } from './pipeline/receive.ts';
import { createSender } from './pipeline/send.ts';
import { defaultSettings, type EngineSettings } from './pipeline/settings.ts';
import { sweep } from './pipeline/sweep.ts';
import { createTurnTaker } from './pipeline/take-turns.ts';
import type { Channel } from './ports/channel.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { MediaSource } from './ports/media-source.ts';
import { keepPostgres } from './postgres/keep-postgres.ts';
import { createOrderTools } from './tools/order-tools.ts';
import { startChannelLoop } from './worker/channel-loop.ts';
import { startMediaLoop } from './worker/media-loop.ts';
import { startSendLoop } from './worker/send-loop.ts';
import { startSweepLoop } from './worker/sweep-loop.ts';
import { startTimerLoop } from './worker/timer-loop.ts';
import { startTurnLoop } from './worker/turn-loop.ts';

/** A running node. `stop` finishes what is in flight, then stops everything this node started. */
export type AmbitServer = {
  readonly webhookUrl: string | undefined;
  readonly deskUrl: string | undefined;
  stop(): Promise<void>;
};

/** Things to undo, last first. */
type Teardown = (() => Promise<void> | void)[];

/**
 * Starts one node in the role its configuration names. When it throws, nothing is left running.
 * `patience`: other waiting times than the usual, for tests and benches.
 */
export async function startServer(
  config: Config,
  log: Log,
  patience: Partial<EngineSettings> = {},
): Promise<AmbitServer> {
  const teardown: Teardown = [];
  try {
    return await compose(config, log, teardown, patience);
  } catch (error) {
    await undo(teardown, log);
    throw error;
  }
}

async function compose(
  config: Config,
  log: Log,
  teardown: Teardown,
  patience: Partial<EngineSettings>,
): Promise<AmbitServer> {
  const settings: EngineSettings = {
    ...defaultSettings,
    debounceMs: {
      base: config.debounceMs,
      fragment: Math.round(
        config.debounceMs * (defaultSettings.debounceMs.fragment / defaultSettings.debounceMs.base),
      ),
    },
    ...patience,
  };
  // What can be told is told before anything is started.
  const files = await readBusinessFolder(config.business);
  checkBusiness(files, config.business);
  if (config.role !== 'worker') await checkPortsFree([deskPlace(config), webhookPlace(config)]);
  const database = await connect(config, log, teardown);
  const imported = await importBusiness(database, config.business, files);
  if (imported.kind === 'kept' && imported.differs) {
    log.warn('business.files-differ', {
      message: `${config.business} differs from the published version ${imported.version}, which stays in use`,
    });
  }
  const { connected, sources } = await connectChannels(database, config);
  const blobs = createFolderBlobStore(join(resolve(config.home), 'media'));
  const clock = await startClock(config, log, teardown);

  const businesses = createPublishedBusinesses({
    database,
    refreshMs: 5_000,
    monotonicMs: () => performance.now(),
    prepare: prepareBusiness,
  });
  const channels = createOpenChannels(database, connected);
  await channels.refresh();
  const channelLoop = startChannelLoop({ channels, log });
  teardown.push(() => channelLoop.stop());
  const workers = { wakeTurns: (_delayMs: number): void => undefined };

  if (config.role !== 'ingress') {
    const onWoken = (): void => workers.wakeTurns(0);
    const closings = createGroupCommit<ClosingTurn, ClosedAs>({
      name: 'turn commits',
      slots: 3,
      mostPerFlush: 200,
      mostWaiting: 10_000,
      isItemsFault: isDataError,
      flush: (turns) => closeTurns(database, turns),
    });
    const sender = createSender({
      database,
      clock,
      log,
      settings,
      pack: currentPack,
      businesses,
      channels: channels.current,
      random: Math.random,
      onWoken,
      onFreed: () => sends.wake(),
      onPaused: () => channelLoop.wake(),
    });
    const sends = startSendLoop({ log, sender });
    teardown.push(() => sends.stop());
    const copier = createMediaCopier({
      database,
      log,
      settings,
      sources,
      blobs,
      newKey: () => randomBytes(16).toString('hex'),
      onFreed: () => copies.wake(),
    });
    const copies = startMediaLoop({ log, copier });
    teardown.push(() => copies.stop());
    const engine = { database, clock, log, settings };
    const timers = startTimerLoop({ fire: (most) => fireTimers(engine, most), log, onWoken });
    teardown.push(() => timers.stop());
    const sweeps = startSweepLoop({ sweep: () => sweep(engine), log, onWoken });
    teardown.push(() => sweeps.stop());
    const markRead = createReadMarker({ channels: channels.current, log });
    const turns = startTurnLoop({
      taker: createTurnTaker({
        ...engine,
        businesses,
        tools: new Map(createOrderTools(database).map((tool) => [tool.name, tool])),
        close: (turn) => closings.add(turn),
        node: randomUUID(),
        pack: currentPack.id,
      }),
      log,
      mostAtOnce: settings.mostTurnsAtOnce,
      leaseMs: settings.leaseMs,
      onDrafts: () => sends.wake(),
      onBegan: ({ turn }) => {
        if (config.markRead) markRead(turn);
      },
    });
    workers.wakeTurns = turns.wake;
    teardown.push(() => turns.stop());
  }

  if (config.role === 'worker')
    return { webhookUrl: undefined, deskUrl: undefined, stop: () => undo(teardown, log) };
  const receiver = createReceiver({
    database,
    clock,
    settings,
    log,
    channelOf: (address) => channelIdOf(connected, address),
    onWoken: (delayMs) => workers.wakeTurns(delayMs),
  });
  const serveDesk = getRequestListener(
    createDeskApp({
      database,
      clock,
      log,
      settings,
      blobs,
      token: config.token,
      businesses,
      onWoken: () => workers.wakeTurns(0),
      resumeChannel: async (channelId: string) => {
        await database.transaction((client) => resumeChannel(client, channelId));
        await channels.refresh();
      },
      ...(config.phoneUrl === undefined ? {} : { phoneUrl: config.phoneUrl }),
    }).fetch,
  );
  const desk = createServer((request, response) => {
    void serveDesk(request, response);
  });
  const webhooks = createWebhookListener({
    reader: createWebhookReader({
      appSecrets: [config.whatsapp.appSecret],
      verifyToken: config.whatsapp.verifyToken,
    }),
    receiver,
    log,
  });
  const deskPort = await listen(desk, deskPlace(config));
  teardown.push(() => closeServer(desk, 500));
  const webhookPort = await listen(webhooks, webhookPlace(config));
  teardown.push(async () => {
    await closeServer(webhooks, 5_000);
    await receiver.drain();
  });
  return {
    webhookUrl: `http://${config.webhook.host}:${webhookPort}/webhooks/whatsapp`,
    deskUrl: `http://127.0.0.1:${deskPort}`,
    stop: () => undo(teardown, log),
  };
}

/** Throws with every problem of the files, by file, line and field. */
function checkBusiness(files: ReadonlyMap<string, string>, folder: string): void {
  const parsed = parseBusinessFiles(files);
  if (parsed.kind === 'parsed') return;
  const lines = parsed.problems.map((problem) => `  ${describeProblem(problem, folder)}`);
  throw new Error(`The business in ${folder} cannot be used:\n${lines.join('\n')}`);
}

function deskPlace({ desk }: Config): Place {
  return { host: '127.0.0.1', port: desk.port, variable: 'AMBIT_DESK_PORT' };
}

function webhookPlace({ webhook }: Config): Place {
  return { ...webhook, variable: 'AMBIT_PORT', hostVariable: 'AMBIT_HOST' };
}

async function undo(teardown: Teardown, log: Log): Promise<void> {
  for (const step of teardown.splice(0).toReversed()) {
    try {
      await step();
    } catch (error) {
      log.error('stop.failed', { error: String(error) });
    }
  }
}

async function connect(config: Config, log: Log, teardown: Teardown): Promise<Database> {
  const connectionString = config.database.url ?? (await startEmbedded(config, log, teardown));
  const database = openDatabase({
    connectionString,
    poolSize: config.database.poolSize,
    onError: (error) => log.warn('database.connection-lost', { error: error.message }),
  });
  teardown.push(() => database.close());
  try {
    await database.query({ text: 'select 1' });
  } catch (cause) {
    throw new Error(
      `The database ${withoutPassword(connectionString)} cannot be reached: ${reasonOf(cause)}. ` +
        `Check DATABASE_URL, or unset it to use the built-in PostgreSQL.`,
      { cause },
    );
  }
  const { applied } = await migrate(database);
  if (applied.length > 0) log.info('database.migrated', { applied });
  return database;
}

function withoutPassword(connectionString: string): string {
  return connectionString
    .replace(/^([^:]+:\/\/[^:/?@]*):.*@/, '$1@')
    .replaceAll(/([?&]password=)[^&]*/g, '$1…');
}

/** A host with several addresses fails with one error for each, and none of its own. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return [...new Set(cause.errors.map(reasonOf))].join(', ');
  return cause instanceof Error ? cause.message : String(cause);
}

async function startEmbedded(config: Config, log: Log, teardown: Teardown): Promise<string> {
  const home = resolve(config.home);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const postgres = await keepPostgres({
    dataDir: join(home, 'postgres'),
    log: {
      info: (details, message) => log.info(`postgres: ${message}`, details),
      warn: (details, message) => log.warn(`postgres: ${message}`, details),
    },
    endsWithOwner: config.throwAway,
  });
  teardown.push(() => postgres.stop());
  return postgres.connectionString;
}

async function startClock(config: Config, log: Log, teardown: Teardown): Promise<Clock> {
  if (config.clockUrl === undefined) return systemClock;
  const followed = await followClock(config.clockUrl, config.token, log);
  teardown.push(() => followed.stop());
  return followed;
}

const channelPrefix = 'whatsapp:';

function channelIdOf(connected: ReadonlyMap<string, Channel>, address: string): string | undefined {
  const channelId = `${channelPrefix}${address}`;
  return connected.has(channelId) ? channelId : undefined;
}

/** What every number sends by, and where its customers' files come from; by channel id. */
type Connected = {
  readonly connected: ReadonlyMap<string, Channel>;
  readonly sources: ReadonlyMap<string, MediaSource>;
};

/** Writes the configured numbers into the database, secrets sealed, and connects every number that is there. */
async function connectChannels(database: Database, config: Config): Promise<Connected> {
  const { whatsapp } = config;
  // Another key must not write over what it cannot read.
  for (const row of await readChannels(database)) openSecret(row.secrets, config.secretKey);
  for (const address of whatsapp.phoneNumberIds) {
    const secrets = sealSecret(whatsapp.accessToken, config.secretKey);
    await saveChannel(
      database,
      { channelId: `${channelPrefix}${address}`, kind: 'whatsapp', address, displayName: address, secrets },
      whatsapp.messagesPerSecond,
    );
  }
  const rows = await readChannels(database);
  const numbers = rows.map((row) =>
    connectNumber(row, { ...whatsapp, token: openSecret(row.secrets, config.secretKey) }),
  );
  return {
    connected: new Map(numbers.map(({ channel }) => [channel.channelId, channel])),
    sources: new Map(numbers.map(({ channel, media }) => [channel.channelId, media])),
  };
}

/** Fits the guard and indexes the knowledge of a version. */
export function prepareBusiness(version: number, business: Business): ReadyBusiness {
  const guard = createGuard(guardDefinition(business));
  const passages = indexPassages(business.knowledge);
  return {
    version,
    business,
    guard: { judge: (text) => Promise.resolve(guard.judge(text, {})) },
    knowledge: { retrieve: (text, most) => Promise.resolve(rankPassages(passages, text, most)) },
  };
}

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const server = await startServer(config, log);
  process.stdout.write(
    `${JSON.stringify({ event: 'server.listening', role: config.role, webhookUrl: server.webhookUrl, deskUrl: server.deskUrl })}\n`,
  );
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${JSON.stringify({ event: 'fatal', message })}\n`, () =>
      process.exit(error instanceof BadUsage ? 2 : 1),
    );
  });
}
