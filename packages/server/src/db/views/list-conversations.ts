import { z } from 'zod';
import { Ticket } from '@ambit/core/ticket/ticket';
import { countColumn, instantColumn, optionalColumn } from '../columns.ts';
import type { Queryable } from '../database.ts';
import {
  contactColumns,
  conversationFacts,
  ConversationFacts,
  needsPersonColumn,
  ownerColumns,
  waitingColumn,
} from './conversation-facts.ts';
import { readableBy, TimelineContent } from './readable-content.ts';

const Row = z.object({
  ...ConversationFacts,
  cursor: z.string(),
  open_alarms: countColumn,
  ticket: optionalColumn(Ticket),
  waiting_count: countColumn,
  last_author: optionalColumn(z.enum(['customer', 'agent', 'person', 'system', 'event'])),
  last_person: optionalColumn(z.string()),
  last_content: optionalColumn(TimelineContent),
  last_said_at: optionalColumn(instantColumn),
  last_hidden: optionalColumn(z.boolean()),
});

const statement = `
with shown as (
  select v.*, ${needsPersonColumn} as needs_person, c.profile_name, c.username
    from conversations v join contacts c using (contact_id)
   where ($1::timestamptz is null or (v.last_activity_at, v.channel_id, v.conversation_id) < ($1, $2, $3::uuid))
     and ($4 = 'all' or ($4 = 'agent' and v.owner_kind = 'agent')
          or ($4 = 'mine' and v.owner_kind = 'people' and v.owner_person = $5)
          or ($4 = 'needs-person' and v.owner_kind = 'people'))
     and ($8::text is null or exists (
       select 1 from tickets t where t.channel_id = v.channel_id and t.conversation_id = v.conversation_id
          and t.closed_at is null and t.team = $8))
     and ($6 = '' or position(lower($6) in lower(concat_ws(' ', c.profile_name, c.username, v.phone, v.bsuid,
                                                           v.conversation_id))) > 0)
), page as (
  select * from shown
   where $4 <> 'needs-person' or needs_person
      or exists (select 1 from mailboxes m where m.channel_id = shown.channel_id
                    and m.conversation_id = shown.conversation_id and m.next_seq - 1 > m.handled_seq)
   order by last_activity_at desc, channel_id desc, conversation_id desc limit $7
)
select v.channel_id, v.conversation_id, ${contactColumns.replaceAll('c.', 'v.')}, ${ownerColumns}, v.window_closes_at, v.needs_person,
       v.last_activity_at::text as cursor, ${waitingColumn} as waiting,
       greatest(0, m.next_seq - 1 - m.handled_seq) as waiting_count,
       (select count(*) from alarms a where a.cleared_at is null and a.channel_id = v.channel_id
           and a.conversation_id = v.conversation_id) as open_alarms,
       (select jsonb_strip_nulls(jsonb_build_object('topic', k.topic, 'reason', k.reason, 'priority', k.priority,
                                                    'team', k.team, 'language', k.language))
          from tickets k where k.channel_id = v.channel_id and k.conversation_id = v.conversation_id
           and k.closed_at is null order by k.ticket_id desc limit 1) as ticket,
       l.author as last_author, l.person as last_person, l.content as last_content, l.said_at as last_said_at,
       l.hidden_at is not null or l.content->>'kind' = 'edit' and exists (
         select 1 from messages h where h.channel_id = v.channel_id and h.conversation_id = v.conversation_id
            and h.message_id = l.content->>'of' and h.hidden_at is not null) as last_hidden
  from page v join mailboxes m using (channel_id, conversation_id)
  left join lateral (
    select * from messages t
     where t.channel_id = v.channel_id and t.conversation_id = v.conversation_id and t.author <> 'event'
     order by t.position desc limit 1) l on true
 order by v.last_activity_at desc, v.channel_id desc, v.conversation_id desc`;

/** Where a page ended. */
export type ListCursor = {
  readonly at: string;
  readonly channelId: string;
  readonly conversationId: string;
};

/** One page of the conversations that match, those with the newest activity first. */
export async function listConversations(
  client: Queryable,
  query: {
    after: ListCursor | undefined;
    limit: number;
    search: string;
    show: 'all' | 'needs-person' | 'mine' | 'agent';
    person: string | undefined;
    team: string | undefined;
  },
) {
  const { after, limit, search, show, person, team } = query;
  const found = await client.query({
    text: statement,
    values: [
      after?.at ?? null,
      after?.channelId ?? null,
      after?.conversationId ?? null,
      show,
      person ?? null,
      search,
      limit + 1,
      team ?? null,
    ],
  });
  const rows = found.rows.map((row) => Row.parse(row));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next: ListCursor | undefined =
    rows.length > limit && last !== undefined
      ? { at: last.cursor, channelId: last.channel_id, conversationId: last.conversation_id }
      : undefined;
  const summaries = page.map((row) => ({
    ...conversationFacts(row),
    ...preview(row),
    ...(row.ticket === undefined ? {} : { ticket: row.ticket }),
    openAlarms: row.open_alarms,
    waiting: row.waiting_count,
  }));
  return {
    conversations: show === 'needs-person' ? summaries.filter((summary) => summary.needsPerson) : summaries,
    next,
  };
}

/** The last thing said: what waits in the mailbox is newer than the timeline. */
function preview(row: z.output<typeof Row>) {
  const waiting = row.waiting.findLast(({ content }) => content.kind !== 'timer');
  if (waiting !== undefined) {
    const { content, at } = waiting;
    const author = content.kind === 'person-reply' ? ('person' as const) : ('customer' as const);
    const said = readableBy(author, content);
    const taken = row.waiting.some(
      (other) => other.content.kind === 'revoke' && other.content.of === waiting.messageId,
    );
    return {
      last: {
        author,
        ...(content.kind === 'person-reply' ? { person: content.person } : {}),
        kind: said.kind,
        ...(said.text === undefined || taken ? {} : { text: said.text }),
        hidden: taken,
        at,
      },
    };
  }
  if (row.last_content === undefined || row.last_author === undefined || row.last_said_at === undefined)
    return {};
  const said = readableBy(row.last_author, row.last_content);
  const hidden = row.last_hidden ?? false;
  return {
    last: {
      author: row.last_author,
      ...(row.last_person === undefined ? {} : { person: row.last_person }),
      kind: said.kind,
      ...(said.text === undefined || hidden ? {} : { text: said.text }),
      hidden,
      at: row.last_said_at,
    },
  };
}
