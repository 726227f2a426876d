import { z } from 'zod';
import { countColumn, instantColumn, optionalColumn } from '../columns.ts';
import type { Queryable } from '../database.ts';
import type { Place } from './conversation-facts.ts';
import { deliveryState, outboxColumns, outboxMessage, OutboxRow, problemOf } from './delivery.ts';
import { readableBy, TimelineContent } from './readable-content.ts';

const LineRow = z.object({
  position: countColumn,
  author: z.enum(['customer', 'agent', 'person', 'system', 'event']),
  person: optionalColumn(z.string()),
  content: TimelineContent,
  said_at: instantColumn,
  hidden: z.boolean(),
  line_message_id: optionalColumn(z.string()),
  line_outbox_id: optionalColumn(z.string()),
  line_turn_id: optionalColumn(z.string()),
  media_status: optionalColumn(z.enum(['wanted', 'copied', 'failed', 'given-up'])),
  media_mime_type: optionalColumn(z.string()),
  media_bytes: optionalColumn(countColumn),
});
type LineRow = z.output<typeof LineRow>;

/** How many lines of the timeline are read at once. */
const mostLines = 200;

/**
 * The newest lines of the timeline, oldest first, and the outbox rows that send them.
 * `revoked`: messages the customer took back a moment ago, whose turn is still to come.
 * `hidden`: ids of all that was taken back; no text of theirs leaves this function.
 */
export async function readTimeline(
  client: Queryable,
  place: Place,
  before: number | undefined,
  revoked: ReadonlySet<string>,
) {
  const found = await client.query({
    text: `select l.position, l.author, l.person, l.content, l.said_at, l.hidden_at is not null as hidden,
                  l.message_id as line_message_id, l.outbox_id as line_outbox_id, l.turn_id as line_turn_id,
                  f.status as media_status, f.mime_type as media_mime_type, f.bytes as media_bytes,
                  ${outboxColumns}
             from messages l
             left join media f on f.channel_id = l.channel_id and f.media_id = l.content->>'mediaId'
             left join outbox o on o.channel_id = l.channel_id and o.outbox_id = l.outbox_id
            where l.channel_id = $1 and l.conversation_id = $2 and ($3::bigint is null or l.position < $3)
            order by l.position desc limit ${mostLines + 1}`,
    values: [place.channelId, place.conversationId, before ?? null],
  });
  const rows = found.rows.slice(0, mostLines).toReversed();
  const hidden = new Set([...revoked, ...(await readHidden(client, place))]);
  return {
    timeline: rows.map((row) => line(row, hidden)),
    older: found.rows.length > mostLines,
    outbox: rows.flatMap((row) => (row['outbox_id'] === null ? [] : [outboxMessage(OutboxRow.parse(row))])),
    hidden,
  };
}

async function readHidden(client: Queryable, place: Place): Promise<readonly string[]> {
  const found = await client.query({
    text: `select message_id from messages
            where channel_id = $1 and conversation_id = $2 and hidden_at is not null and message_id is not null`,
    values: [place.channelId, place.conversationId],
  });
  return found.rows.map((row) => z.object({ message_id: z.string() }).parse(row).message_id);
}

function line(raw: Record<string, unknown>, hiddenIds: ReadonlySet<string>) {
  const row = LineRow.parse(raw);
  const said = readableBy(row.author, row.content);
  const hidden =
    row.hidden ||
    (row.line_message_id !== undefined && hiddenIds.has(row.line_message_id)) ||
    (row.content.kind === 'edit' && hiddenIds.has(row.content.of));
  return {
    position: row.position,
    author: row.author,
    ...(row.person === undefined ? {} : { person: row.person }),
    kind: said.kind,
    ...(said.text === undefined || hidden ? {} : { text: said.text }),
    ...(said.transcript === undefined || hidden ? {} : { transcript: true as const }),
    ...(said.choices === undefined ? {} : { choices: said.choices }),
    ...(hidden ? {} : file(row)),
    ...(said.about === undefined ? {} : { about: said.about }),
    at: row.said_at,
    hidden,
    ...(row.line_message_id === undefined ? {} : { messageId: row.line_message_id }),
    ...(row.line_outbox_id === undefined ? {} : { outboxId: row.line_outbox_id }),
    ...(row.line_turn_id === undefined ? {} : { turnId: row.line_turn_id }),
    ...sending(raw),
  };
}

function file(row: LineRow) {
  const { content, media_status: status, media_mime_type: mimeType, media_bytes: bytes } = row;
  if ((content.kind !== 'media' && content.kind !== 'sticker') || content.mediaId === undefined) return {};
  const filename = content.kind === 'media' ? content.filename : undefined;
  return {
    media: {
      mediaId: content.mediaId,
      state: mediaState(status),
      ...(mimeType === undefined ? {} : { mimeType }),
      ...(bytes === undefined ? {} : { bytes }),
      ...(filename === undefined ? {} : { filename }),
    },
  };
}

function mediaState(status: LineRow['media_status']): 'coming' | 'copied' | 'lost' {
  switch (status) {
    case 'wanted':
    case 'failed':
      return 'coming';
    case 'copied':
      return 'copied';
    case 'given-up':
    // Sent before files were copied.
    case undefined:
      return 'lost';
  }
}

function sending(raw: Record<string, unknown>) {
  if (raw['outbox_id'] === null) return {};
  const row = OutboxRow.parse(raw);
  const problem = problemOf(row);
  const disclosure = row.clearance?.disclosure;
  return {
    delivery: { state: deliveryState(row), ...(problem === undefined ? {} : { problem }) },
    ...(disclosure === undefined ? {} : { disclosure }),
  };
}
