import { loadEncoder } from '@ambit/guard/encoder/load-encoder';
import { createGuardPool } from '@ambit/guard/worker/create-guard-pool';
import { join, resolve } from 'node:path';
import { writeBackup } from '../backup/write-backup.ts';
import { createFolderBlobStore } from '../blobs/folder-blob-store.ts';
import { readOwnFiles, understandFiles } from '../business-files/read-business-folder.ts';
import type { Config } from '../config.ts';
import { resumeChannel } from '../db/channels.ts';
import { createPrometheusMetrics } from '../metrics/prometheus-metrics.ts';
import { connectModels } from '../models/connect-models.ts';
import { createAppointmentTeller } from '../pipeline/tell-appointments.ts';
import { appointmentPath } from '../http/appointment-file.ts';
import { createPaymentTeller } from '../pipeline/tell-payments.ts';
import { importBusiness, readBusiness } from '../pipeline/import-business.ts';
import { createTemplateRegister } from '../pipeline/known-templates.ts';
import { createOpenChannels } from '../pipeline/open-channels.ts';
import { createPublishedBusinesses } from '../pipeline/published-business.ts';
import { createReceiver } from '../pipeline/receive.ts';
import { defaultSettings, type EngineSettings } from '../pipeline/settings.ts';
import type { Log } from '../ports/log.ts';
import type { Tool } from '../ports/tools.ts';
import type { Transcriber } from '../ports/transcriber.ts';
import { syncDueWebsite } from '../knowledge/web/sync-websites.ts';
import { startWebsiteLoop } from '../worker/website-loop.ts';
import { connectTools, type ConnectedTools } from '../tools/connect-tools.ts';
import { createSecrets, keepToolSecrets } from '../tools/tool-secrets.ts';
import { createToolTrials } from '../tools/try-tools.ts';
import { startChannelLoop } from '../worker/channel-loop.ts';
import { createDoctor } from './create-doctor.ts';
import { createHealth } from './create-health.ts';
import { createVectorStore } from './create-vector-store.ts';
import { channelIdOf, connectCatalogues, connectChannels, connectTemplates } from './connect-channels.ts';
import { connectDatabase } from './connect-database.ts';
import { createModelKeys, unsetVariables } from './model-keys.ts';
import { observeChannel } from './observe-channel.ts';
import { observeDatabase } from './observe-database.ts';
import { prepareBusiness } from './prepare-business.ts';
import { refreshGauges } from './refresh-gauges.ts';
import { createReplyTimes } from './reply-times.ts';
import { startClock } from './start-clock.ts';
import { checkPorts, startListeners, startMonitor, type Listening } from './start-listeners.ts';
import { startTracing } from './start-tracing.ts';
import { startWorkers } from './start-workers.ts';
import { undo, type Teardown } from './teardown.ts';

/**
 * A running node. `stop`: the node is not ready from then on and answers webhooks with 503; it finishes what is in
 * flight within bounds, gives the rest back, then stops everything it started.
 */
export type AmbitServer = Listening & { stop(): Promise<void> };

/**
 * Starts one node in the role its configuration names. When it throws, nothing is left running.
 * `patience`: other waiting times than the usual; `wrapTool`: other behaviour of a tool, such as a
 * slow back end. Both are for tests and benches.
 */
export async function startServer(
  config: Config,
  log: Log,
  patience: Partial<EngineSettings> = {},
  wrapTool: (tool: Tool) => Tool = (tool) => tool,
): Promise<AmbitServer> {
  const teardown: Teardown = [];
  try {
    return await compose(config, log, teardown, patience, wrapTool);
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
  wrapTool: (tool: Tool) => Tool,
): Promise<AmbitServer> {
  const settings: EngineSettings = {
    ...defaultSettings,
    debounceMs: {
      base: config.debounceMs,
      fragment: Math.round(
        config.debounceMs * (defaultSettings.debounceMs.fragment / defaultSettings.debounceMs.base),
      ),
    },
    keepDays: config.keepDays,
    voice: { ...defaultSettings.voice, mostSeconds: config.voiceSeconds },
    ...patience,
  };
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    health.drain();
    stopped ??= undo(teardown, log);
    return stopped;
  };
  // What can be told is told before anything is started.
  const own = await readOwnFiles(config.business);
  const files = await understandFiles(own, config.business);
  readBusiness(config.business, files);
  await checkPorts(config);
  const metrics = createPrometheusMetrics();
  const times = createReplyTimes(() => performance.now());
  const tracing = await startTracing(config.tracesUrl, teardown);
  const database = observeDatabase(tracing.database(await connectDatabase(config, log, teardown)), metrics);
  const imported = await importBusiness(database, config.business, files, own);
  if (imported.kind === 'kept' && imported.differs) {
    log.warn('business.files-differ', {
      message: `${config.business} differs from the published version ${imported.version}, which stays in use`,
    });
  }
  const health = createHealth(config, database);
  const { overdueAfterMs } = settings;
  const { poolSize } = config.database;
  metrics.beforeReading(() => refreshGauges({ database, health, metrics, overdueAfterMs, poolSize }));
  const { connected, sources } = await connectChannels(database, config);
  const blobs = createFolderBlobStore(join(resolve(config.home), 'media'));
  const clock = await startClock(config, log, teardown);

  await keepToolSecrets(database, config);
  const secrets = createSecrets(database, config.secretKey);
  const modelKeys = createModelKeys(config.modelKeys, secrets);
  const toolSurroundings = {
    secrets,
    outbound: { rules: config.tools },
    monotonicMs: () => performance.now(),
  };
  const inUse: ConnectedTools[] = [];
  teardown.push(async () => {
    await Promise.all(inUse.map((tools) => tools.close()));
  });
  const guards = createGuardPool({ threads: 1, encoder: config.encoder });
  teardown.push(() => guards.close());
  const encoder = await loadEncoder(config.encoder);
  teardown.push(() => encoder?.close() ?? Promise.resolve());
  const meanings = encoder && {
    encoder,
    vectors: await createVectorStore(database, log),
    monotonicMs: () => performance.now(),
    log,
  };
  // A version's tools stay as they are when only what it knows has changed.
  const toolsOf = new Map<number, ConnectedTools>();
  const businesses = createPublishedBusinesses({
    database,
    refreshMs: 5_000,
    monotonicMs: () => performance.now(),
    prepare: (version, business, stored) => {
      const tools = toolsOf.get(version) ?? connectTools(business, toolSurroundings);
      if (!toolsOf.has(version)) inUse.push(tools);
      toolsOf.set(version, tools);
      const unset = unsetVariables(business.models, config.modelKeys);
      if (unset.length > 0)
        log.warn('model.key-missing', { unset, message: 'models whose key is not set are passed over' });
      const wrapped = [...tools.byName.values()].map((tool) => [tool.name, wrapTool(tool)] as const);
      return prepareBusiness(version, business, new Map(wrapped), guards, {
        stored,
        ...(meanings === undefined ? {} : { meanings }),
      });
    },
  });
  const channels = createOpenChannels(
    database,
    new Map(
      [...connected].map(([id, channel]) => [id, tracing.channel(observeChannel(channel, metrics, times))]),
    ),
  );
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
            metrics,
            times,
            tracing,
            settings,
            businesses,
            channels,
            sources,
            blobs,
            catalogues: connectCatalogues(config),
            appointmentUrl:
              config.publicUrl === undefined
                ? undefined
                : (reference) => `${config.publicUrl ?? ''}${appointmentPath(config.secretKey, reference)}`,
            templates: createTemplateRegister({
              source: connectTemplates(config),
              clock,
              log,
              monotonicMs: () => performance.now(),
            }),
            submitsTemplates: config.whatsapp.submitsTemplates,
            transcriber:
              config.transcription === undefined ? undefined : await loadTranscriber(config.transcription),
            secrets: toolSurroundings.secrets,
            outbound: config.tools,
            marksRead: config.markRead,
            connectModels: (models) => connectModels(models, modelKeys, Math.random),
            wrapTool,
            onPaused: () => channelLoop.wake(),
          },
          teardown,
        );
  // Read now, so that the first message need not wait for it; what is wrong is told when one comes.
  if (workers !== undefined) businesses.current().catch(() => undefined);
  const websites =
    config.role === 'ingress'
      ? undefined
      : startWebsiteLoop({
          log,
          watch: health.watch,
          sync: (stopped) =>
            syncDueWebsite(
              {
                database,
                log,
                websites: async () => (await businesses.current()).business.websites ?? [],
                privateHosts: config.tools.privateHosts,
              },
              stopped,
            ),
        });
  teardown.push(() => websites?.stop() ?? Promise.resolve());
  if (config.role === 'worker') {
    const needs = { token: config.token, health, metrics: metrics.page };
    return { ...(await startMonitor(config, needs, listeners)), stop };
  }
  const receiver = tracing.receiver(
    createReceiver({
      database,
      clock,
      settings,
      log,
      channelOf: (address) => channelIdOf(connected, address),
      onWoken: (delayMs) => workers?.wakeTurns(delayMs),
      onRepeats: (count) => metrics.count('messages', { result: 'duplicate' }, count),
    }),
  );
  // Known once it listens; the doctor asks later.
  const reached = { webhookUrl: '' };
  const desk = {
    writeBackup: (write: (text: string) => Promise<void>) =>
      writeBackup(database, new Date().toISOString(), write),
    doctor: createDoctor(config, database, settings, () => reachable(reached.webhookUrl)),
    database,
    clock,
    log,
    settings,
    blobs,
    health,
    metrics: metrics.page,
    token: config.token,
    secretKey: config.secretKey,
    businesses,
    understandFiles: (written: ReadonlyMap<string, Uint8Array>) => understandFiles(written, ''),
    appointments: createAppointmentTeller({ database, clock, log, settings }),
    payments: createPaymentTeller({ clock, log, settings }),
    catalogues: connectCatalogues(config),
    toolTrials: createToolTrials(toolSurroundings),
    onWoken: () => workers?.wakeTurns(0),
    onSitesDue: () => websites?.wake(),
    resumeChannel: async (channelId: string) => {
      await database.transaction((client) => resumeChannel(client, channelId));
      await channels.refresh();
    },
    ...(config.phoneUrl === undefined ? {} : { phoneUrl: config.phoneUrl }),
  };
  const listening = await startListeners(config, { desk, receiver, health, counting: metrics }, listeners);
  reached.webhookUrl = listening.webhookUrl ?? '';
  return { ...listening, stop };
}

/** Who listens on every address is reached on this machine's own. */
function reachable(webhookUrl: string): string {
  return webhookUrl.replace('//0.0.0.0:', '//127.0.0.1:').replace('//:::', '//[::1]:');
}

/** Who writes no voice notes down does not load what does. */
async function loadTranscriber(server: NonNullable<Config['transcription']>): Promise<Transcriber> {
  const { createTranscriber } = await import('../models/create-transcriber.ts');
  return createTranscriber(server);
}
