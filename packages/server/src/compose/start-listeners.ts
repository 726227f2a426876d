import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { appointmentMessage, calendarFeed } from '../calendar/appointment-ics.ts';
import { createWebhookReader } from '../channels/whatsapp/webhook-reader.ts';
import type { Config } from '../config.ts';
import type { DrainableHealth } from '../health/node-health.ts';
import { createAppointmentFile } from '../http/appointment-file.ts';
import { createCalendarFeed } from '../http/calendar-feed.ts';
import { createDeskApp, type DeskNeeds } from '../http/desk-app.ts';
import { checkPortsFree, closeServer, listen, type Place } from '../http/listen.ts';
import { createMonitorApp } from '../http/monitor-app.ts';
import { countUnknown } from '../http/webhooks/count-unknown.ts';
import { createWebhookListener } from '../http/webhooks/webhook-listener.ts';
import type { Receiver } from '../pipeline/receive.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Teardown } from './teardown.ts';

/** Where a node is reached; undefined for what its role does not serve. */
export type Listening = {
  readonly webhookUrl: string | undefined;
  readonly deskUrl: string | undefined;
  readonly monitorUrl: string | undefined;
};

/** Throws, naming every port this node will need that is taken, before anything is started for nothing. */
export function checkPorts(config: Config): Promise<void> {
  const { monitor } = config;
  if (config.role !== 'worker') return checkPortsFree([deskPlace(config), webhookPlace(config)]);
  return monitor === undefined ? Promise.resolve() : checkPortsFree([monitorPlace(monitor.port)]);
}

/** Serves the desk, then the webhook. Undone, the webhook ends first, and what it took is committed. */
export async function startListeners(
  config: Config,
  needs: {
    readonly desk: DeskNeeds;
    readonly receiver: Receiver;
    readonly health: DrainableHealth;
    readonly counting: Metrics;
  },
  teardown: Teardown,
): Promise<Listening> {
  const { receiver, health } = needs;
  const deskPort = await serve(createDeskApp(needs.desk), deskPlace(config), teardown);
  const webhooks = createWebhookListener({
    reader: createWebhookReader({
      appSecrets: [config.whatsapp.appSecret],
      verifyToken: config.whatsapp.verifyToken,
      onUnknown: countUnknown(needs.counting, needs.desk.log),
    }),
    receiver,
    log: needs.desk.log,
    isDraining: health.isDraining,
    calendarFeed: createCalendarFeed({
      database: needs.desk.database,
      clock: needs.desk.clock,
      log: needs.desk.log,
      secretKey: config.secretKey,
      business: async () => (await needs.desk.businesses.current()).business,
      write: calendarFeed,
    }),
    appointmentFile: createAppointmentFile({
      database: needs.desk.database,
      log: needs.desk.log,
      secretKey: config.secretKey,
      business: async () => (await needs.desk.businesses.current()).business,
      write: appointmentMessage,
    }),
    onOverload: health.overloaded,
    metrics: needs.counting,
  });
  const webhookPort = await listen(webhooks, webhookPlace(config));
  teardown.push(async () => {
    await closeServer(webhooks, 5_000);
    await receiver.drain();
  });
  return {
    webhookUrl: `http://${config.webhook.host}:${webhookPort}/webhooks/whatsapp`,
    deskUrl: `http://127.0.0.1:${deskPort}`,
    monitorUrl: undefined,
  };
}

/** Serves a worker's health and metrics, if the configuration says where. */
export async function startMonitor(
  config: Config,
  needs: Parameters<typeof createMonitorApp>[0],
  teardown: Teardown,
): Promise<Listening> {
  const nowhere = { webhookUrl: undefined, deskUrl: undefined, monitorUrl: undefined };
  if (config.monitor === undefined) return nowhere;
  const port = await serve(createMonitorApp(needs), monitorPlace(config.monitor.port), teardown);
  return { ...nowhere, monitorUrl: `http://127.0.0.1:${port}` };
}

async function serve(app: Hono, place: Place, teardown: Teardown): Promise<number> {
  const answer = getRequestListener(app.fetch);
  const server: Server = createServer((request, response) => {
    void answer(request, response);
  });
  // Longer than its readers rest between two looks: they reuse a connection that must not be closing just then.
  server.keepAliveTimeout = 65_000;
  const port = await listen(server, place);
  teardown.push(() => closeServer(server, 500));
  return port;
}

function deskPlace({ desk }: Config): Place {
  return { host: '127.0.0.1', port: desk.port, variable: 'AMBIT_DESK_PORT' };
}

function webhookPlace({ webhook }: Config): Place {
  return { ...webhook, variable: 'AMBIT_PORT', hostVariable: 'AMBIT_HOST' };
}

function monitorPlace(port: number): Place {
  return { host: '127.0.0.1', port, variable: 'AMBIT_METRICS_PORT' };
}
