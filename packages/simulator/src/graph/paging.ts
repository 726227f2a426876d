/** One page of a list with Graph's cursors: `limit`, `after`, `before`. */
export function paged<T>(
  all: readonly T[],
  query: URLSearchParams,
  address: string,
  usualLimit = 25,
): { data: readonly T[]; paging?: Readonly<Record<string, unknown>> } {
  const limit = Math.min(1_000, Math.max(1, Number(query.get('limit') ?? usualLimit) || usualLimit));
  const from = startOf(all.length, query, limit);
  const data = all.slice(from, from + limit);
  if (data.length === 0) return { data };
  const cursors = { before: cursorOf(from), after: cursorOf(from + data.length) };
  const link = (name: string, cursor: string): string => {
    const next = new URLSearchParams(query);
    next.delete('after');
    next.delete('before');
    next.set('limit', String(limit));
    next.set(name, cursor);
    return `${address}?${next.toString()}`;
  };
  return {
    data,
    paging: {
      cursors,
      ...(from + data.length < all.length ? { next: link('after', cursors.after) } : {}),
      ...(from > 0 ? { previous: link('before', cursors.before) } : {}),
    },
  };
}

function startOf(length: number, query: URLSearchParams, limit: number): number {
  const after = query.get('after');
  if (after !== null) return Math.min(length, positionOf(after));
  const before = query.get('before');
  if (before !== null) return Math.max(0, positionOf(before) - limit);
  return 0;
}

function cursorOf(position: number): string {
  return Buffer.from(`at:${position}`).toString('base64url');
}

function positionOf(cursor: string): number {
  return Number(/^at:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1] ?? 0);
}
