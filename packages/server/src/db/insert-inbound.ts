import type { InboundContent } from '@ambit/core/message/inbound';
import { timestamp } from './columns.ts';
import { jsonText } from './json-text.ts';
import type { Queryable } from './database.ts';

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
 * Puts messages of one channel into their mailboxes, in the order given, in one statement: drops
 * the ids known already, raises each conversation's sequence under its mailbox row, and sets when
 * the turn wakes. Files the messages carry are wanted from then on.
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
  await client.query({
    name: 'insert-inbound',
    text: 'select receive_messages($1, $2, $3, $4, $5, $6, $7, $8)',
    values: [
      channelId,
      rows.map((row) => row.messageId),
      rows.map((row) => row.conversationId),
      rows.map((row) => timestamp(row.at)),
      rows.map((row) => jsonText(row.content)),
      rows.map((row) => (row.raw === undefined ? null : jsonText(row.raw))),
      rows.map((row) => row.delayMs),
      longestWaitMs,
    ],
  });
}
