import { calendarMultiGet, createObject, deleteObject, propfind, updateObject } from 'tsdav';
import { z } from 'zod';

/** How to reach one calendar collection. `url` ends with "/". */
export type CalendarAccess = { readonly url: string; readonly user: string; readonly password: string };

/** `refused`: the object is not what we thought it was (ETag), or is there already. */
export type WriteOutcome = { readonly kind: 'written'; readonly etag: string } | { readonly kind: 'refused' };

/** An object of the collection. `href`: its path on the server, which names it. */
export type RemoteObject = { readonly href: string; readonly etag: string; readonly text: string };

/** One calendar collection on a CalDAV server. Everything throws when the server cannot be reached or does not let us in. */
export type CaldavCalendar = {
  /** Changes whenever anything in the collection does. Undefined: the server does not say. */
  revision(): Promise<string | undefined>;
  /** The version of every object. */
  list(): Promise<ReadonlyMap<string, string>>;
  read(hrefs: readonly string[]): Promise<readonly RemoteObject[]>;
  /** `etag`: the version it replaces; without one it must be new. */
  write(href: string, text: string, etag?: string): Promise<WriteOutcome>;
  /** What is gone already counts as deleted. */
  remove(href: string, etag: string): Promise<'deleted' | 'refused'>;
  /** Where an object of ours belongs. */
  hrefOf(uid: string): string;
};

const timeoutMs = 20_000;
const mostAtOnce = 50;

/** Opens a collection. `url` must be one that this deployment means to reach; it is asked with the password. */
export function openCaldavCalendar(access: CalendarAccess): CaldavCalendar {
  const base = new URL(access.url.endsWith('/') ? access.url : `${access.url}/`);
  const token = Buffer.from(`${access.user}:${access.password}`).toString('base64');
  const headers = { authorization: `Basic ${token}` };
  const fetchWithin: typeof fetch = (input, init) =>
    fetch(input, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  const common = { headers, fetch: fetchWithin };
  const at = (href: string): string => new URL(href, base).href;
  return {
    async revision() {
      const [found] = await propfind({
        ...common,
        url: base.href,
        depth: '0',
        props: { 'd:sync-token': {}, 'cs:getctag': {} },
      });
      const props = checked(found, 'be read').props;
      return textOf(props?.['syncToken']) ?? textOf(props?.['getctag']);
    },
    async list() {
      const found = await propfind({
        ...common,
        url: base.href,
        depth: '1',
        props: { 'd:getetag': {}, 'd:resourcetype': {} },
      });
      checked(found[0], 'be listed');
      const versions = found.flatMap(({ href, props }): readonly [string, string][] => {
        const etag = textOf(props?.['getetag']);
        const path = href === undefined ? undefined : new URL(href, base).pathname;
        return path === undefined || etag === undefined || path === base.pathname ? [] : [[path, etag]];
      });
      return new Map(versions);
    },
    async read(hrefs) {
      const objects: RemoteObject[] = [];
      for (let from = 0; from < hrefs.length; from += mostAtOnce) {
        const found = await calendarMultiGet({
          ...common,
          url: base.href,
          depth: '1',
          objectUrls: hrefs.slice(from, from + mostAtOnce),
          props: { 'd:getetag': {}, 'c:calendar-data': {} },
        });
        for (const { href, props } of found) {
          const etag = textOf(props?.['getetag']);
          const text = textOf(props?.['calendarData']);
          if (href === undefined || etag === undefined || text === undefined) continue;
          objects.push({ href: new URL(href, base).pathname, etag, text });
        }
      }
      return objects;
    },
    async write(href, text, etag) {
      const typed = { ...headers, 'content-type': 'text/calendar; charset=utf-8' };
      const written =
        etag === undefined
          ? await createObject({
              ...common,
              url: at(href),
              data: text,
              headers: { ...typed, 'if-none-match': '*' },
            })
          : await updateObject({ ...common, url: at(href), data: text, etag, headers: typed });
      if (written.status === 412 || written.status === 409 || written.status === 404)
        return { kind: 'refused' };
      if (!written.ok)
        throw new Error(`The calendar at ${base.href} answered ${written.status} to a new version`);
      // Without an ETag the server changed what we wrote; it is read again next time.
      return { kind: 'written', etag: written.headers.get('etag') ?? '' };
    },
    async remove(href, etag) {
      const gone = await deleteObject({ ...common, url: at(href), etag });
      if (gone.ok || gone.status === 404 || gone.status === 410) return 'deleted';
      if (gone.status === 412 || gone.status === 409) return 'refused';
      throw new Error(`The calendar at ${base.href} answered ${gone.status} to a deletion`);
    },
    hrefOf: (uid) => `${base.pathname}${encodeURIComponent(uid)}.ics`,
  };

  function checked<T extends { readonly ok: boolean; readonly status: number }>(
    found: T | undefined,
    what: string,
  ): T {
    if (found?.ok === true) return found;
    const why = found === undefined ? 'gave no answer' : `answered ${found.status}`;
    throw new Error(
      `The calendar at ${base.href} cannot ${what}: it ${why}; check its address, user and password`,
    );
  }
}

const Text = z.union([z.string(), z.number()]).transform(String);
const Cdata = z.object({ _cdata: z.string() }).transform(({ _cdata }) => _cdata);

/** tsdav reads elements as text, as numbers, or as CDATA. */
function textOf(value: unknown): string | undefined {
  const found = z.union([Text, Cdata]).safeParse(value);
  return found.success && found.data !== '' ? found.data : undefined;
}
