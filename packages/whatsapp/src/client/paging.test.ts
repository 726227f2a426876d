import { expect, test } from 'vitest';
import { serveGraph, type Asked, type Reply } from '../fixtures/loopback-graph.ts';
import { createTemplatesClient } from './templates-client.ts';

const signal = new AbortController().signal;

function templatesAt(baseUrl: string) {
  return createTemplatesClient({
    baseUrl,
    version: 'v24.0',
    auth: { header: 'Authorization', value: 'Bearer token' },
    timeoutMs: 5_000,
    wabaId: 'W',
    retry: { mostAttempts: 1 },
  });
}

/** `pages` pages of two templates each, as Meta's cursors do it. */
const registry =
  (pages: number) =>
  ({ path }: Asked): Reply => {
    const at = Number(new URL(path, 'http://graph').searchParams.get('after') ?? 0);
    const data = [
      { id: `${at}a`, name: 'a' },
      { id: `${at}b`, name: 'b', brand_new: 1 },
    ];
    const next = at + 1 < pages ? { next: 'https://elsewhere.example/?access_token=x' } : {};
    return {
      kind: 'json',
      json: { data, paging: { cursors: { before: '', after: String(at + 1) }, ...next } },
    };
  };

async function idsOf(pages: ReturnType<ReturnType<typeof templatesAt>['list']>): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const page of pages) {
    if (page.kind !== 'done') return [...ids, page.kind];
    ids.push(...page.value.items.map(({ id }) => id));
  }
  return ids;
}

test('every page of a list is read, by its cursor and never by the address Meta gives', async () => {
  const { baseUrl, asked } = await serveGraph(registry(3));
  const pages = templatesAt(baseUrl).list({ status: 'APPROVED', pageSize: 2 }, signal);
  expect(await idsOf(pages)).toEqual(['0a', '0b', '1a', '1b', '2a', '2b']);
  expect(asked.map(({ path }) => path)).toEqual([
    '/v24.0/W/message_templates?status=APPROVED&limit=2',
    '/v24.0/W/message_templates?status=APPROVED&limit=2&after=1',
    '/v24.0/W/message_templates?status=APPROVED&limit=2&after=2',
  ]);
});

test('whoever stops reading asks for no more pages', async () => {
  const { baseUrl, asked } = await serveGraph(registry(100));
  for await (const page of templatesAt(baseUrl).list({}, signal)) {
    expect(page.kind).toBe('done');
    break;
  }
  expect(asked).toHaveLength(1);
});

test('a list that fails in the middle ends with what went wrong', async () => {
  const first = registry(3);
  const { baseUrl } = await serveGraph((asked) =>
    asked.path.includes('after=1') ? { kind: 'cut', when: 'before' } : first(asked),
  );
  expect(await idsOf(templatesAt(baseUrl).list({}, signal))).toEqual(['0a', '0b', 'unknown']);
});

test('a cursor that leads in a circle ends the list', async () => {
  const { baseUrl, asked } = await serveGraph([
    { kind: 'json', json: { data: [], paging: { cursors: { after: 'x' }, next: 'https://a.example' } } },
  ]);
  expect(await idsOf(templatesAt(baseUrl).list({}, signal))).toEqual([]);
  expect(asked).toHaveLength(2);
});

test('an entry of an unexpected form is kept apart and costs none of its neighbours', async () => {
  const { baseUrl } = await serveGraph([
    { kind: 'json', json: { data: [{ id: '1' }, 'odd', { name: 'x' }] } },
  ]);
  const { value } = await templatesAt(baseUrl).list({}, signal).next();
  expect(value).toMatchObject({
    kind: 'done',
    value: { items: [{ id: '1' }], unreadable: ['odd', { name: 'x' }] },
  });
});
