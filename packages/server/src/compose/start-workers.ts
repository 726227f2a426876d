import { randomBytes, randomUUID } from 'node:crypto';
import type { Models } from '@ambit/core/model/models';
import { currentPack } from '@ambit/core/policy/pack';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { createModelAsker } from '../pipeline/ask-model.ts';
import { readStaleCatalogues } from '../pipeline/compare-catalogues.ts';
import { createMediaCopier } from '../pipeline/copy-media.ts';
import { createExpiredDeleter } from '../pipeline/delete-expired.ts';
import { createScheduleFirer } from '../pipeline/fire-schedules.ts';
import { fireTimers } from '../pipeline/fire-timers.ts';
import { createVoiceListener } from '../pipeline/listen-to-voice.ts';
import { createReadMarker } from '../pipeline/mark-read.ts';
import type { OpenChannels } from '../pipeline/open-channels.ts';
import type { TemplateRegister } from '../pipeline/known-templates.ts';
import type { PublishedBusinesses, ReadyBusiness } from '../pipeline/published-business.ts';
import { createSender } from '../pipeline/send.ts';
import type { EngineSettings } from '../pipeline/settings.ts';
import { sweep } from '../pipeline/sweep.ts';
import { createTurnTaker } from '../pipeline/take-turns.ts';
import { createWaitingTurns } from '../pipeline/waiting-turns.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import type { CatalogueSource } from '../ports/catalogue-source.ts';
import type { Clock } from '../ports/clock.ts';
import type { LoopWatch } from '../ports/health.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { MediaSource } from '../ports/media-source.ts';
import type { Tool } from '../ports/tools.ts';
import type { Transcriber } from '../ports/transcriber.ts';
import type { Secrets } from '../tools/tool-secrets.ts';
import { startMediaLoop } from '../worker/media-loop.ts';
import { startSendLoop } from '../worker/send-loop.ts';
import { startSweepLoop } from '../worker/sweep-loop.ts';
import { startCatalogueLoop } from '../worker/catalogue-loop.ts';
import { startTemplateLoop } from '../worker/template-loop.ts';
import { startTimerLoop } from '../worker/timer-loop.ts';
import { startTurnLoop } from '../worker/turn-loop.ts';
import { builtInTools } from './built-in-tools.ts';
import { countModel } from './count-model.ts';
import { startAppointments } from './start-appointments.ts';
import { observeTurns } from './observe-turns.ts';
import type { ReplyTimes } from './reply-times.ts';
import type { Teardown } from './teardown.ts';
import { watchLoad } from './watch-load.ts';
import type { Tracing } from './start-tracing.ts';

/** A node that is at work for more of its time than this marks nothing as read. */
const busyShare = 0.75;

/** What the workers of a node share with the rest of it. */
export type WorkerNeeds = {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly watch: LoopWatch;
  readonly metrics: Metrics;
  readonly times: ReplyTimes;
  readonly tracing: Tracing;
  readonly settings: EngineSettings;
  readonly businesses: PublishedBusinesses;
  readonly channels: OpenChannels;
  readonly sources: ReadonlyMap<string, MediaSource>;
  readonly blobs: BlobStore;
  readonly catalogues: CatalogueSource;
  readonly templates: TemplateRegister;
  /** Whether templates that Meta lacks are handed in for review. */
  readonly submitsTemplates: boolean;
  /** The models of a business behind one another. */
  readonly connectModels: (models: Models) => LanguageModel;
  /** Writes down voice notes; undefined: nobody does. */
  readonly transcriber: Transcriber | undefined;
  /** Passwords of calendars, and where calendars may be. */
  readonly secrets: Secrets;
  readonly outbound: Config['tools'];
  readonly marksRead: boolean;
  readonly wrapTool: (tool: Tool) => Tool;
  readonly appointmentUrl: ((reference: string) => string) | undefined;
  /** Told when Meta's answer has paused a number. */
  readonly onPaused: () => void;
};

/** Starts the loops of a worker. Returns how to tell them that a turn will be due in so many ms. */
export function startWorkers(needs: WorkerNeeds, teardown: Teardown): { wakeTurns(delayMs: number): void } {
  const {
    database,
    clock,
    log,
    watch,
    metrics,
    tracing,
    settings,
    businesses,
    channels,
    sources,
    blobs,
    onPaused,
  } = needs;
  const onWoken = (): void => turns.wake();
  const sender = createSender({
    database,
    clock,
    log,
    settings,
    pack: currentPack,
    businesses,
    channels: channels.current,
    templates: needs.templates,
    random: Math.random,
    onWoken,
    onFreed: () => sends.wake(),
    onPaused,
  });
  const sends = startSendLoop({ log, watch, sender, drainMs: settings.drainSendsMs });
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
  const copies = startMediaLoop({ log, watch, copier });
  teardown.push(() => copies.stop());
  const engine = { database, clock, log, settings };
  const { secrets, outbound } = needs;
  startAppointments(
    { ...engine, watch, businesses, secrets, outbound, node: randomUUID(), onWoken },
    teardown,
  );
  const fireSchedules = createScheduleFirer({ database, clock, log, businesses });
  const timers = startTimerLoop({
    fire: async (most) => {
      const fired = await fireTimers(engine, most);
      await fireSchedules();
      return fired;
    },
    log,
    watch,
    onWoken,
  });
  teardown.push(() => timers.stop());
  const catalogues = startCatalogueLoop({
    read: async (signal) =>
      readStaleCatalogues(database, needs.catalogues, (await businesses.current()).business, log, signal),
    log,
    watch,
  });
  teardown.push(() => catalogues.stop());
  if (needs.submitsTemplates) {
    const current = (): Promise<ReadyBusiness> => businesses.current();
    const submissions = startTemplateLoop({
      version: async () => (await current()).version,
      submit: async (signal) => needs.templates.submitMissing((await current()).business, signal),
      log,
      watch,
    });
    teardown.push(() => submissions.stop());
  }
  const deleteExpired = createExpiredDeleter({
    database,
    clock,
    machineNow: Date.now,
    log,
    blobs,
    keepDays: settings.keepDays,
    onDeleted: (what, rows) => metrics.count('rowsDeleted', { what }, rows),
  });
  const sweepOnce = async (): Promise<number> => {
    const woken = await sweep(engine);
    await deleteExpired();
    return woken;
  };
  const sweeps = startSweepLoop({ sweep: sweepOnce, log, watch, onWoken });
  teardown.push(() => sweeps.stop());
  const markRead = createReadMarker({ channels: channels.current, isBusy: watchLoad(busyShare), log });
  const waiting = createWaitingTurns();
  const taker = createTurnTaker({
    ...engine,
    waiting,
    businesses,
    tools: builtInTools(needs),
    node: randomUUID(),
    pack: currentPack.id,
    ...(needs.transcriber === undefined
      ? {}
      : {
          listen: createVoiceListener({
            database,
            blobs,
            transcriber: needs.transcriber,
            limits: settings.voice,
            log,
          }),
        }),
    askModel: createModelAsker({
      database,
      clock,
      log,
      connect: needs.connectModels,
      onTold: (told) => {
        tracing.modelAsked(told);
        countModel(metrics, told);
      },
    }),
    onSettled: ({ kind }, result, ms, turnId) => {
      tracing.settled({ kind, result: result.kind, ms, turnId });
      metrics.count('calls', { kind, result: result.kind });
      metrics.observe('callSeconds', { kind }, ms / 1_000);
    },
  });
  const turns = startTurnLoop({
    taker: tracing.turns(observeTurns(taker, metrics, needs.times)),
    log,
    watch,
    mostAtOnce: settings.mostTurnsAtOnce,
    mostHeld: settings.mostTurnsHeld,
    waiting,
    leaseMs: settings.leaseMs,
    drainMs: settings.drainTurnsMs,
    onDrafts: () => sends.wake(),
    onBegan: ({ turn }) => {
      if (needs.marksRead) markRead(turn);
    },
  });
  teardown.push(() => turns.stop());
  return { wakeTurns: turns.wake };
}
