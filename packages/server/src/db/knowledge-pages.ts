import { z } from 'zod';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

const Links = z.array(z.string());
const KnownRow = z
  .object({
    url: z.string(),
    etag: z.string().nullable(),
    last_modified: z.string().nullable(),
    links: Links,
  })
  .transform(({ url, etag, last_modified: lastModified, links }) => ({
    url,
    links,
    validators: {
      ...(etag === null ? {} : { etag }),
      ...(lastModified === null ? {} : { lastModified }),
    },
  }));

/** How the last look at a site went, for people. */
const SiteReport = z.object({
  taken: z.number(),
  unchanged: z.number(),
  gone: z.number(),
  complete: z.boolean(),
  problems: z.array(z.string()),
});
export type SiteReport = z.infer<typeof SiteReport>;

/** A site that this node looks at; `lease` says until when nobody else does. */
export type ClaimedSite = { readonly site: string; readonly lease: string };

/** Makes what is configured known, and forgets other sites with their pages. Returns whether pages went. */
export async function keepSites(client: Queryable, sites: readonly string[]): Promise<boolean> {
  await client.query({
    text: `insert into knowledge_sites (site) select unnest($1::text[]) on conflict do nothing`,
    values: [sites],
  });
  await client.query({ text: 'delete from knowledge_sites where site <> all($1)', values: [sites] });
  const gone = await client.query({
    text: 'delete from knowledge_pages where site <> all($1) returning 1',
    values: [sites],
  });
  return gone.rows.length > 0;
}

/** One site that is due and that nobody looks at; undefined if there is none. */
export async function claimSite(client: Queryable, leaseMs: number): Promise<ClaimedSite | undefined> {
  const claimed = await client.query({
    text: `update knowledge_sites set leased_until = now() + $1 * interval '1 ms'
            where site = (select site from knowledge_sites
                           where due_at <= now() and (leased_until is null or leased_until < now())
                           order by due_at limit 1 for update skip locked)
            returning site, leased_until::text as lease`,
    values: [leaseMs],
  });
  const [row] = claimed.rows;
  return row === undefined ? undefined : z.object({ site: z.string(), lease: z.string() }).parse(row);
}

/** Ends a look at a site. False: another node holds it by now, and nothing may be written. */
export async function finishSite(
  client: Queryable,
  { site, lease }: ClaimedSite,
  dueInMs: number,
  report: SiteReport,
): Promise<boolean> {
  const finished = await client.query({
    text: `update knowledge_sites
              set leased_until = null, looked_at = now(), due_at = now() + $3 * interval '1 ms', report = $4
            where site = $1 and leased_until = $2::timestamptz returning 1`,
    values: [site, lease, dueInMs, jsonText(report)],
  });
  return finished.rows.length > 0;
}

export async function readKnownPages(client: Queryable, site: string) {
  const found = await client.query({
    text: 'select url, etag, last_modified, links from knowledge_pages where site = $1',
    values: [site],
  });
  return found.rows.map((row) => KnownRow.parse(row));
}

/** A page as it is kept. */
export type KeptPage = {
  readonly url: string;
  readonly title: string;
  readonly markdown: string;
  readonly language?: string;
  readonly links: readonly string[];
  readonly validators: { readonly etag?: string; readonly lastModified?: string };
};

/** Keeps a page. Returns whether it says anything else than before. */
export async function savePage(client: Queryable, site: string, page: KeptPage): Promise<boolean> {
  const { url, title, markdown, language, links, validators } = page;
  const saved = await client.query({
    text: `with before as (select content_hash from knowledge_pages where site = $1 and url = $2),
                kept as (
      insert into knowledge_pages as p
             (site, url, title, markdown, language, etag, last_modified, links, content_hash)
      values ($1, $2, $3, $4, $5, $6, $7, $8, md5($3 || $4 || coalesce($5, '')))
      on conflict (site, url) do update
         set title = excluded.title, markdown = excluded.markdown, language = excluded.language,
             etag = excluded.etag, last_modified = excluded.last_modified, links = excluded.links,
             content_hash = excluded.content_hash,
             taken_at = case when p.content_hash = excluded.content_hash then p.taken_at else now() end
      returning content_hash)
      select kept.content_hash is distinct from (select content_hash from before) as changed from kept`,
    values: [
      site,
      url,
      title,
      markdown,
      language ?? null,
      validators.etag ?? null,
      validators.lastModified ?? null,
      jsonText(links),
    ],
  });
  return z.object({ changed: z.boolean() }).parse(saved.rows[0]).changed;
}

/** Deletes the pages of a site but for those that are still there. Returns how many. */
export async function deleteOtherPages(
  client: Queryable,
  site: string,
  there: readonly string[],
): Promise<number> {
  const gone = await client.query({
    text: 'delete from knowledge_pages where site = $1 and url <> all($2) returning 1',
    values: [site, there],
  });
  return gone.rows.length;
}

/** Has a site looked at as soon as a node is free; all without a name. Returns how many. */
export async function hurrySites(client: Queryable, site: string | undefined): Promise<number> {
  const hurried = await client.query({
    text: `update knowledge_sites set due_at = now() where $1::text is null or site = $1 returning 1`,
    values: [site ?? null],
  });
  return hurried.rows.length;
}

const SiteRow = z
  .object({
    site: z.string(),
    due_at: z.date(),
    looked_at: z.date().nullable(),
    leased: z.boolean(),
    report: SiteReport.nullable(),
    pages: z.array(z.object({ url: z.string(), title: z.string() })),
  })
  .transform((row) => ({
    site: row.site,
    dueAt: row.due_at.getTime(),
    underWay: row.leased,
    ...(row.looked_at === null ? {} : { lookedAt: row.looked_at.getTime() }),
    ...(row.report === null ? {} : { report: row.report }),
    pages: row.pages,
  }));

/** The sites with the pages that were taken. */
export async function listSites(client: Queryable) {
  const found = await client.query({
    text: `select s.site, s.due_at, s.looked_at, coalesce(s.leased_until > now(), false) as leased, s.report,
                  coalesce((select json_agg(json_build_object('url', p.url, 'title', p.title) order by p.url)
                              from knowledge_pages p where p.site = s.site), '[]') as pages
             from knowledge_sites s order by s.site`,
  });
  return found.rows.map((row) => SiteRow.parse(row));
}
