import type { Queryable } from './database.ts';

/**
 * A mailbox this node holds until its lease ends or its epoch is raised by somebody else.
 * `resumed`: its turn was opened before, by a run that did not end.
 * `waitedMs`: how long its first new message had waited; absent for a turn that is run again.
 */
export type Claim = {
  readonly channelId: string;
  readonly conversationId: string;
  readonly epoch: number;
  readonly handledSeq: number;
  readonly nextSeq: number;
  readonly resumed: boolean;
  readonly attempts: number;
  readonly waitedMs: number | undefined;
};

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
