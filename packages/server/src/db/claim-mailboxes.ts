import { z } from 'zod';
import { countColumn } from './columns.ts';
import type { Queryable } from './database.ts';

const Claim = z
  .object({
    channel_id: z.string(),
    conversation_id: z.string(),
    epoch: countColumn,
    handled_seq: countColumn,
    next_seq: countColumn,
    open_turn: z.string().nullable(),
    attempts: z.number(),
    waited_ms: z.union([z.null(), z.coerce.number()]),
  })
  .transform((row) => ({
    channelId: row.channel_id,
    conversationId: row.conversation_id,
    epoch: row.epoch,
    handledSeq: row.handled_seq,
    nextSeq: row.next_seq,
    openTurn: row.open_turn ?? undefined,
    attempts: row.attempts,
    waitedMs: row.waited_ms ?? undefined,
  }));

/**
 * A mailbox this node holds until its lease ends or its epoch is raised by somebody else.
 * `waitedMs`: how long its first new message had waited; absent for a turn that is run again.
 */
export type Claim = z.output<typeof Claim>;

/**
 * Takes up to `most` mailboxes whose turn is due, oldest first, skipping those another node is
 * taking. While leased a mailbox's wake-up is its lease's end: a node that dies gives its
 * conversations back by itself, and an ingress that lowers the wake-up cannot break the lease,
 * which has a column of its own.
 */
export async function claimMailboxes(
  client: Queryable,
  node: string,
  leaseMs: number,
  most: number,
): Promise<readonly Claim[]> {
  const claimed = await client.query({
    name: 'claim-mailboxes',
    text: `with due as (
             select channel_id, conversation_id, waiting_since from mailboxes
              where wake_at <= now() and (lease_until is null or lease_until <= now())
              order by wake_at limit $3 for update skip locked)
           update mailboxes m
              set lease_until = now() + $2 * interval '1 ms', lease_node = $1, epoch = epoch + 1,
                  wake_at = now() + $2 * interval '1 ms', waiting_since = null, attempts = attempts + 1
             from due d
            where m.channel_id = d.channel_id and m.conversation_id = d.conversation_id
           returning m.channel_id, m.conversation_id, m.epoch, m.handled_seq, m.next_seq, m.open_turn, m.attempts,
                     extract(epoch from (now() - d.waiting_since)) * 1000 as waited_ms`,
    values: [node, leaseMs, most],
  });
  return claimed.rows.map((row) => Claim.parse(row));
}

/** Extends the leases of turns still running on this node; a lost one shows at commit. */
export async function renewLeases(
  client: Queryable,
  node: string,
  leaseMs: number,
  held: readonly { channelId: string; conversationId: string; epoch: number }[],
): Promise<void> {
  await client.query({
    name: 'renew-leases',
    text: `with held as (
             select m.channel_id, m.conversation_id from mailboxes m
               join unnest($3::text[], $4::uuid[], $5::bigint[]) as h (channel_id, conversation_id, epoch)
                 using (channel_id, conversation_id, epoch)
              where m.lease_node = $1 order by 1, 2 for update of m)
           update mailboxes m
              set lease_until = now() + $2 * interval '1 ms',
                  wake_at = case when m.wake_at = m.lease_until then now() + $2 * interval '1 ms' else m.wake_at end
             from held h where m.channel_id = h.channel_id and m.conversation_id = h.conversation_id`,
    values: [
      node,
      leaseMs,
      held.map((claim) => claim.channelId),
      held.map((claim) => claim.conversationId),
      held.map((claim) => claim.epoch),
    ],
  });
}

/** Gives a mailbox back unhandled, to be claimed again after `delayMs`. No effect when fenced. */
export async function releaseMailbox(
  client: Queryable,
  claim: { channelId: string; conversationId: string; epoch: number },
  delayMs: number,
): Promise<void> {
  await client.query({
    name: 'release-mailbox',
    text: `update mailboxes
              set lease_until = null, lease_node = null,
                  wake_at = case when next_seq - 1 > handled_seq then now() + $4 * interval '1 ms' end
            where channel_id = $1 and conversation_id = $2 and epoch = $3`,
    values: [claim.channelId, claim.conversationId, claim.epoch, delayMs],
  });
}

/** Gives a mailbox back in the middle of its turn, due at once; the attempt does not count. No effect when fenced. */
export async function handBackMailbox(
  client: Queryable,
  claim: { channelId: string; conversationId: string; epoch: number },
): Promise<void> {
  await client.query({
    name: 'hand-back-mailbox',
    text: `update mailboxes
              set lease_until = null, lease_node = null, wake_at = now(), attempts = greatest(0, attempts - 1)
            where channel_id = $1 and conversation_id = $2 and epoch = $3 and lease_until is not null`,
    values: [claim.channelId, claim.conversationId, claim.epoch],
  });
}
