import type { Hono } from 'hono';
import { CrawlRequest, type CrawlTaken, type WebsiteList } from '@ambit/sdk/website';
import type { Database } from '../../db/database.ts';
import { hurrySites, listSites } from '../../db/knowledge-pages.ts';
import { apiError } from './api-error.ts';
import { readBody } from './read-body.ts';

type Needs = { readonly database: Database; onSitesDue(): void };

/** The web sites that the agent answers from: what was taken, and looking at them now. */
export function addWebsiteRoutes(app: Hono, { database, onSitesDue }: Needs): void {
  app.get('/api/websites', async (c) =>
    c.json({ websites: await listSites(database) } satisfies WebsiteList),
  );

  app.post('/api/websites/crawl', async (c) => {
    const body = await readBody(c, CrawlRequest);
    if (body.kind === 'answer') return body.response;
    const sites = await hurrySites(database, body.value.site);
    if (sites === 0 && body.value.site !== undefined)
      return apiError(c, 404, {
        code: 'not-found',
        message: `There is no web site "${body.value.site}".`,
        fix: 'Name one of business.yaml, under "websites"; a new one is known a few seconds after it is published.',
      });
    onSitesDue();
    return c.json({ sites } satisfies CrawlTaken);
  });
}
