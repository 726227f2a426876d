import { z } from 'zod';
import type { Queryable } from './database.ts';

const ChannelRow = z
  .object({
    channel_id: z.string(),
    kind: z.string(),
    address: z.string(),
    display_name: z.string(),
    secrets: z.instanceof(Uint8Array),
    paused_why: z.string().nullable(),
  })
  .transform((row) => ({
    channelId: row.channel_id,
    kind: row.kind,
    address: row.address,
    displayName: row.display_name,
    secrets: row.secrets,
    pausedWhy: row.paused_why ?? undefined,
  }));

/** A connected endpoint as stored; its secrets are sealed. */
export type ChannelRow = z.output<typeof ChannelRow>;

/** All channels. */
export async function readChannels(client: Queryable): Promise<readonly ChannelRow[]> {
  const found = await client.query({
    text: 'select channel_id, kind, address, display_name, secrets, paused_why from channels order by channel_id',
  });
  return found.rows.map((row) => ChannelRow.parse(row));
}

/**
 * Adds a channel, or brings it up to its configuration. A pause outlives a restart; only renewed
 * credentials end it.
 */
export async function saveChannel(
  client: Queryable,
  channel: { channelId: string; kind: string; address: string; displayName: string },
  ratePerSecond: number,
  credentials: { sealed: Uint8Array; renewed: boolean },
): Promise<void> {
  await client.query({
    text: `insert into channels (channel_id, kind, address, display_name, secrets) values ($1, $2, $3, $4, $5)
           on conflict (channel_id) do update set display_name = excluded.display_name, secrets = excluded.secrets`,
    values: [channel.channelId, channel.kind, channel.address, channel.displayName, credentials.sealed],
  });
  await client.query({
    text: `insert into number_budgets (channel_id, rate_per_second, tokens) values ($1, $2, $2)
           on conflict (channel_id) do update set rate_per_second = excluded.rate_per_second`,
    values: [channel.channelId, ratePerSecond],
  });
  if (credentials.renewed) await resumeChannel(client, channel.channelId);
}

/** Stops all sending of a number until somebody resumes it. */
export async function pauseChannel(client: Queryable, channelId: string, why: string): Promise<void> {
  await client.query({
    text: 'update channels set paused_why = $2 where channel_id = $1',
    values: [channelId, why],
  });
}

/** Ends a pause; what waited for it is due at once. */
export async function resumeChannel(client: Queryable, channelId: string): Promise<void> {
  await client.query({
    text: 'update channels set paused_why = null where channel_id = $1',
    values: [channelId],
  });
  await client.query({
    text: "update outbox set due_at = now() where channel_id = $1 and status = 'retry' and due_at > now()",
    values: [channelId],
  });
  await client.query({
    text: `update alarms set cleared_at = now()
            where channel_id = $1 and kind = 'number-paused' and cleared_at is null`,
    values: [channelId],
  });
}
