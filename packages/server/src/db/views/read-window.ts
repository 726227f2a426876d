import { z } from 'zod';
import { serviceWindowClosesAt } from '@ambit/core/conversation/service-window';
import { InboundContent } from '@ambit/core/message/inbound';
import { instantColumn, optionalColumn } from '../columns.ts';
import type { Queryable } from '../database.ts';
import { waitingColumn, type Place } from './conversation-facts.ts';

const Row = z.object({
  window_closes_at: optionalColumn(instantColumn),
  waiting: z.array(z.object({ at: z.number(), content: InboundContent })),
});

/** When the service window closes, messages that still wait for their turn included; undefined: it never opened. */
export async function readWindow(client: Queryable, place: Place): Promise<number | undefined> {
  const found = await client.query({
    text: `select v.window_closes_at, ${waitingColumn} as waiting
             from conversations v join mailboxes m using (channel_id, conversation_id)
            where v.channel_id = $1 and v.conversation_id = $2`,
    values: [place.channelId, place.conversationId],
  });
  const row = Row.optional().parse(found.rows[0]);
  return row === undefined ? undefined : serviceWindowClosesAt(row.window_closes_at, row.waiting);
}
