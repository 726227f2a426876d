import { Hono } from 'hono';
import type { Database } from '../db/database.ts';
import { createDeskCommands } from '../pipeline/desk-commands.ts';
import type { PublishedBusinesses } from '../pipeline/published-business.ts';
import type { EngineSettings } from '../pipeline/settings.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Doctor } from '../ports/doctor.ts';
import type { NodeHealth } from '../ports/health.ts';
import type { Log } from '../ports/log.ts';
import type { MetricsPage } from '../ports/metrics.ts';
import { guardDesk } from './desk/guard-desk.ts';
import { createLiveFeed } from './desk/live-feed.ts';
import { servePage } from './desk/serve-page.ts';
import { apiError } from './routes/api-error.ts';
import { addBackupRoute } from './routes/backup.ts';
import { addBusinessRoutes, type PublishingNeeds } from './routes/business.ts';
import { addCalendarRoute } from './routes/calendars.ts';
import { addCatalogueRoute, type CatalogueNeeds } from './routes/catalogue.ts';
import { addConversationRoutes } from './routes/conversations.ts';
import { addDoctorRoute } from './routes/doctor.ts';
import { addEventRoute } from './routes/events.ts';
import { addFeedRoute } from './routes/feed.ts';
import { addHealthRoutes } from './routes/health.ts';
import { addInboundRoute } from './routes/inbound.ts';
import { addLeadRoute } from './routes/leads.ts';
import { addMediaRoute } from './routes/media.ts';
import { addMetricsRoute } from './routes/metrics.ts';
import { addNoticeRoutes } from './routes/notices.ts';
import { addSuggestionRoutes } from './routes/suggestions.ts';
import { addTableRoutes, type TableNeeds } from './routes/tables.ts';
import { addToolRoutes, type ToolNeeds } from './routes/tools.ts';
import { addWebsiteRoutes } from './routes/websites.ts';

/**
 * What the desk needs. `token`: opens it. `phoneUrl`: where the phone page is, if there is one.
 * `onWoken`: told when a person's command may have made a turn due.
 * `resumeChannel`: ends the pause of a number, here and in the database.
 */
export type DeskNeeds = {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly token: string;
  readonly blobs: BlobStore;
  readonly health: NodeHealth;
  readonly metrics: MetricsPage;
  readonly doctor: Doctor;
  /** Writes a backup of the database; resolves with the number of its rows. */
  readonly writeBackup: (write: (text: string) => Promise<void>) => Promise<number>;
  readonly settings: Pick<EngineSettings, 'longestDebounceMs'>;
  readonly phoneUrl?: string;
  onWoken(): void;
  /** Told when web sites are to be looked at. */
  onSitesDue(): void;
  resumeChannel(channelId: string): Promise<void>;
  readonly businesses: PublishedBusinesses;
  /** What addresses of calendar feeds are made of. */
  readonly secretKey: Uint8Array;
} & PublishingNeeds &
  Pick<TableNeeds, 'appointments' | 'payments'> &
  Pick<CatalogueNeeds, 'catalogues'> &
  Pick<ToolNeeds, 'toolTrials'>;

/** The desk: a page for people and the HTTP interface it uses. Loopback only, and only with the token. */
export function createDeskApp(needs: DeskNeeds): Hono {
  const { database, clock, log } = needs;
  const app = new Hono();
  app.use(guardDesk(needs.token));
  addHealthRoutes(app, needs.health);
  addConversationRoutes(app, { database, clock, commands: createDeskCommands(needs) });
  addInboundRoute(app, database);
  addMediaRoute(app, { database, blobs: needs.blobs });
  addLeadRoute(app, database);
  addNoticeRoutes(app, needs);
  addEventRoute(app, needs);
  addBusinessRoutes(app, needs);
  addTableRoutes(app, needs);
  addCatalogueRoute(app, needs);
  addSuggestionRoutes(app, needs);
  addWebsiteRoutes(app, needs);
  addToolRoutes(app, needs);
  addBackupRoute(app, needs);
  addDoctorRoute(app, needs.doctor);
  addCalendarRoute(app, needs);
  addMetricsRoute(app, needs.metrics);
  addFeedRoute(app, createLiveFeed({ database, clock, log }), clock);
  app.all('/api/*', (c) =>
    apiError(c, 404, {
      code: 'not-found',
      message: `There is no ${c.req.method} ${c.req.path}.`,
      fix: 'The package @ambit/sdk names every address.',
    }),
  );
  app.get('*', servePage());
  app.onError((error, c) => {
    log.error('desk.failed', { path: c.req.path, error: error.stack ?? error.message });
    return apiError(c, 500, {
      code: 'failed',
      message: 'The server could not do this.',
      fix: 'Try again; the reason is in the log of the server as "desk.failed".',
    });
  });
  return app;
}
