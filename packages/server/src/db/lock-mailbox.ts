import type { Queryable } from './database.ts';

/**
 * Locks a conversation's mailbox until the transaction ends: whoever changes who may speak, or puts
 * a message in, does it one after the other. False when there is no such conversation.
 */
export async function lockMailbox(
  client: Queryable,
  place: { channelId: string; conversationId: string },
): Promise<boolean> {
  const locked = await client.query({
    text: 'select 1 from mailboxes where channel_id = $1 and conversation_id = $2 for update',
    values: [place.channelId, place.conversationId],
  });
  return locked.rows.length === 1;
}

/** Whether a message with this id was put into a mailbox of the channel already. */
export async function isKnownMessage(
  client: Queryable,
  channelId: string,
  messageId: string,
): Promise<boolean> {
  const known = await client.query({
    text: 'select 1 from dedupe where channel_id = $1 and message_id = $2',
    values: [channelId, messageId],
  });
  return known.rows.length === 1;
}
