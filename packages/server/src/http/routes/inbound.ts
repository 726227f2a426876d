import type { Hono } from 'hono';
import type { InboundTrace } from '@ambit/sdk/inbound-trace';
import type { Database } from '../../db/database.ts';
import { traceInbound } from '../../db/views/trace-inbound.ts';

/** What became of one message of a customer. */
export function addInboundRoute(app: Hono, database: Database): void {
  app.get('/api/inbound/:messageId', async (c) => {
    const trace = await traceInbound(database, c.req.param('messageId'));
    return c.json(trace satisfies InboundTrace);
  });
}
