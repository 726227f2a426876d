import { z } from 'zod';
import type { Simulator } from '@ambit/simulator/simulator';

/** What went to and fro, as the simulator saw it. Times in ms since 1970. */
export type Traffic = {
  /** The ids of customers' messages that were answered with 200, and when. */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** The texts that it accepted for sending. */
  readonly replies: readonly { outboxId: string; to: string; at: number }[];
  /** Webhooks that were not taken. */
  readonly refused: number;
};

const Webhook = z.object({
  entry: z.array(
    z.object({
      changes: z.array(
        z.object({ value: z.object({ messages: z.array(z.object({ id: z.string() })).default([]) }) }),
      ),
    }),
  ),
});
const Reply = z.object({
  type: z.literal('text'),
  to: z.string().optional(),
  recipient: z.string().optional(),
  biz_opaque_callback_data: z.string(),
});

/** Reads the simulator's whole log. */
export function readTraffic(simulator: Simulator): Traffic {
  const acknowledged = new Map<string, number>();
  const replies: { outboxId: string; to: string; at: number }[] = [];
  let refused = 0;
  for (const entry of simulator.control.log(0, 100_000).entries) {
    if (entry.kind === 'webhook-attempt') {
      if (entry.outcome.kind !== 'delivered') refused += 1;
      else for (const id of messagesIn(entry.body)) acknowledged.set(id, acknowledged.get(id) ?? entry.atMs);
    } else if (entry.outcome.kind === 'accepted') {
      const reply = Reply.safeParse(entry.body).data;
      if (reply !== undefined)
        replies.push({
          outboxId: reply.biz_opaque_callback_data,
          to: reply.to ?? reply.recipient ?? '',
          at: entry.atMs,
        });
    }
  }
  return { acknowledged, replies, refused };
}

function messagesIn(body: string): readonly string[] {
  return Webhook.parse(JSON.parse(body)).entry.flatMap(({ changes }) =>
    changes.flatMap(({ value }) => value.messages.map(({ id }) => id)),
  );
}
