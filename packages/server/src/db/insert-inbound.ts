import type { InboundContent } from '@ambit/core/message/inbound';
import { compareText } from './compare-text.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

/** One message for a mailbox. `delayMs`: how long its turn waits for more; 0 wakes it now. */
export type InboundRow = {
  readonly conversationId: string;
  readonly messageId: string;
  readonly at: number;
  readonly content: InboundContent;
  readonly raw: unknown;
  readonly delayMs: number;
};

/**
 * Puts messages of one channel into their mailboxes, in the order given, in one call: drops the ids
 * known already, raises each conversation's sequence under its mailbox row, and sets when the turn
 * wakes. Files the messages carry are wanted from then on.
 *
 * Sequence numbers come from the mailbox row and never from a global identity: identities commit
 * out of order, and a reader that follows them loses messages.
 * `rows`: no message id twice. `longestWaitMs`: the cap of the debounce.
 */
export async function insertInbound(
  client: Queryable,
  channelId: string,
  rows: readonly InboundRow[],
  longestWaitMs: number,
): Promise<void> {
  if (rows.length === 0) return;
  const sorted = rows.toSorted((a, b) => compareText(a.conversationId, b.conversationId));
  const groups: number[] = [];
  const places: number[] = [];
  const conversations: string[] = [];
  const counts: number[] = [];
  const waits: number[] = [];
  for (const row of sorted) {
    if (conversations.at(-1) !== row.conversationId) {
      conversations.push(row.conversationId);
      counts.push(0);
      waits.push(row.delayMs);
    }
    const group = conversations.length;
    const place = counts[group - 1] ?? 0;
    groups.push(group);
    places.push(place);
    counts[group - 1] = place + 1;
    // The newest message says how long to wait, unless one of them cannot wait at all.
    waits[group - 1] = waits[group - 1] === 0 ? 0 : row.delayMs;
  }
  await client.query({
    name: 'insert-inbound',
    text: 'select receive_messages($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)',
    values: [
      channelId,
      sorted.map((row) => row.messageId),
      groups,
      places,
      sorted.map((row) => row.at),
      sorted.map((row) => jsonText(row.content)),
      sorted.map((row) => (row.raw === undefined ? null : jsonText(row.raw))),
      sorted.map((row) => row.delayMs),
      conversations,
      counts,
      waits,
      longestWaitMs,
      sorted.some((row) => 'mediaId' in row.content),
    ],
  });
}
