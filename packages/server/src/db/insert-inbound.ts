import type { InboundContent } from '@ambit/core/message/inbound';
import { jsonArray, numberArray, textArray } from './array-text.ts';
import { compareText } from './compare-text.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

/** One message for a mailbox of a channel. `delayMs`: how long its turn waits for more; 0 wakes it now. */
export type InboundRow = {
  readonly channelId: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly at: number;
  readonly content: InboundContent;
  readonly raw: unknown;
  readonly delayMs: number;
};

/** Where one channel's messages, and its conversations, begin and end in the columns; from 1, as SQL counts. */
type Span = {
  readonly channelId: string;
  readonly from: number;
  to: number;
  readonly firstConversation: number;
  lastConversation: number;
  hasMedia: boolean;
};

/**
 * Puts messages into their mailboxes, those of one channel in the order given, in one call: drops the
 * ids known already, raises each conversation's sequence under its mailbox row, and sets when the turn
 * wakes. Files the messages carry are wanted from then on.
 *
 * Sequence numbers come from the mailbox row and never from a global identity: identities commit
 * out of order, and a reader that follows them loses messages.
 * `rows`: no message id twice in one channel. `longestWaitMs`: the cap of the debounce.
 */
export async function insertInbound(
  client: Queryable,
  rows: readonly InboundRow[],
  longestWaitMs: number,
): Promise<void> {
  if (rows.length === 0) return;
  // One order for all who lock mailboxes.
  const sorted = rows.toSorted(
    (a, b) => compareText(a.channelId, b.channelId) || compareText(a.conversationId, b.conversationId),
  );
  const spans: Span[] = [];
  const groups: number[] = [];
  const places: number[] = [];
  const conversations: string[] = [];
  const counts: number[] = [];
  const waits: number[] = [];
  for (const [at, row] of sorted.entries()) {
    let span = spans.at(-1);
    if (span?.channelId !== row.channelId) {
      const next = conversations.length + 1;
      span = {
        channelId: row.channelId,
        from: at + 1,
        to: at,
        firstConversation: next,
        lastConversation: next - 1,
        hasMedia: false,
      };
      spans.push(span);
    }
    if (span.lastConversation < span.firstConversation || conversations.at(-1) !== row.conversationId) {
      conversations.push(row.conversationId);
      counts.push(0);
      waits.push(row.delayMs);
      span.lastConversation += 1;
    }
    span.to += 1;
    span.hasMedia ||= 'mediaId' in row.content;
    const last = conversations.length - 1;
    const place = counts[last] ?? 0;
    groups.push(last - span.firstConversation + 2);
    places.push(place);
    counts[last] = place + 1;
    // The newest message says how long to wait, unless one of them cannot wait at all.
    waits[last] = waits[last] === 0 ? 0 : row.delayMs;
  }
  const [only] = spans;
  await client.query(
    only !== undefined && spans.length === 1
      ? {
          name: 'insert-inbound',
          text: 'select receive_messages($12, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $1, $13)',
          values: [...values(), only.channelId, only.hasMedia],
        }
      : {
          name: 'insert-inbound-channels',
          text: ofChannels,
          values: [
            ...values(),
            spans.map((span) => span.channelId),
            spans.map((span) => span.from),
            spans.map((span) => span.to),
            spans.map((span) => span.firstConversation),
            spans.map((span) => span.lastConversation),
            spans.map((span) => span.hasMedia),
          ],
        },
  );

  function values(): readonly unknown[] {
    return [
      longestWaitMs,
      sorted.map((row) => row.messageId),
      numberArray(groups),
      numberArray(places),
      numberArray(sorted.map((row) => row.at)),
      jsonArray(sorted.map((row) => jsonText(row.content))),
      sorted.every((row) => row.raw === undefined)
        ? null
        : jsonArray(sorted.map((row) => (row.raw === undefined ? null : jsonText(row.raw)))),
      numberArray(sorted.map((row) => row.delayMs)),
      textArray(conversations),
      numberArray(counts),
      numberArray(waits),
    ];
  }
}

/** Each channel's part of the columns in a call of its own. */
const ofChannels = `select sum(receive_messages(
    c.channel_id, ($2::text[])[c.a:c.b], ($3::int[])[c.a:c.b], ($4::int[])[c.a:c.b],
    ($5::bigint[])[c.a:c.b], ($6::jsonb[])[c.a:c.b], ($7::jsonb[])[c.a:c.b], ($8::int[])[c.a:c.b],
    ($9::uuid[])[c.d:c.e], ($10::int[])[c.d:c.e], ($11::int[])[c.d:c.e], $1::int, c.has_media))::int
  from unnest($12::text[], $13::int[], $14::int[], $15::int[], $16::int[], $17::boolean[])
    as c (channel_id, a, b, d, e, has_media)`;
