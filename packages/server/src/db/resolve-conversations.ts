import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SenderIdentities } from '../ports/received.ts';
import type { Database, Queryable } from './database.ts';

const IdentityRow = z.object({
  kind: z.enum(['bsuid', 'phone']),
  value: z.string(),
  conversation_id: z.string(),
  contact_id: z.string(),
  bsuid: z.string().nullable(),
});
type IdentityRow = z.infer<typeof IdentityRow>;

/** Somebody who wrote, on one of our channels. */
export type SenderOnChannel = { readonly channelId: string; readonly sender: SenderIdentities };

/**
 * Finds the conversation of a sender on a channel, or makes one.
 *
 * The BSUID finds it first, then the phone. A phone known under another BSUID is a new person:
 * numbers are re-issued. The phone then belongs to the newcomer, and is taken from the one before
 * so that nothing meant for them reaches a stranger.
 * `linkedTo`: an identity Meta itself says was this person's before.
 */
export async function resolveConversation(
  database: Database,
  channelId: string,
  sender: SenderIdentities,
  linkedTo: SenderIdentities | undefined,
): Promise<string> {
  return database.transaction(async (client) => {
    await lockIdentities(client, channelId, sender);
    const byBsuid = await findIdentity(client, channelId, 'bsuid', sender.bsuid);
    const byPhone = await findIdentity(client, channelId, 'phone', sender.phone);
    const known = byBsuid ?? (await findLinked(client, channelId, linkedTo)) ?? usablePhone(byPhone, sender);
    const place = known ?? (await openConversation(client, channelId, sender));
    await attachIdentities(client, channelId, place, sender, byBsuid, byPhone);
    return place.conversation_id;
  });
}

const Known = z.object({
  n: z.coerce.number(),
  conversation_id: z.string(),
  phone: z.string().nullable(),
  profile_name: z.string().nullable(),
  username: z.string().nullable(),
});

/**
 * The conversations of people of whom nothing has changed, in the order given: one look for all,
 * nothing written. Undefined for newcomers, and where something is to be written.
 */
export async function findUnchanged(
  client: Queryable,
  senders: readonly SenderOnChannel[],
): Promise<readonly (string | undefined)[]> {
  const found = await client.query({
    name: 'find-unchanged',
    text: `select s.n, i.conversation_id, v.phone, c.profile_name, c.username
             from unnest($1::text[], $2::text[]) with ordinality as s (channel, bsuid, n)
            cross join lateral (
              select * from identities
               where channel_id = s.channel and kind = 'bsuid' and value = s.bsuid offset 0) i
            cross join lateral (
              select * from conversations
               where channel_id = s.channel and conversation_id = i.conversation_id offset 0) v
            cross join lateral (select * from contacts where contact_id = v.contact_id offset 0) c`,
    values: [senders.map(({ channelId }) => channelId), senders.map(({ sender }) => sender.bsuid ?? null)],
  });
  const rows = new Map(found.rows.map((row) => Known.parse(row)).map((row) => [row.n, row]));
  return senders.map(({ sender }, index) => {
    const row = rows.get(index + 1);
    const same =
      row !== undefined &&
      (sender.phone ?? row.phone) === row.phone &&
      (sender.profileName ?? row.profile_name) === row.profile_name &&
      (sender.username ?? row.username) === row.username;
    return same ? row.conversation_id : undefined;
  });
}

function usablePhone(byPhone: IdentityRow | undefined, sender: SenderIdentities): IdentityRow | undefined {
  if (byPhone === undefined) return undefined;
  const anotherPerson =
    sender.bsuid !== undefined && byPhone.bsuid !== null && byPhone.bsuid !== sender.bsuid;
  return anotherPerson ? undefined : byPhone;
}

async function findLinked(
  client: Queryable,
  channelId: string,
  linkedTo: SenderIdentities | undefined,
): Promise<IdentityRow | undefined> {
  return (
    (await findIdentity(client, channelId, 'bsuid', linkedTo?.bsuid)) ??
    (await findIdentity(client, channelId, 'phone', linkedTo?.phone))
  );
}

/** Two nodes may meet the same newcomer at the same instant: one of them waits here. */
async function lockIdentities(client: Queryable, channelId: string, sender: SenderIdentities): Promise<void> {
  const keys = [sender.bsuid, sender.phone].filter((value) => value !== undefined).toSorted();
  for (const key of keys) {
    await client.query({
      name: 'lock-identity',
      text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
      values: [`${channelId} ${key}`],
    });
  }
}

async function findIdentity(
  client: Queryable,
  channelId: string,
  kind: 'bsuid' | 'phone',
  value: string | undefined,
): Promise<IdentityRow | undefined> {
  if (value === undefined) return undefined;
  const found = await client.query({
    name: 'find-identity',
    text: `select i.kind, i.value, i.conversation_id, i.contact_id, c.bsuid
             from identities i join conversations c using (channel_id, conversation_id)
            where i.channel_id = $1 and i.kind = $2 and i.value = $3`,
    values: [channelId, kind, value],
  });
  const row = found.rows[0];
  return row === undefined ? undefined : IdentityRow.parse(row);
}

async function openConversation(
  client: Queryable,
  channelId: string,
  sender: SenderIdentities,
): Promise<{ conversation_id: string; contact_id: string }> {
  const contactId =
    (await contactElsewhere(client, channelId, sender)) ?? (await createContact(client, sender));
  const conversationId = randomUUID();
  await client.query({
    text: 'insert into conversations (channel_id, conversation_id, contact_id) values ($1, $2, $3)',
    values: [channelId, conversationId, contactId],
  });
  await client.query({
    text: 'insert into mailboxes (channel_id, conversation_id) values ($1, $2)',
    values: [channelId, conversationId],
  });
  return { conversation_id: conversationId, contact_id: contactId };
}

/** A person known by the same BSUID on another number of this business is the same contact. */
async function contactElsewhere(
  client: Queryable,
  channelId: string,
  sender: SenderIdentities,
): Promise<string | undefined> {
  if (sender.bsuid === undefined) return undefined;
  const found = await client.query({
    text: `select contact_id from identities where kind = 'bsuid' and value = $2 and channel_id <> $1 limit 1`,
    values: [channelId, sender.bsuid],
  });
  return z.object({ contact_id: z.string() }).optional().parse(found.rows[0])?.contact_id;
}

async function createContact(client: Queryable, sender: SenderIdentities): Promise<string> {
  const contactId = randomUUID();
  await client.query({
    text: 'insert into contacts (contact_id, profile_name, username) values ($1, $2, $3)',
    values: [contactId, sender.profileName ?? null, sender.username ?? null],
  });
  return contactId;
}

async function attachIdentities(
  client: Queryable,
  channelId: string,
  place: { conversation_id: string; contact_id: string },
  sender: SenderIdentities,
  byBsuid: IdentityRow | undefined,
  byPhone: IdentityRow | undefined,
): Promise<void> {
  const before = byPhone?.conversation_id;
  if (sender.phone !== undefined && before !== undefined && before !== place.conversation_id) {
    await client.query({
      text: 'update conversations set phone = null where channel_id = $1 and conversation_id = $2',
      values: [channelId, before],
    });
  }
  const wanted = [
    { kind: 'bsuid', value: sender.bsuid, at: byBsuid?.conversation_id },
    { kind: 'phone', value: sender.phone, at: byPhone?.conversation_id },
  ];
  for (const { kind, value, at } of wanted) {
    if (value === undefined || at === place.conversation_id) continue;
    await client.query({
      text: `insert into identities (channel_id, kind, value, conversation_id, contact_id) values ($1, $2, $3, $4, $5)
             on conflict (channel_id, kind, value)
             do update set conversation_id = excluded.conversation_id, contact_id = excluded.contact_id`,
      values: [channelId, kind, value, place.conversation_id, place.contact_id],
    });
  }
  await client.query({
    text: `update conversations set phone = coalesce($3, phone), bsuid = coalesce($4, bsuid)
            where channel_id = $1 and conversation_id = $2
              and (phone is distinct from coalesce($3, phone) or bsuid is distinct from coalesce($4, bsuid))`,
    values: [channelId, place.conversation_id, sender.phone ?? null, sender.bsuid ?? null],
  });
  await client.query({
    text: `update contacts set profile_name = coalesce($2, profile_name), username = coalesce($3, username)
            where contact_id = $1`,
    values: [place.contact_id, sender.profileName ?? null, sender.username ?? null],
  });
}
