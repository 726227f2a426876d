import { z } from 'zod';
import { readChange } from './read-change.ts';
import type { WebhookUpdate } from './webhook-update.ts';
import { WireId } from './wire-value.ts';

export type ParsedWebhook =
  | { kind: 'webhook'; updates: readonly WebhookUpdate[] }
  | { kind: 'unrecognised'; reason: string };

const Envelope = z.object({ object: z.literal('whatsapp_business_account'), entry: z.array(z.unknown()) });
const Entry = z.object({ id: WireId, changes: z.array(z.unknown()) });
const Named = z.object({ object: z.string() });
const OnPremises = z.union([
  z.object({ messages: z.array(z.unknown()) }),
  z.object({ statuses: z.array(z.unknown()) }),
]);

/**
 * Splits one webhook body into its updates, in the order sent. Never throws, whatever the
 * JSON: an unreadable piece becomes `other` and costs none of its neighbours.
 * Up to 1,000 updates come in one body; call it only after the signature has been verified.
 * Source: Cloud API docs, "Webhooks overview", read 2026-11-21.
 */
export function parseWebhook(json: unknown): ParsedWebhook {
  const envelope = Envelope.safeParse(json);
  if (!envelope.success) return { kind: 'unrecognised', reason: whyUnrecognised(json) };
  return { kind: 'webhook', updates: envelope.data.entry.flatMap(readEntry) };
}

function readEntry(raw: unknown): readonly WebhookUpdate[] {
  const entry = Entry.safeParse(raw);
  if (!entry.success) return [{ kind: 'other', wabaId: '', field: '', raw }];
  return entry.data.changes.flatMap((change) => readChange(entry.data.id, change));
}

function whyUnrecognised(json: unknown): string {
  const named = Named.safeParse(json);
  if (named.success && named.data.object === 'whatsapp_business_account')
    return 'The body has no "entry" list, so it holds no updates.';
  if (named.success) return `The body is about "${named.data.object.slice(0, 60)}", not about WhatsApp.`;
  if (OnPremises.safeParse(json).success)
    return 'The body is in the format of the On-Premises API (messages or statuses at the top), which Meta has ended; point this webhook at the Cloud API.';
  return 'The body is not a WhatsApp webhook: it has no "object".';
}
