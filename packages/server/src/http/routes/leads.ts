import type { Hono } from 'hono';
import { LeadListQuery, type LeadList } from '@ambit/sdk/lead';
import type { Database } from '../../db/database.ts';
import { listLeads } from '../../db/leads.ts';
import { readQuery } from './read-body.ts';

/** Who is interested in what the business sells. */
export function addLeadRoute(app: Hono, database: Database): void {
  app.get('/api/leads', async (c) => {
    const query = readQuery(c, LeadListQuery);
    if (query.kind === 'answer') return query.response;
    const { team, before, limit } = query.value;
    return c.json({ leads: [...(await listLeads(database, { team, before, limit }))] } satisfies LeadList);
  });
}
