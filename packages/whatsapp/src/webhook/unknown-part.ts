/**
 * Something that this package does not know. It survives in the update's `raw`; it is counted because
 * it is how one learns that Meta has added something.
 * `field`: of a change. `message-type`, `interactive-type`, `system-type`, `status`, `call-event`, `event`:
 * a word of Meta's in that place. `pricing`: a model, type or category of a price. `key`: a field of a
 * record that is otherwise known. `malformed`: a piece that is not formed as documented.
 */
export type UnknownPart = { readonly what: UnknownWhat; readonly name: string };

export type UnknownWhat =
  | 'field'
  | 'message-type'
  | 'interactive-type'
  | 'system-type'
  | 'status'
  | 'call-event'
  | 'event'
  | 'pricing'
  | 'key'
  | 'malformed';

const longestName = 60;

/** Collects what is unknown while a body is read. */
export type UnknownParts = { add(what: UnknownWhat, name: string): void };

/** Adds to `list`. Names are cut short: what Meta puts there may be anything. */
export function collectUnknown(list: UnknownPart[]): UnknownParts {
  return {
    add: (what, name) => {
      list.push({ what, name: name.length > longestName ? name.slice(0, longestName) : name });
    },
  };
}

/** Adds each key of `record` that is in neither set, as `place.key`. */
export function addUnknownKeys(
  unknown: UnknownParts,
  place: string,
  record: Readonly<Record<string, unknown>>,
  known: ReadonlySet<string>,
  alsoKnown?: string,
): void {
  for (const key in record) if (!known.has(key) && key !== alsoKnown) unknown.add('key', `${place}.${key}`);
}
