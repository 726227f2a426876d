import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { textArray } from './array-text.ts';
import type { Queryable } from './database.ts';
import type { SenderOnChannel } from './resolve-conversations.ts';

const Opened = z.object({ opened: z.array(z.string().nullable()).nullable() });

/**
 * Opens the conversations of people who are entirely new, in one statement for all of them. In the order given;
 * undefined where an identity of theirs is known already, or belongs to somebody before them in the list: who that
 * is has to be decided one by one.
 */
export async function openConversations(
  client: Queryable,
  senders: readonly SenderOnChannel[],
): Promise<readonly (string | undefined)[]> {
  const taken = new Set<string>();
  const alone = senders.filter((sender) => takesNew(sender, taken));
  if (alone.length === 0) return senders.map(() => undefined);
  const found = await client.query({
    name: 'open-conversations',
    text: 'select open_conversations($1, $2, $3, $4, $5, $6, $7) as opened',
    values: [
      textArray(alone.map(({ channelId }) => channelId)),
      textArray(alone.map(({ sender }) => sender.bsuid ?? null)),
      textArray(alone.map(({ sender }) => sender.phone ?? null)),
      textArray(alone.map(({ sender }) => sender.profileName ?? null)),
      textArray(alone.map(({ sender }) => sender.username ?? null)),
      textArray(alone.map(() => randomUUID())),
      textArray(alone.map(() => randomUUID())),
    ],
  });
  const opened = Opened.parse(found.rows[0]).opened ?? [];
  const byPerson = new Map(alone.map((sender, n) => [sender, opened[n] ?? undefined]));
  return senders.map((sender) => byPerson.get(sender));
}

/** Whether none of a sender's identities is taken; they are afterwards. Somebody without any is nobody new. */
function takesNew({ channelId, sender: { bsuid, phone } }: SenderOnChannel, taken: Set<string>): boolean {
  // A BSUID is the same person's on every channel.
  const keys = [
    ...(bsuid === undefined ? [] : [`bsuid ${bsuid}`]),
    ...(phone === undefined ? [] : [`phone ${channelId} ${phone}`]),
  ];
  const isNew = keys.length > 0 && keys.every((key) => !taken.has(key));
  for (const key of keys) taken.add(key);
  return isNew;
}
