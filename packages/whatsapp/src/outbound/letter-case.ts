const containers = new Set(['components', 'cards', 'buttons']);
const deepest = 8;

/**
 * Writes the tags of template components in one letter case: Meta takes `BODY` and `body` alike and
 * its own pages mix them. `keys`: which fields are tags. Nothing else is touched.
 */
export function withTagCase(
  value: unknown,
  keys: ReadonlySet<string>,
  change: (tag: string) => string,
  depth = 0,
): unknown {
  if (depth > deepest || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => withTagCase(item, keys, change, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      if (keys.has(key) && typeof inner === 'string') return [key, change(inner)];
      return [key, containers.has(key) ? withTagCase(inner, keys, change, depth + 1) : inner];
    }),
  );
}
