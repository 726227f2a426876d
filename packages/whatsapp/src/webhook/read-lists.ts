import { present } from './present.ts';
import { readItem, type ItemPlace, type ReadItem } from './read-item.ts';
import { contactBook, isOnePerson, mergeSender } from './sender.ts';
import type { UnknownParts } from './unknown-part.ts';
import type { ListShell } from './webhook-shell.ts';
import type { NumberKey, WebhookUpdate } from './webhook-update.ts';
import { idOf, isRecord } from './wire-value.ts';

type Value = Readonly<Record<string, unknown>>;

const lists = {
  messages: ['messages', 'statuses', 'errors'],
  calls: ['calls', 'statuses', 'errors'],
} as const;

const context = new Set(['messaging_product', 'metadata', 'contacts']);

/**
 * The updates of a value under `messages` or `calls`: one for each item of its lists, in the order sent. A list
 * that is not known becomes one update as a whole; other unknown fields stay in the shell. Both are counted.
 */
export function readLists(
  number: NumberKey,
  field: 'messages' | 'calls',
  value: Value,
  unknown: UnknownParts,
): { updates: readonly WebhookUpdate[]; shell: { value: Value; lists: readonly ListShell[] } } {
  const read: ReadItem[] = [];
  const taken: ListShell[] = [];
  const rest: Record<string, unknown> = {};
  const place: ItemPlace = { number, field, ...present({ displayPhoneNumber: displayOf(value) }) };

  const known: readonly string[] = lists[field];
  for (const name of lists[field]) {
    if (!Object.hasOwn(value, name)) continue;
    const items = value[name];
    if (Array.isArray(items)) for (const raw of items) read.push(readItem(place, name, raw, unknown));
    // What should be a list and is not counts as one item.
    else read.push(readItem(place, name, items, unknown));
    taken.push({ name, count: Array.isArray(items) ? items.length : undefined });
  }
  for (const name in value) {
    if (known.includes(name)) continue;
    const part = value[name];
    const isContext = context.has(name);
    if (!isContext) unknown.add('key', `value.${name}`);
    if (isContext || !Array.isArray(part)) {
      keep(rest, name, part);
      continue;
    }
    const update: WebhookUpdate = { kind: 'other', ...number, field: `${field}.${name}`, raw: part };
    read.push({ ids: undefined, updateOf: () => update });
    taken.push({ name, count: undefined });
  }

  const contacts = contactBook(value['contacts']);
  const alone = contacts.all.length === 1 && isOnePerson(read);
  return {
    updates: read.map(({ ids, updateOf }) => updateOf(mergeSender(ids ?? {}, contacts, alone))),
    shell: { value: rest, lists: taken },
  };
}

/** Sets a key whatever it is called: assigning `__proto__` would set no key. */
function keep(record: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(record, name, { value, enumerable: true, writable: true });
  else record[name] = value;
}

function displayOf(value: Value): string | undefined {
  const metadata = value['metadata'];
  return isRecord(metadata) ? idOf(metadata['display_phone_number']) : undefined;
}
