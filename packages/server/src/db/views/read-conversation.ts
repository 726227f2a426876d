import { z } from 'zod';
import { isFromCustomer } from '@ambit/core/message/inbound';
import type { Queryable } from '../database.ts';
import { instantColumn } from '../columns.ts';
import {
  contactColumns,
  conversationFacts,
  ConversationFacts,
  needsPersonColumn,
  ownerColumns,
  waitingColumn,
  type Place,
} from './conversation-facts.ts';
import { readCustomer } from './read-customer.ts';
import { readableBy } from './readable-content.ts';
import { readTimeline } from './read-timeline.ts';
import { readTurns } from './read-turns.ts';

const Row = z.object(ConversationFacts);
type Row = z.output<typeof Row>;

/**
 * Everything the desk shows of one conversation; undefined when there is none. Read in one
 * snapshot by the caller's transaction, so that timeline and mailbox fit together.
 * `before`: only the timeline before this position.
 */
export async function readConversation(client: Queryable, place: Place, before: number | undefined) {
  const found = await client.query({
    text: `select v.channel_id, v.conversation_id, ${contactColumns}, ${ownerColumns}, v.window_closes_at,
                  ${needsPersonColumn} as needs_person, ${waitingColumn} as waiting
             from conversations v join contacts c using (contact_id) join mailboxes m using (channel_id, conversation_id)
            where v.channel_id = $1 and v.conversation_id = $2`,
    values: [place.channelId, place.conversationId],
  });
  const [first] = found.rows;
  if (first === undefined) return undefined;
  const row = Row.parse(first);
  const revoked = new Set(
    row.waiting.flatMap(({ content }) => (content.kind === 'revoke' ? [content.of] : [])),
  );
  const { timeline, older, outbox, hidden } = await readTimeline(client, place, before, revoked);
  const customer = await readCustomer(client, row.contact_id, row.phone);
  return {
    ...conversationFacts(row),
    ...(customer === undefined ? {} : { customer }),
    timeline,
    older,
    waiting: row.waiting.flatMap((message) => waitingMessage(message, hidden)),
    turns: await readTurns(client, place, hidden),
    outbox,
    timers: await readTimers(client, place),
  };
}

type Waiting = {
  readonly messageId: string;
  readonly author: 'customer' | 'person';
  readonly person?: string;
  readonly kind: string;
  readonly text?: string;
  readonly hidden: boolean;
  readonly at: number;
};

/** What waits in the mailbox. What Ambit put in itself is left out; it shows once it has an effect. */
function waitingMessage(
  { messageId, content, at }: Row['waiting'][number],
  hidden: ReadonlySet<string>,
): readonly Waiting[] {
  if (content.kind === 'person-reply')
    return [
      {
        messageId,
        author: 'person',
        person: content.person,
        kind: 'text',
        text: content.body,
        hidden: false,
        at,
      },
    ];
  if (!isFromCustomer(content)) return [];
  const { kind, text } = readableBy('customer', content);
  const gone = hidden.has(messageId) || (content.kind === 'edit' && hidden.has(content.of));
  return [
    {
      messageId,
      author: 'customer',
      kind,
      ...(text === undefined || gone ? {} : { text }),
      hidden: gone,
      at,
    },
  ];
}

const TimerRow = z.object({ name: z.string(), due_at: instantColumn });

async function readTimers(client: Queryable, place: Place) {
  const found = await client.query({
    text: 'select name, due_at from timers where channel_id = $1 and conversation_id = $2 order by due_at',
    values: [place.channelId, place.conversationId],
  });
  return found.rows.map((raw) => {
    const row = TimerRow.parse(raw);
    return { name: row.name, dueAt: row.due_at };
  });
}
