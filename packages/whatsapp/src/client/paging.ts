import { z } from 'zod';
import { present } from '../webhook/present.ts';
import { maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';

/**
 * One page of a list. `unreadable`: entries of an unexpected form, as they came. `after`: the
 * cursor of the next page; absent on the last.
 */
export type Page<T> = { items: readonly T[]; unreadable: readonly unknown[]; after?: string };

const Listed = z.object({
  data: z.array(z.unknown()),
  paging: maybe(
    z.object({ cursors: maybe(z.object({ after: maybe(z.string()) })), next: maybe(z.string()) }),
  ),
});

/** A page of such items on the wire; an entry of another form costs none of its neighbours. */
export function pageOf<S extends z.ZodType>(item: S) {
  return Listed.transform(({ data, paging }): Page<z.output<S>> => {
    const parsed = data.map((raw) => ({ raw, result: item.safeParse(raw) }));
    return {
      items: parsed.flatMap(({ result }) => (result.success ? [result.data] : [])),
      unreadable: parsed.flatMap(({ raw, result }) => (result.success ? [] : [raw])),
      ...present({ after: cursorAfter(paging) }),
    };
  });
}

/**
 * All pages of a list, one call each. Ends after the last page or the first result that is no page;
 * a cursor that comes twice ends it too. With Meta's error 139102 a list is begun again.
 */
export async function* pagesOf<T>(
  fetchPage: (after: string | undefined) => Promise<CallResult<Page<T>>>,
): AsyncGenerator<CallResult<Page<T>>, void, undefined> {
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const result = await fetchPage(after);
    yield result;
    after = result.kind === 'done' ? result.value.after : undefined;
    if (after !== undefined && seen.has(after)) return;
    if (after !== undefined) seen.add(after);
  } while (after !== undefined);
}

/**
 * Only the cursor is taken from a `next` address, never the address: it holds the access token and
 * could name any host. Without `next` a page is the last, whatever its cursors.
 */
function cursorAfter(paging: z.output<typeof Listed>['paging']): string | undefined {
  if (paging?.next === undefined) return undefined;
  const inAddress = URL.canParse(paging.next) ? new URL(paging.next).searchParams.get('after') : null;
  return paging.cursors?.after ?? inAddress ?? undefined;
}
