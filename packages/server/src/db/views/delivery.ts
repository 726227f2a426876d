import { z } from 'zod';
import { Draft } from '@ambit/core/message/draft';
import { readableText } from '@ambit/core/message/outbound';
import { Clearance } from '@ambit/core/policy/clearance';
import { instantColumn, optionalColumn } from '../columns.ts';

/** What the desk shows of a row of the outbox, from `outbox o`. */
export const outboxColumns = `o.outbox_id, o.turn_id, o.draft, o.status, o.attempts, o.message_id, o.delivery_rank,
  o.pricing, o.clearance, o.error, o.created_at, o.accepted_at`;

export const OutboxRow = z.object({
  outbox_id: z.string(),
  turn_id: optionalColumn(z.string()),
  draft: Draft,
  status: z.enum(['queued', 'sending', 'retry', 'accepted', 'failed', 'unknown', 'refused']),
  attempts: z.number(),
  message_id: optionalColumn(z.string()),
  delivery_rank: z.number(),
  pricing: optionalColumn(z.object({ category: z.string().optional(), type: z.string().optional() })),
  clearance: optionalColumn(Clearance),
  error: optionalColumn(z.object({ reason: z.string().nullish(), code: z.number().nullish() })),
  created_at: instantColumn,
  accepted_at: optionalColumn(instantColumn),
});
export type OutboxRow = z.output<typeof OutboxRow>;

/** A row of the outbox as people read it. */
export function outboxMessage(row: OutboxRow) {
  const problem = problemOf(row);
  return {
    outboxId: row.outbox_id,
    ...(row.turn_id === undefined ? {} : { turnId: row.turn_id }),
    state: deliveryState(row),
    attempts: row.attempts,
    text: readableText(row.draft.content),
    ...(row.message_id === undefined ? {} : { messageId: row.message_id }),
    createdAt: row.created_at,
    ...(row.accepted_at === undefined ? {} : { acceptedAt: row.accepted_at }),
    ...(row.clearance === undefined ? {} : { clearance: row.clearance }),
    ...(row.pricing === undefined ? {} : { pricing: row.pricing }),
    ...(problem === undefined ? {} : { problem }),
  };
}

/** How far a message got: our own words first, then what Meta reported. */
export type DeliveryState =
  | 'queued'
  | 'sending'
  | 'accepted'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'failed'
  | 'unknown'
  | 'refused';

export function deliveryState(row: Pick<OutboxRow, 'status' | 'delivery_rank'>): DeliveryState {
  switch (row.status) {
    case 'queued':
    case 'retry':
      return 'queued';
    case 'sending':
    case 'failed':
    case 'unknown':
    case 'refused':
      return row.status;
    case 'accepted':
      if (row.delivery_rank >= 3) return 'read';
      if (row.delivery_rank === 2) return 'delivered';
      return row.delivery_rank === 1 ? 'sent' : 'accepted';
  }
}

/** Why a message did not go out, or not yet, and what a person does about it. */
export function problemOf(
  row: OutboxRow,
): { reason: string; code?: number | string; fix: string } | undefined {
  const reason = row.error?.reason ?? 'no reason was given';
  const code = row.error?.code ?? undefined;
  switch (row.status) {
    case 'queued':
    case 'sending':
    case 'accepted':
      return undefined;
    case 'refused': {
      const refusal = row.clearance?.refusal;
      return refusal === undefined
        ? { reason: 'The policy refused it.', fix: 'Read the findings beside the message.' }
        : { reason: refusal.message, code: refusal.rule, fix: refusal.fix };
    }
    case 'retry':
      return { reason, ...(code === undefined ? {} : { code }), fix: 'It is tried again by itself.' };
    case 'failed':
      return {
        reason,
        ...(code === undefined ? {} : { code }),
        fix: fixes.get(code) ?? 'Write it again, or reach the customer another way.',
      };
    case 'unknown':
      return {
        reason,
        ...(code === undefined ? {} : { code }),
        fix: 'It may have arrived. Ask the customer, or look at their answer, before you write it again.',
      };
  }
}

/** For the errors a person can do something about. Source: Cloud API docs, error codes, read 2026-11-21. */
const fixes: ReadonlyMap<number | undefined, string> = new Map([
  [131_047, 'The 24-hour window is closed. Wait until the customer writes, or reach them another way.'],
  [131_026, 'This person cannot get WhatsApp messages from you now. Reach them another way.'],
  [131_030, 'Add the phone to the allowed recipients of the test number.'],
  [131_031, 'Meta restricted the account. Look into WhatsApp Manager, "Account quality".'],
  [368, 'Meta restricted the account. Look into WhatsApp Manager, "Account quality".'],
  [131_042, 'Mend the payment method in WhatsApp Manager, then resume the number.'],
]);
