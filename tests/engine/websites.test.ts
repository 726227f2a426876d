import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Website } from '@ambit/core/knowledge/website';
import { hurrySites, listSites } from '@ambit/server/db/knowledge-pages';
import { readStoredKnowledge } from '@ambit/server/db/knowledge-revision';
import { syncDueWebsite } from '@ambit/server/knowledge/web/sync-websites';
import { startBackEnd, type BackEnd } from '@ambit/server/tools/back-end.fixture';
import { quietLog } from '../support/engine-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

type Served = { status?: number; type?: string; headers?: Record<string, string>; body?: string };

let made: TestDatabase;
let site: BackEnd;
let pages: Map<string, Served>;
beforeAll(async () => {
  made = await createTestDatabase();
});
afterAll(() => made.drop());
beforeEach(async () => {
  await made.database.query({ text: 'truncate knowledge_sites, knowledge_pages' });
  pages = new Map();
  site = await startBackEnd(({ path, headers }, response) => {
    const { status, type = 'text/html', headers: own = {}, body = '' } = pages.get(path) ?? { status: 404 };
    const known = own['etag'] !== undefined && headers['if-none-match'] === own['etag'];
    response.writeHead(known ? 304 : (status ?? 200), { 'content-type': type, ...own });
    response.end(known ? undefined : body);
  });
});
afterEach(() => site.close());

const page = (title: string, text: string, links: readonly string[] = [], head = ''): string =>
  `<html lang="en"><head><title>${title}</title>${head}</head><body><main><h1>${title}</h1><h2>${title}</h2>
   <p>${text}</p>${links.map((to) => `<a href="${to}">more</a>`).join(' ')}</main></body></html>`;

async function look(change: Partial<Website> = {}): Promise<readonly string[]> {
  const website = Website.parse({ id: 'help', start: [`${site.url}/`], ...change });
  await made.database.query({ text: "update knowledge_sites set due_at = now() - interval '1 s'" });
  const ran = await syncDueWebsite(
    {
      database: made.database,
      log: quietLog,
      websites: () => Promise.resolve([website]),
      privateHosts: [site.host],
      wait: () => Promise.resolve(),
    },
    new AbortController().signal,
  );
  expect(ran).toBe(true);
  const [state] = await listSites(made.database);
  return (state?.pages ?? []).map(({ url }) => url.slice(site.url.length));
}

const problems = async (): Promise<string> =>
  (await listSites(made.database))[0]?.report?.problems.join('\n') ?? '';

test('pages are taken to the depth asked for, and become passages with their address', async () => {
  pages.set('/', { body: page('Help', 'Welcome to our help pages.', ['/delivery', '/picture.png']) });
  pages.set('/delivery', { body: page('Delivery', 'We deliver in three days.', ['/deep']) });
  pages.set('/deep', { body: page('Deep', 'Down here.', ['/deeper']) });
  pages.set('/deeper', { body: page('Deeper', 'Too far.') });
  pages.set('/picture.png', { type: 'image/png', body: 'x' });
  expect(await look({ depth: 2 })).toEqual(['/', '/deep', '/delivery']);
  const { passages } = await readStoredKnowledge(made.database, ['help']);
  const delivery = passages.find(({ title }) => title === 'Delivery');
  expect(delivery).toMatchObject({ url: `${site.url}/delivery`, language: 'en' });
  expect(delivery?.body).toContain('three days');
  expect((await readStoredKnowledge(made.database, [])).passages).toEqual([]);
});

test('robots.txt, noindex and the number of pages are heeded', async () => {
  pages.set('/robots.txt', { type: 'text/plain', body: 'User-agent: *\nDisallow: /secret' });
  pages.set('/', {
    body: page('Help', 'Hello there.', ['/secret/plan', '/hidden', '/one', '/two', '/three']),
  });
  pages.set('/secret/plan', { body: page('Secret', 'Not for programs.') });
  pages.set('/hidden', { body: page('Hidden', 'No.', [], '<meta name="robots" content="noindex">') });
  for (const name of ['one', 'two', 'three']) pages.set(`/${name}`, { body: page(name, `Page ${name}.`) });
  expect(await look({ mostPages: 3 })).toEqual(['/', '/one', '/two']);
  expect(await problems()).toContain('robots.txt does not allow it');
  expect(site.asked.some(({ path }) => path === '/secret/plan')).toBe(false);
});

test('a host whose robots.txt cannot be had is left alone', async () => {
  pages.set('/robots.txt', { status: 503 });
  pages.set('/', { body: page('Help', 'Hello.') });
  expect(await look()).toEqual([]);
  expect(site.asked.map(({ path }) => path)).toEqual(['/robots.txt']);
});

test('redirects are followed on allowed hosts only, and a page is taken once, by its canonical address', async () => {
  pages.set('/', { body: page('Help', 'Hello.', ['/old', '/away', '/inside', '/copy?x=1']) });
  pages.set('/old', { status: 301, headers: { location: '/new' } });
  pages.set('/new', { body: page('New', 'Here now.') });
  pages.set('/away', { status: 302, headers: { location: 'https://elsewhere.example/' } });
  pages.set('/inside', { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data' } });
  pages.set('/copy?x=1', { body: page('New', 'Here now.', [], '<link rel="canonical" href="/new">') });
  expect(await look()).toEqual(['/', '/new']);
  expect(await problems()).toMatch(/\/away: it leads to another host\n.*\/inside: it leads to another host/);
});

test('what has not changed is not sent again, what vanishes goes, and what cannot be had stays', async () => {
  pages.set('/', { headers: { etag: '"1"' }, body: page('Help', 'Hello.', ['/a', '/b', '/c']) });
  for (const name of ['a', 'b', 'c']) pages.set(`/${name}`, { body: page(name, `Page ${name} says this.`) });
  expect(await look()).toEqual(['/', '/a', '/b', '/c']);
  const { revision } = await readStoredKnowledge(made.database, ['help']);
  pages.delete('/a');
  pages.set('/b', { status: 500 });
  expect(await look()).toEqual(['/', '/b', '/c']);
  expect(site.asked.filter(({ path }) => path === '/').at(-1)?.headers['if-none-match']).toBe('"1"');
  expect((await listSites(made.database))[0]?.report).toMatchObject({ taken: 1, unchanged: 1, gone: 1 });
  expect((await readStoredKnowledge(made.database, ['help'])).revision).not.toBe(revision);
  await site.close();
  expect(await look()).toEqual(['/', '/b', '/c']);
});

test('a site map and a PDF are read, and a private host that nobody allowed is not asked', async () => {
  pages.set('/', { body: page('Help', 'Hello.') });
  pages.set('/sitemap.xml', {
    type: 'text/xml',
    body: `<urlset><url><loc>${site.url}/mapped</loc></url></urlset>`,
  });
  pages.set('/mapped', { body: page('Mapped', 'Found by the map.') });
  expect(await look({ sitemap: true })).toEqual(['/', '/mapped']);
  const before = site.asked.length;
  await syncDueWebsite(
    {
      database: made.database,
      log: quietLog,
      websites: () => Promise.resolve([Website.parse({ id: 'other', start: [`${site.url}/`] })]),
      privateHosts: [],
    },
    new AbortController().signal,
  );
  expect(site.asked).toHaveLength(before);
});

test('a site is looked at by one node at a time, and again when it is due or told to', async () => {
  pages.set('/', { body: page('Help', 'Hello.') });
  expect(await look()).toEqual(['/']);
  const website = Website.parse({ id: 'help', start: [`${site.url}/`] });
  const needs = {
    database: made.database,
    log: quietLog,
    websites: () => Promise.resolve([website]),
    privateHosts: [site.host],
  };
  const { signal } = new AbortController();
  expect(await syncDueWebsite(needs, signal)).toBe(false);
  expect(await hurrySites(made.database, 'help')).toBe(1);
  const both = await Promise.all([syncDueWebsite(needs, signal), syncDueWebsite(needs, signal)]);
  expect(both.filter((ran) => ran)).toHaveLength(1);
});
