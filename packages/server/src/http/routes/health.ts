import type { Context, Hono } from 'hono';
import type { HealthVerdict, NodeHealth } from '../../ports/health.ts';

/** What supervisors and load balancers of this machine ask; it tells ok or a reason's code, no more. */
export function addHealthRoutes(app: Hono, health: NodeHealth): void {
  app.get('/healthz', (c) => answer(c, health.live()));
  app.get('/readyz', async (c) => answer(c, await health.ready()));
}

function answer(c: Context, verdict: HealthVerdict): Response {
  c.header('cache-control', 'no-store');
  return verdict.kind === 'ok'
    ? c.json({ status: 'ok' })
    : c.json({ status: 'not-ok', reason: verdict.reason }, 503);
}
