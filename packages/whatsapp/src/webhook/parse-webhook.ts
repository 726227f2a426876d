import { readChange } from './read-change.ts';
import { addUnknownKeys, collectUnknown, type UnknownPart, type UnknownParts } from './unknown-part.ts';
import type { ChangeShell, EntryShell, WebhookShell } from './webhook-shell.ts';
import { bodyKeys, entryKeys, ourObject } from './webhook-keys.ts';
import type { WebhookUpdate } from './webhook-update.ts';
import { idOf, isRecord } from './wire-value.ts';

/**
 * `unknown`: what this package does not know of it, to be counted; all of it survives in the updates.
 * `shell`: what is left of the body without its updates; with them it is the whole body again.
 * `what` is unrecognised: `on-premises` is the format of the API that Meta ended in October 2025.
 */
export type ParsedWebhook =
  | {
      kind: 'webhook';
      updates: readonly WebhookUpdate[];
      unknown: readonly UnknownPart[];
      shell: WebhookShell;
    }
  | {
      kind: 'unrecognised';
      what: 'on-premises' | 'another-object' | 'no-entries' | 'no-webhook';
      reason: string;
    };

/**
 * Splits one webhook body into its updates, in the order sent. Never throws, whatever the
 * JSON: an unreadable piece becomes `other` and costs none of its neighbours.
 * Up to 1,000 updates come in one body; call it only after the signature has been verified.
 * Source: Cloud API docs, "Webhooks overview", read 2026-11-21.
 */
export function parseWebhook(json: unknown): ParsedWebhook {
  if (!isRecord(json) || json['object'] !== ourObject || !Array.isArray(json['entry']))
    return unrecognised(json);
  const unknown: UnknownPart[] = [];
  const parts = collectUnknown(unknown);
  addUnknownKeys(parts, 'body', json, bodyKeys);
  const updates: WebhookUpdate[] = [];
  const entries: EntryShell[] = [];
  const { entry: all, ...rest } = json;
  if (Array.isArray(all)) for (const raw of all) entries.push(readEntry(raw, updates, parts));
  return { kind: 'webhook', updates, unknown, shell: { rest, entries } };
}

/** Adds the entry's updates to `updates`. */
function readEntry(raw: unknown, updates: WebhookUpdate[], unknown: UnknownParts): EntryShell {
  if (!isRecord(raw) || !Array.isArray(raw['changes'])) {
    unknown.add('malformed', 'entry');
    updates.push({ kind: 'other', wabaId: '', field: '', raw });
    return { rest: undefined, changes: [] };
  }
  const wabaId = idOf(raw['id']) ?? '';
  // The number in each change says where it belongs.
  if (wabaId === '') unknown.add('malformed', 'entry.id');
  addUnknownKeys(unknown, 'entry', raw, entryKeys);
  const { changes, ...rest } = raw;
  const atS = typeof raw['time'] === 'number' ? raw['time'] : undefined;
  const shells: ChangeShell[] = [];
  for (const change of Array.isArray(changes) ? changes : []) {
    const read = readChange({ wabaId, atS }, change, unknown);
    // One by one: a body may hold more than a call takes arguments.
    for (const update of read.updates) updates.push(update);
    shells.push(read.shell);
  }
  return { rest, changes: shells };
}

function unrecognised(json: unknown): ParsedWebhook {
  const named = isRecord(json) && typeof json['object'] === 'string' ? json['object'] : undefined;
  if (named === ourObject)
    return {
      kind: 'unrecognised',
      what: 'no-entries',
      reason: 'The body has no "entry" list, so it holds no updates.',
    };
  if (named !== undefined)
    return {
      kind: 'unrecognised',
      what: 'another-object',
      reason: `The body is about "${named.slice(0, 60)}", not about WhatsApp.`,
    };
  if (isRecord(json) && ['messages', 'statuses', 'contacts'].some((list) => Array.isArray(json[list])))
    return {
      kind: 'unrecognised',
      what: 'on-premises',
      reason:
        'The body is in the format of the On-Premises API (messages or statuses at the top), which Meta has ended; point this webhook at the Cloud API.',
    };
  return {
    kind: 'unrecognised',
    what: 'no-webhook',
    reason: 'The body is not a WhatsApp webhook: it has no "object".',
  };
}
