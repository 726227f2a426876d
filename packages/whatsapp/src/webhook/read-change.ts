import { present } from './present.ts';
import { isNoticeField, readNotice } from './notices/read-notice.ts';
import { readLists } from './read-lists.ts';
import { readStandby } from './read-standby.ts';
import { addUnknownKeys, type UnknownParts } from './unknown-part.ts';
import { changeKeys } from './webhook-keys.ts';
import type { ChangeShell } from './webhook-shell.ts';
import type { WebhookUpdate } from './webhook-update.ts';
import { idOf, isRecord } from './wire-value.ts';

/** The updates of a change, at least one, and what is left of the change without them. */
export type ReadChange = { readonly updates: readonly WebhookUpdate[]; readonly shell: ChangeShell };

/** The change as one update: everything but messages and calls is passed on so. */
const whole: ChangeShell = { rest: undefined, value: {}, lists: [] };

/** Reads one change of one entry. `atS`: when the entry was made, if Meta says it. What cannot be read is `other`. */
export function readChange(
  place: { readonly wabaId: string; readonly atS: number | undefined },
  raw: unknown,
  unknown: UnknownParts,
): ReadChange {
  const { wabaId, atS } = place;
  if (!isRecord(raw) || !isRecord(raw['value'])) {
    unknown.add('malformed', 'change');
    return { updates: [{ kind: 'other', wabaId, field: fieldOf(raw), raw }], shell: whole };
  }
  addUnknownKeys(unknown, 'change', raw, changeKeys);
  const { value: _, ...rest } = raw;
  const value = raw['value'];
  const field = fieldOf(raw);
  const phoneNumberId = phoneNumberOf(value);
  const other: WebhookUpdate = { kind: 'other', wabaId, field, raw, ...present({ phoneNumberId }) };

  if (isNoticeField(field)) {
    const notice = readNotice(field, value, unknown);
    if (notice === undefined) unknown.add('malformed', field);
    const update: WebhookUpdate =
      notice === undefined
        ? other
        : { kind: 'notice', wabaId, notice, raw, ...present({ phoneNumberId, atS }) };
    return { updates: [update], shell: whole };
  }
  if (field !== 'messages' && field !== 'calls' && field !== 'standby') {
    unknown.add('field', field);
    return { updates: [other], shell: whole };
  }
  if (phoneNumberId === undefined) {
    unknown.add('malformed', `${field}.metadata`);
    return { updates: [other], shell: whole };
  }
  const number = { wabaId, phoneNumberId };
  if (field === 'standby') {
    const standby = readStandby(number, value, unknown);
    return {
      updates: [standby === undefined ? other : { kind: 'standby', ...number, standby, raw }],
      shell: whole,
    };
  }
  const read = readLists(number, field, value, unknown);
  if (read.updates.length > 0) return { updates: read.updates, shell: { rest, ...read.shell } };
  unknown.add('malformed', `${field}.value`);
  return { updates: [other], shell: whole };
}

function fieldOf(raw: unknown): string {
  return isRecord(raw) && typeof raw['field'] === 'string' ? raw['field'] : '';
}

/** The number a value is about. A handover names it in `recipient`, a number's settings in themselves. */
function phoneNumberOf(value: Readonly<Record<string, unknown>>): string | undefined {
  for (const place of ['metadata', 'recipient', 'phone_number_settings']) {
    const named = value[place];
    const id = isRecord(named) ? idOf(named['phone_number_id']) : undefined;
    if (id !== undefined) return id;
  }
  return undefined;
}
