import { z } from 'zod';
import { serviceWindowClosesAt } from '@ambit/core/conversation/service-window';
import { InboundContent, isWaitedOn } from '@ambit/core/message/inbound';
import { instantColumn, optionalColumn } from '../columns.ts';

/** Names one conversation. */
export type Place = { readonly channelId: string; readonly conversationId: string };

/** Who is on the other end, from `contacts c` and `conversations v`. */
export const contactColumns = 'v.contact_id, c.profile_name, c.username, v.phone, v.bsuid';

/** Who may speak, from `conversations v`. */
export const ownerColumns = 'v.owner_kind, v.owner_person, v.owner_version';

/**
 * The messages of the mailbox `m` that no turn has handled yet, oldest first, 50 at most: a jsonb
 * array of { messageId, at, content }.
 */
export const waitingColumn = `
  (select coalesce(jsonb_agg(jsonb_build_object(
            'messageId', w.message_id, 'content', w.content,
            'at', (extract(epoch from w.said_at) * 1000)::bigint) order by w.seq), '[]')
     from (select * from inbox i
            where i.channel_id = m.channel_id and i.conversation_id = m.conversation_id
              and i.seq > m.handled_seq
            order by i.seq limit 50) w)`;

/**
 * Whether people own conversation `v` and the customer still waits for their answer: the last thing
 * said that asks for one came after the last answer of a person that did not fail.
 */
export const needsPersonColumn = `
  (v.owner_kind = 'people' and
   coalesce((select max(q.position) from messages q
              where q.channel_id = v.channel_id and q.conversation_id = v.conversation_id
                and q.author = 'customer' and q.hidden_at is null
                and q.content->>'kind' not in ('reaction', 'revoke', 'group', 'system')), 0)
   > coalesce((select max(a.position) from messages a
                 left join outbox o on o.channel_id = a.channel_id and o.outbox_id = a.outbox_id
                where a.channel_id = v.channel_id and a.conversation_id = v.conversation_id
                  and a.author = 'person' and coalesce(o.status, '') not in ('failed', 'refused')), 0))`;

/** The facts above, as columns of a row. */
export const ConversationFacts = {
  channel_id: z.string(),
  conversation_id: z.string(),
  contact_id: z.string(),
  profile_name: optionalColumn(z.string()),
  username: optionalColumn(z.string()),
  phone: optionalColumn(z.string()),
  bsuid: optionalColumn(z.string()),
  owner_kind: z.enum(['agent', 'people', 'nobody']),
  owner_person: optionalColumn(z.string()),
  owner_version: z.number(),
  window_closes_at: optionalColumn(instantColumn),
  needs_person: z.boolean(),
  waiting: z.array(z.object({ messageId: z.string(), at: z.number(), content: InboundContent })),
};
const Facts = z.object(ConversationFacts);
type Facts = z.output<typeof Facts>;

/** What list and detail show alike. A waiting message opens the window as soon as it is here. */
export function conversationFacts(row: Facts) {
  const windowClosesAt = serviceWindowClosesAt(row.window_closes_at, row.waiting);
  return {
    channelId: row.channel_id,
    conversationId: row.conversation_id,
    contact: {
      contactId: row.contact_id,
      ...(row.profile_name === undefined ? {} : { name: row.profile_name }),
      ...(row.username === undefined ? {} : { username: row.username }),
      ...(row.phone === undefined ? {} : { phone: row.phone }),
      ...(row.bsuid === undefined ? {} : { bsuid: row.bsuid }),
    },
    owner: {
      kind: row.owner_kind,
      version: row.owner_version,
      ...(row.owner_person === undefined ? {} : { person: row.owner_person }),
    },
    ...(windowClosesAt === undefined ? {} : { windowClosesAt }),
    needsPerson:
      row.needs_person ||
      (row.owner_kind === 'people' && row.waiting.some(({ content }) => isWaitedOn(content))),
  };
}
