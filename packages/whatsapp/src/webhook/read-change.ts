import { z } from 'zod';
import { graphErrorOf } from '../graph-error-body.ts';
import { readCall } from './call-update.ts';
import { readMessage } from './inbound-message.ts';
import { present } from './present.ts';
import { contactBook, mergeSender } from './sender.ts';
import type { SenderIds } from './sender.ts';
import { readStatus } from './status-update.ts';
import { WireId, maybe } from './wire-value.ts';
import type { NumberKey, WebhookUpdate } from './webhook-update.ts';

const Change = z.object({
  field: maybe(z.string()),
  value: z.object({
    metadata: maybe(z.object({ phone_number_id: WireId, display_phone_number: maybe(WireId) })),
    contacts: maybe(z.unknown()),
    messages: maybe(z.unknown()),
    statuses: maybe(z.unknown()),
    calls: maybe(z.unknown()),
    errors: maybe(z.unknown()),
  }),
});
type Value = z.infer<typeof Change>['value'];

/** The updates of one change of one entry. At least one: what cannot be read is `other`. */
export function readChange(wabaId: string, raw: unknown): readonly WebhookUpdate[] {
  const parsed = Change.safeParse(raw);
  if (!parsed.success) return [{ kind: 'other', wabaId, field: '', raw }];
  const { field = '', value } = parsed.data;
  const phoneNumberId = value.metadata?.phone_number_id;
  const unread: WebhookUpdate = { kind: 'other', wabaId, field, raw, ...present({ phoneNumberId }) };
  if (phoneNumberId === undefined) return [unread];
  const number = { wabaId, phoneNumberId };
  const updates = field === 'messages' || field === 'calls' ? readValue(number, field, value) : [];
  return updates.length === 0 ? [unread] : updates;
}

function readValue(number: NumberKey, field: 'messages' | 'calls', value: Value): readonly WebhookUpdate[] {
  const unread = (raw: unknown): WebhookUpdate => ({ kind: 'other', ...number, field, raw });
  const contacts = contactBook(value.contacts);
  const messages =
    field === 'messages' ? itemsOf(value.messages).map((raw) => ({ raw, read: readMessage(raw) })) : [];
  const statuses = itemsOf(value.statuses).map((raw) => ({
    raw,
    // Under `calls` the statuses tell of ringing, not of messages.
    read: field === 'messages' ? readStatus(raw) : undefined,
  }));
  const calls = field === 'calls' ? itemsOf(value.calls).map((raw) => ({ raw, read: readCall(raw) })) : [];
  const alone = isOnePerson([...messages, ...statuses, ...calls].map(({ read }) => read?.ids));
  const display = present({ displayPhoneNumber: value.metadata?.display_phone_number });

  return [
    ...messages.map(({ raw, read }): WebhookUpdate => {
      if (read === undefined) return unread(raw);
      const sender = mergeSender(read.ids, contacts, alone);
      return { kind: 'message', ...number, ...display, message: read.message, sender, raw };
    }),
    ...statuses.map(({ raw, read }): WebhookUpdate => {
      if (read === undefined) return unread(raw);
      const recipient = mergeSender(read.ids, contacts, alone);
      return { kind: 'status', ...number, status: { ...read.status, recipient }, raw };
    }),
    ...calls.map(({ raw, read }): WebhookUpdate => {
      if (read === undefined) return unread(raw);
      return { kind: 'call', ...number, ...read.call, sender: mergeSender(read.ids, contacts, alone), raw };
    }),
    ...itemsOf(value.errors).map((raw): WebhookUpdate => {
      const error = graphErrorOf(raw);
      return error === undefined ? unread(raw) : { kind: 'value-error', ...number, error, raw };
    }),
  ];
}

/** A list's items; what should be a list and is not counts as one (unreadable) item. */
function itemsOf(list: unknown): readonly unknown[] {
  if (list === undefined) return [];
  return Array.isArray(list) ? list : [list];
}

/** Whether all updates of a value are about the same person, as far as their own ids tell. */
function isOnePerson(all: readonly (SenderIds | undefined)[]): boolean {
  const people = new Set(all.map((ids) => JSON.stringify([ids?.bsuid, ids?.phone])));
  return people.size === 1;
}
