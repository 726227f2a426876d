import { z } from 'zod';
import { countColumn } from './columns.ts';
import type { Queryable } from './database.ts';
import { storableText } from './json-text.ts';

const Claimed = z
  .object({
    channel_id: z.string(),
    media_id: z.string(),
    conversation_id: z.string(),
    attempts: z.number(),
    age_ms: z.coerce.number(),
  })
  .transform((row) => ({
    channelId: row.channel_id,
    mediaId: row.media_id,
    conversationId: row.conversation_id,
    attempt: row.attempts,
    ageMs: row.age_ms,
  }));

/** A file to copy now. `attempt`: from 1; it also fences. `ageMs`: how long ago the message came. */
export type ClaimedMedia = z.output<typeof Claimed>;

/**
 * Takes files that are due and leases them: unless something is recorded in `leaseMs`, each is due
 * again, for this node or another.
 */
export async function claimMedia(
  client: Queryable,
  most: number,
  leaseMs: number,
): Promise<readonly ClaimedMedia[]> {
  const claimed = await client.query({
    name: 'claim-media',
    text: `update media m set attempts = m.attempts + 1, due_at = now() + $2 * interval '1 ms'
             from (select channel_id, media_id from media
                    where status in ('wanted', 'failed') and due_at <= now()
                    order by due_at limit $1 for update skip locked) d
            where m.channel_id = d.channel_id and m.media_id = d.media_id
           returning m.channel_id, m.media_id, m.conversation_id, m.attempts,
                     extract(epoch from (now() - m.wanted_at)) * 1000 as age_ms`,
    values: [most, leaseMs],
  });
  return claimed.rows.map((row) => Claimed.parse(row));
}

/** What came of one attempt. */
export type MediaRecord =
  | {
      readonly kind: 'copied';
      readonly blobKey: string;
      readonly mimeType: string | undefined;
      readonly bytes: number;
      readonly sha256: string;
    }
  | { readonly kind: 'failed'; readonly error: string; readonly delayMs: number }
  | { readonly kind: 'given-up'; readonly error: string };

/** Records an attempt. False, and without effect, when the lease ran out and somebody else has the file. */
export async function recordMedia(
  client: Queryable,
  media: ClaimedMedia,
  record: MediaRecord,
): Promise<boolean> {
  const copied = record.kind === 'copied' ? record : undefined;
  const recorded = await client.query({
    name: 'record-media',
    text: `update media
              set status = $4, due_at = now() + $5 * interval '1 ms', error = $6,
                  blob_key = $7, mime_type = $8, bytes = $9, sha256 = $10,
                  settled_at = case when $4 = 'failed' then null else now() end
            where channel_id = $1 and media_id = $2 and attempts = $3 and status in ('wanted', 'failed')
           returning media_id`,
    values: [
      media.channelId,
      media.mediaId,
      media.attempt,
      record.kind,
      record.kind === 'failed' ? record.delayMs : 0,
      record.kind === 'copied' ? null : storableText(record.error),
      copied?.blobKey ?? null,
      copied?.mimeType === undefined ? null : storableText(copied.mimeType),
      copied?.bytes ?? null,
      copied?.sha256 ?? null,
    ],
  });
  return recorded.rows.length === 1;
}

/** Lets files be due again that a stopping node has leased; the attempt does not count. */
export async function releaseMedia(client: Queryable, media: ClaimedMedia): Promise<void> {
  await client.query({
    text: `update media set attempts = attempts - 1, due_at = now()
            where channel_id = $1 and media_id = $2 and attempts = $3 and status in ('wanted', 'failed')`,
    values: [media.channelId, media.mediaId, media.attempt],
  });
}

/** Of a file `f`: the customer has not taken its message back. */
const notTakenBack = `not exists (select 1 from messages m
                               where m.channel_id = f.channel_id and m.conversation_id = f.conversation_id
                                 and m.message_id = f.message_id and m.hidden_at is not null)
              and not exists (select 1 from inbox i
                               where i.channel_id = f.channel_id and i.conversation_id = f.conversation_id
                                 and i.content->>'kind' = 'revoke' and i.content->>'of' = f.message_id)`;

/** Where a file stands: `coming`: it is being copied, or soon will be; `lost`: it never will. */
export type MediaState =
  | { readonly kind: 'copied'; readonly file: CopiedMedia }
  | { readonly kind: 'coming' }
  | { readonly kind: 'lost' };

/**
 * How the copying of a file stands. A file whose message was taken back counts as lost.
 * One statement sees both what is copied and what is coming: between two, a file that is copied meanwhile is neither.
 */
export async function findMediaState(
  client: Queryable,
  channelId: string,
  mediaId: string,
): Promise<MediaState> {
  const found = await client.query({
    name: 'find-media-state',
    text: `select f.status = 'copied' as is_copied, f.blob_key, f.mime_type, f.bytes, f.sha256 from media f
            where f.channel_id = $1 and f.media_id = $2
              and (f.status in ('wanted', 'failed') or (f.status = 'copied' and ${notTakenBack}))`,
    values: [channelId, mediaId],
  });
  const row = found.rows[0];
  if (row === undefined) return { kind: 'lost' };
  return Standing.parse(row).is_copied ? { kind: 'copied', file: Copied.parse(row) } : { kind: 'coming' };
}

const Standing = z.object({ is_copied: z.boolean() });

const Copied = z
  .object({ blob_key: z.string(), mime_type: z.string().nullable(), bytes: countColumn, sha256: z.string() })
  .transform((row) => ({
    blobKey: row.blob_key,
    mimeType: row.mime_type ?? undefined,
    bytes: row.bytes,
    sha256: row.sha256,
  }));

/** A file as it is kept. */
export type CopiedMedia = z.output<typeof Copied>;

/** Where a file is kept; undefined when there is none, or the customer took its message back. */
export async function findCopiedMedia(
  client: Queryable,
  channelId: string,
  mediaId: string,
): Promise<CopiedMedia | undefined> {
  const found = await client.query({
    name: 'find-copied-media',
    text: `select f.blob_key, f.mime_type, f.bytes, f.sha256 from media f
            where f.channel_id = $1 and f.media_id = $2 and f.status = 'copied'
              and ${notTakenBack}`,
    values: [channelId, mediaId],
  });
  const row = found.rows[0];
  return row === undefined ? undefined : Copied.parse(row);
}
