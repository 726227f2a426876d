import { z } from 'zod';

/**
 * A web site that the agent answers from. `pages`: what was taken; `report`: how the last look went: pages taken,
 * unchanged and gone, whether all was looked at, and what could not be taken. Times in ms since 1970.
 */
export const WebsiteState = z.object({
  site: z.string(),
  dueAt: z.number(),
  underWay: z.boolean(),
  lookedAt: z.number().optional(),
  report: z
    .object({
      taken: z.number(),
      unchanged: z.number(),
      gone: z.number(),
      complete: z.boolean(),
      problems: z.array(z.string()),
    })
    .optional(),
  pages: z.array(z.object({ url: z.string(), title: z.string() })),
});
export type WebsiteState = z.infer<typeof WebsiteState>;

/** GET /api/websites. */
export const WebsiteList = z.object({ websites: z.array(WebsiteState) });
export type WebsiteList = z.infer<typeof WebsiteList>;

/** POST /api/websites/crawl: looks at one site, or at all, as soon as a node is free. */
export const CrawlRequest = z.object({ site: z.string().min(1).max(100).optional() });
export type CrawlRequest = z.infer<typeof CrawlRequest>;

/** `sites`: how many will be looked at. */
export const CrawlTaken = z.object({ sites: z.number() });
export type CrawlTaken = z.infer<typeof CrawlTaken>;
