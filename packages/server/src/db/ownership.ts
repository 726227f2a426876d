import { z } from 'zod';
import { timestamp } from './columns.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

/** A change of who may speak. Every one raises the owner version. */
export type OwnerChange = { kind: 'take'; person: string } | { kind: 'give-back'; person: string };

/**
 * Changes the owner at once: owner version and epoch rise together, so that an agent's turn in
 * flight is fenced and its queued drafts are refused at clearance. Messages that the fenced turn
 * had frozen are handled again, now by the new owner.
 * Returns false when there is no such conversation.
 */
export async function changeOwner(
  client: Queryable,
  place: { channelId: string; conversationId: string },
  change: OwnerChange,
  at: number,
): Promise<boolean> {
  const box = await client.query({
    text: `update mailboxes
              set epoch = epoch + 1, lease_until = null, lease_node = null, next_position = next_position + 1,
                  wake_at = case when next_seq - 1 > handled_seq then now() end
            where channel_id = $1 and conversation_id = $2
           returning next_position - 1 as position`,
    values: [place.channelId, place.conversationId],
  });
  const row = z.object({ position: z.coerce.number() }).optional().parse(box.rows[0]);
  if (row === undefined) return false;
  const takes = change.kind === 'take';
  await client.query({
    text: `update conversations
              set owner_kind = $3, owner_person = $4, owner_version = owner_version + 1, last_activity_at = now()
            where channel_id = $1 and conversation_id = $2`,
    values: [place.channelId, place.conversationId, takes ? 'people' : 'agent', takes ? change.person : null],
  });
  await client.query({
    text: `insert into messages (channel_id, conversation_id, position, author, person, content, said_at)
           values ($1, $2, $3, 'event', $4, $5, $6)`,
    values: [
      place.channelId,
      place.conversationId,
      row.position,
      change.person,
      jsonText({ kind: 'event', what: takes ? 'taken' : 'given-back' }),
      timestamp(at),
    ],
  });
  await client.query({
    text: takes
      ? `update tickets set taken_by = $3, taken_at = now()
          where channel_id = $1 and conversation_id = $2 and closed_at is null`
      : `update tickets set closed_at = now(), taken_by = coalesce(taken_by, $3)
          where channel_id = $1 and conversation_id = $2 and closed_at is null`,
    values: [place.channelId, place.conversationId, change.person],
  });
  await client.query({
    text: `update alarms set cleared_at = now()
            where channel_id = $1 and conversation_id = $2 and cleared_at is null`,
    values: [place.channelId, place.conversationId],
  });
  return true;
}
