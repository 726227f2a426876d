import { readEngineDepth } from '../db/views/engine-depth.ts';
import type { NodeHealth } from '../ports/health.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { ObservedDatabase } from './observe-database.ts';

/** Sets what is read only when somebody looks: how much is not over, connections, readiness. */
export async function refreshGauges(needs: {
  database: ObservedDatabase;
  health: NodeHealth;
  metrics: Metrics;
  overdueAfterMs: number;
  poolSize: number;
}): Promise<void> {
  const { database, health, metrics } = needs;
  const busy = database.busy();
  metrics.set('poolConnections', { state: 'in-use' }, Math.min(busy, needs.poolSize));
  metrics.set('poolConnections', { state: 'wanted' }, Math.max(0, busy - needs.poolSize));
  metrics.set('poolConnections', { state: 'limit' }, needs.poolSize);
  metrics.set('ready', {}, (await health.ready()).kind === 'ok' ? 1 : 0);
  const { outbox, mailboxes, alarmsOpen } = await readEngineDepth(database, needs.overdueAfterMs);
  for (const status of ['queued', 'retry', 'sending', 'unknown'] as const)
    metrics.set('outbox', { status }, outbox[status]);
  for (const state of ['waiting', 'overdue', 'leased'] as const)
    metrics.set('mailboxes', { state }, mailboxes[state]);
  metrics.set('alarmsOpen', {}, alarmsOpen);
}
