-- Ingress again, its steps over all messages of the call at once: a mailbox each was a statement each, and to start
-- and end one costs more than the row it writes. As in the other hot writes, rows are found by their whole key,
-- locked in the order given, and then written by their place.
-- Parameters as before; p_raws may be null when no message has one.
create or replace function receive_messages(
  p_channel text, p_message_ids text[], p_groups int[], p_places int[], p_said_ms bigint[],
  p_contents jsonb[], p_raws jsonb[], p_delays_ms int[],
  p_conversations uuid[], p_counts int[], p_waits_ms int[], p_longest_wait_ms int, p_has_media boolean
) returns int language plpgsql as $$
declare
  fresh text[];
  boxes tid[];
  firsts bigint[];
begin
  with kept as (
    insert into dedupe (channel_id, message_id)
    select p_channel, unnest(p_message_ids) on conflict do nothing returning message_id)
  select array_agg(message_id) into fresh from kept;
  if fresh is null then
    return 0;
  end if;
  if cardinality(fresh) < cardinality(p_message_ids) then
    return receive_fresh_messages(p_channel, fresh, p_message_ids, p_groups, p_said_ms, p_contents, p_raws,
                                  p_delays_ms, p_conversations, p_longest_wait_ms, p_has_media);
  end if;
  select array_agg(m.place order by c.n), array_agg(m.next_seq order by c.n) into boxes, firsts
    from unnest(p_conversations) with ordinality as c (conversation, n)
    left join lateral (
      select b.ctid as place, b.next_seq from mailboxes b
       where b.channel_id = p_channel and b.conversation_id = c.conversation
      offset 0 for no key update) m on true;
  if array_position(boxes, null) is not null then
    raise no_data_found using message = 'a conversation of these messages has no mailbox';
  end if;
  update mailboxes b
     set next_seq = b.next_seq + c.messages,
         waiting_since = coalesce(b.waiting_since, now()),
         wake_at = case
           when c.wait_ms = 0 then now()
           when b.wake_at <= now() then b.wake_at
           else least(now() + c.wait_ms * interval '1 ms',
                      coalesce(b.waiting_since, now()) + p_longest_wait_ms * interval '1 ms') end
    from unnest(boxes, p_counts, p_waits_ms) as c (place, messages, wait_ms)
   where b.ctid = c.place;
  insert into inbox (channel_id, conversation_id, seq, message_id, said_at, content, raw)
  select p_channel, p_conversations[a.g], firsts[a.g] + a.place, a.message_id,
         to_timestamp(a.said_ms::float8 / 1000), a.content, a.raw
    from unnest(p_message_ids, p_groups, p_places, p_said_ms, p_contents, p_raws)
      as a (message_id, g, place, said_ms, content, raw);
  if p_has_media then
    insert into media (channel_id, media_id, conversation_id, message_id)
    select p_channel, a.content->>'mediaId', p_conversations[a.g], a.message_id
      from unnest(p_message_ids, p_groups, p_contents) as a (message_id, g, content)
     where a.content ? 'mediaId' order by 2
    on conflict do nothing;
  end if;
  return cardinality(p_message_ids);
end $$;

-- Opens the conversations of people who are entirely new, in one call for all of them. Returns for each the
-- conversation, or null where an identity of theirs is known already, on this channel or as a BSUID on another:
-- for them more has to be decided than to write new rows. No identity comes twice.
create function open_conversations(
  p_channels text[], p_bsuids text[], p_phones text[], p_profile_names text[], p_usernames text[],
  p_contacts uuid[], p_conversations uuid[]
) returns uuid[] language plpgsql as $$
declare
  opened uuid[];
begin
  -- Two nodes may meet the same newcomer at the same instant: one of them waits here.
  perform pg_advisory_xact_lock(k.lock)
     from (select distinct hashtextextended(c.channel || ' ' || i.value, 0) as lock
             from unnest(p_channels, p_bsuids, p_phones) as c (channel, bsuid, phone)
            cross join lateral (values (c.bsuid), (c.phone)) as i (value)
            where i.value is not null order by 1 offset 0) k;
  select array_agg(case when b.known is null and t.known is null then c.conversation end order by c.n) into opened
    from unnest(p_channels, p_bsuids, p_phones, p_conversations) with ordinality
      as c (channel, bsuid, phone, conversation, n)
    left join lateral (
      select true as known from identities where kind = 'bsuid' and value = c.bsuid limit 1) b on true
    left join lateral (
      select true as known from identities
       where channel_id = c.channel and kind = 'phone' and value = c.phone limit 1) t on true;
  insert into contacts (contact_id, profile_name, username)
  select c.contact, c.profile_name, c.username
    from unnest(opened, p_contacts, p_profile_names, p_usernames) as c (conversation, contact, profile_name, username)
   where c.conversation is not null;
  insert into conversations (channel_id, conversation_id, contact_id, phone, bsuid)
  select c.channel, c.conversation, c.contact, c.phone, c.bsuid
    from unnest(opened, p_channels, p_contacts, p_phones, p_bsuids) as c (conversation, channel, contact, phone, bsuid)
   where c.conversation is not null;
  insert into mailboxes (channel_id, conversation_id)
  select c.channel, c.conversation
    from unnest(opened, p_channels) as c (conversation, channel) where c.conversation is not null;
  insert into identities (channel_id, kind, value, conversation_id, contact_id)
  select c.channel, i.kind, i.value, c.conversation, c.contact
    from unnest(opened, p_channels, p_contacts, p_phones, p_bsuids) as c (conversation, channel, contact, phone, bsuid)
   cross join lateral (values ('bsuid', c.bsuid), ('phone', c.phone)) as i (kind, value)
   where c.conversation is not null and i.value is not null;
  return opened;
end $$;
