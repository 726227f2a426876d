import { z } from 'zod';
import type { ReceivedStatus } from '../ports/received.ts';
import { timestamp } from './columns.ts';
import { compareText } from './compare-text.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

/** A status for one of our channels. */
export type StatusRow = ReceivedStatus & { readonly channelId: string };

const Failed = z
  .object({
    channel_id: z.string(),
    conversation_id: z.string(),
    outbox_id: z.string(),
    code: z.number().nullable(),
    reason: z.string().nullable(),
  })
  .transform((row) => ({
    channelId: row.channel_id,
    conversationId: row.conversation_id,
    outboxId: row.outbox_id,
    ...(row.code === null ? {} : { code: row.code }),
    reason: row.reason ?? 'Meta gave no reason',
  }));

/** A message of ours that has just turned out to have failed: the only status that wakes a conversation. */
export type FailedDelivery = z.output<typeof Failed>;

/** How far a status moves a message; a message only moves forward. */
const ranks: Readonly<Record<string, number>> = { sent: 1, delivered: 2, read: 3, played: 4 };

/** What all statuses of one message in a batch come to. */
type Moved = {
  readonly channelId: string;
  readonly outboxId: string | undefined;
  readonly messageId: string;
  readonly rank: number;
  readonly saidAt: number;
  readonly pricing: StatusRow['pricing'];
  readonly failure: StatusRow['failure'];
};

/**
 * Stores statuses and moves the messages they speak of forward, never back: matched by outbox id,
 * then by Meta's message id, in either order of arrival. A status settles a send nobody knows the
 * end of.
 */
export async function applyStatuses(
  client: Queryable,
  rows: readonly StatusRow[],
): Promise<readonly FailedDelivery[]> {
  const stored = rows.toSorted((a, b) =>
    compareText(`${a.channelId} ${a.messageId} ${a.status}`, `${b.channelId} ${b.messageId} ${b.status}`),
  );
  const moved = movedMessages(rows);
  const failed = await client.query({
    name: 'apply-statuses',
    text: 'select * from apply_statuses($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)',
    arrays: [
      ...(['text', 'text', 'text', 'uuid', 'timestamptz', 'jsonb'] as const),
      ...(['text', 'uuid', 'text', 'int2', 'bool', 'jsonb', 'int4', 'text', 'timestamptz'] as const),
    ],
    values: [
      stored.map((row) => row.channelId),
      stored.map((row) => row.messageId),
      stored.map((row) => row.status),
      stored.map((row) => row.outboxId ?? null),
      stored.map((row) => timestamp(row.at)),
      stored.map((row) => jsonText(row.raw)),
      moved.map((message) => message.channelId),
      moved.map((message) => message.outboxId ?? null),
      moved.map((message) => message.messageId),
      moved.map((message) => message.rank),
      moved.map((message) => message.failure !== undefined),
      moved.map((message) => (message.pricing === undefined ? null : jsonText(message.pricing))),
      moved.map((message) => message.failure?.code ?? null),
      moved.map((message) => message.failure?.reason ?? null),
      moved.map((message) => timestamp(message.saidAt)),
    ],
  });
  return failed.rows.map((row) => Failed.parse(row));
}

/** Each message once, in one order of locks. */
function movedMessages(rows: readonly StatusRow[]): readonly Moved[] {
  const outboxIdOf = new Map(
    rows.flatMap((row) => (row.outboxId === undefined ? [] : [[row.messageId, row.outboxId] as const])),
  );
  const byMessage = new Map<string, Moved>();
  for (const row of rows) {
    const outboxId = row.outboxId ?? outboxIdOf.get(row.messageId);
    const key = `${row.channelId} ${outboxId ?? `?${row.messageId}`}`;
    const before = byMessage.get(key);
    byMessage.set(key, {
      channelId: row.channelId,
      outboxId,
      messageId: row.messageId,
      rank: Math.max(before?.rank ?? 0, ranks[row.status] ?? 0),
      saidAt: Math.max(before?.saidAt ?? 0, row.at),
      pricing: before?.pricing ?? row.pricing,
      failure:
        before?.failure ??
        (row.status === 'failed' ? (row.failure ?? { reason: 'Meta gave no reason' }) : undefined),
    });
  }
  return [...byMessage].toSorted(([a], [b]) => compareText(a, b)).map(([, message]) => message);
}
