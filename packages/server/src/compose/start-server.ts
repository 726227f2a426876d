import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createFolderBlobStore } from '../blobs/folder-blob-store.ts';
import { readBusinessFolder } from '../business-files/read-business-folder.ts';
import { createWebhookReader } from '../channels/whatsapp/webhook-reader.ts';
import type { Config } from '../config.ts';
import { resumeChannel } from '../db/channels.ts';
import { createDeskApp } from '../http/desk-app.ts';
import { checkPortsFree, closeServer, listen, type Place } from '../http/listen.ts';
import { createWebhookListener } from '../http/webhooks/webhook-listener.ts';
import { importBusiness, readBusiness } from '../pipeline/import-business.ts';
import { createOpenChannels } from '../pipeline/open-channels.ts';
import { createPublishedBusinesses } from '../pipeline/published-business.ts';
import { createReceiver } from '../pipeline/receive.ts';
import { defaultSettings, type EngineSettings } from '../pipeline/settings.ts';
import type { Log } from '../ports/log.ts';
import { startChannelLoop } from '../worker/channel-loop.ts';
import { createHealth } from './create-health.ts';
import { channelIdOf, connectChannels } from './connect-channels.ts';
import { connectDatabase } from './connect-database.ts';
import { prepareBusiness } from './prepare-business.ts';
import { startClock } from './start-clock.ts';
import { startWorkers } from './start-workers.ts';
import { undo, type Teardown } from './teardown.ts';

/**
 * A running node. `stop`: the node is not ready from then on and answers webhooks with 503; it finishes what is in
 * flight within bounds, gives the rest back, then stops everything it started.
 */
export type AmbitServer = {
  readonly webhookUrl: string | undefined;
  readonly deskUrl: string | undefined;
  stop(): Promise<void>;
};

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
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    health.drain();
    stopped ??= undo(teardown, log);
    return stopped;
  };
  // What can be told is told before anything is started.
  const files = await readBusinessFolder(config.business);
  readBusiness(config.business, files);
  if (config.role !== 'worker') await checkPortsFree([deskPlace(config), webhookPlace(config)]);
  const database = await connectDatabase(config, log, teardown);
  const imported = await importBusiness(database, config.business, files);
  if (imported.kind === 'kept' && imported.differs) {
    log.warn('business.files-differ', {
      message: `${config.business} differs from the published version ${imported.version}, which stays in use`,
    });
  }
  const health = createHealth(config, database);
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
  const channelLoop = startChannelLoop({ channels, log, watch: health.watch });
  teardown.push(() => channelLoop.stop());
  // Undone after the workers: while they finish, who asks is still told that this node is stopping.
  const listeners: Teardown = [];
  teardown.push(() => undo(listeners, log));
  const workers =
    config.role === 'ingress'
      ? undefined
      : startWorkers(
          {
            database,
            clock,
            log,
            watch: health.watch,
            settings,
            businesses,
            channels,
            sources,
            blobs,
            marksRead: config.markRead,
            onPaused: () => channelLoop.wake(),
          },
          teardown,
        );
  if (config.role === 'worker') return { webhookUrl: undefined, deskUrl: undefined, stop };
  const receiver = createReceiver({
    database,
    clock,
    settings,
    log,
    channelOf: (address) => channelIdOf(connected, address),
    onWoken: (delayMs) => workers?.wakeTurns(delayMs),
  });
  const serveDesk = getRequestListener(
    createDeskApp({
      database,
      clock,
      log,
      settings,
      blobs,
      health,
      token: config.token,
      businesses,
      onWoken: () => workers?.wakeTurns(0),
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
    isDraining: health.isDraining,
    onOverload: health.overloaded,
  });
  const deskPort = await listen(desk, deskPlace(config));
  listeners.push(() => closeServer(desk, 500));
  const webhookPort = await listen(webhooks, webhookPlace(config));
  listeners.push(async () => {
    await closeServer(webhooks, 5_000);
    await receiver.drain();
  });
  return {
    webhookUrl: `http://${config.webhook.host}:${webhookPort}/webhooks/whatsapp`,
    deskUrl: `http://127.0.0.1:${deskPort}`,
    stop,
  };
}

function deskPlace({ desk }: Config): Place {
  return { host: '127.0.0.1', port: desk.port, variable: 'AMBIT_DESK_PORT' };
}

function webhookPlace({ webhook }: Config): Place {
  return { ...webhook, variable: 'AMBIT_PORT', hostVariable: 'AMBIT_HOST' };
}
