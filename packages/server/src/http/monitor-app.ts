import { Hono } from 'hono';
import type { NodeHealth } from '../ports/health.ts';
import type { MetricsPage } from '../ports/metrics.ts';
import { guardDesk } from './desk/guard-desk.ts';
import { apiError } from './routes/api-error.ts';
import { addHealthRoutes } from './routes/health.ts';
import { addMetricsRoute } from './routes/metrics.ts';

/** What a worker serves when told to: its health and its metrics. Loopback only, and only with the token. */
export function createMonitorApp(needs: { token: string; health: NodeHealth; metrics: MetricsPage }): Hono {
  const app = new Hono();
  app.use(guardDesk(needs.token));
  addHealthRoutes(app, needs.health);
  addMetricsRoute(app, needs.metrics);
  app.all('*', (c) =>
    apiError(c, 404, {
      code: 'not-found',
      message: `There is no ${c.req.path} here.`,
      fix: 'A worker serves /healthz, /readyz and /metrics.',
    }),
  );
  return app;
}
