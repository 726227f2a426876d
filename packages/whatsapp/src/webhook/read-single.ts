import { readItem } from './read-item.ts';
import { mergeOnlyContact } from './sender.ts';
import { addUnknownKeys, collectUnknown, type UnknownPart } from './unknown-part.ts';
import { bodyKeys, changeKeys, entryKeys, ourObject } from './webhook-keys.ts';
import type { WebhookUpdate } from './webhook-update.ts';
import { idOf, isRecord } from './wire-value.ts';

const valueKeys: ReadonlySet<string> = new Set([
  'messaging_product',
  'metadata',
  'contacts',
  'messages',
  'statuses',
]);

/**
 * The update of a body that holds one message or one status and nothing else, as nearly all bodies do: what
 * `parseWebhook` reads of it, without the shell, and quicker. Undefined for every other body, whatever it is.
 */
export function readSingle(
  json: unknown,
): { readonly update: WebhookUpdate; readonly unknown: readonly UnknownPart[] } | undefined {
  if (!isRecord(json) || json['object'] !== ourObject) return undefined;
  const entry = onlyOne(json['entry']);
  if (!isRecord(entry)) return undefined;
  const change = onlyOne(entry['changes']);
  if (!isRecord(change) || change['field'] !== 'messages') return undefined;
  const value = change['value'];
  if (!isRecord(value) || !isRecord(value['metadata'])) return undefined;
  const wabaId = idOf(entry['id']);
  const phoneNumberId = idOf(value['metadata']['phone_number_id']);
  const { contacts } = value;
  const isKnown = contacts === undefined || (Array.isArray(contacts) && contacts.length <= 1);
  const list = onlyList(value);
  if (wabaId === undefined || phoneNumberId === undefined || !isKnown || list === undefined) return undefined;

  const unknown: UnknownPart[] = [];
  const parts = collectUnknown(unknown);
  addUnknownKeys(parts, 'body', json, bodyKeys);
  addUnknownKeys(parts, 'entry', entry, entryKeys);
  addUnknownKeys(parts, 'change', change, changeKeys);
  const number = { wabaId, phoneNumberId };
  const displayPhoneNumber = idOf(value['metadata']['display_phone_number']);
  const place =
    displayPhoneNumber === undefined
      ? { number, field: 'messages' as const }
      : { number, field: 'messages' as const, displayPhoneNumber };
  const { ids, updateOf } = readItem(place, list.name, list.item, parts);
  const contact = onlyOne(contacts);
  const person = ids === undefined ? {} : contact === undefined ? ids : mergeOnlyContact(ids, contact);
  return { update: updateOf(person), unknown };
}

/** The item of a list of one; undefined for a longer list and for what is no list. */
function onlyOne(list: unknown): unknown {
  return Array.isArray(list) && list.length === 1 ? list[0] : undefined;
}

/** The one list of a value that holds nothing but it and what it is about. */
function onlyList(
  value: Readonly<Record<string, unknown>>,
): { readonly name: 'messages' | 'statuses'; readonly item: unknown } | undefined {
  for (const key in value) if (!valueKeys.has(key)) return undefined;
  const { messages, statuses } = value;
  const name = statuses === undefined ? 'messages' : messages === undefined ? 'statuses' : undefined;
  const item = name === undefined ? undefined : onlyOne(value[name]);
  return name === undefined || item === undefined ? undefined : { name, item };
}
