import type { Hono } from 'hono';
import type { MetricsPage } from '../../ports/metrics.ts';

/** The numbers of this node, as Prometheus reads them. */
export function addMetricsRoute(app: Hono, page: MetricsPage): void {
  app.get('/metrics', async (c) => {
    c.header('cache-control', 'no-store');
    return c.body(await page.read(), 200, { 'content-type': page.contentType });
  });
}
