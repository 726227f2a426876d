-- Ingress as one function call: drops known ids, raises each conversation's sequence under its
-- mailbox row, keeps the messages and says when the turn wakes. A function rather than one
-- statement of many joins: its steps are found by key whatever the planner believes of tables that
-- have just been filled, and its cost grows with the messages and not with their square.
--
-- The messages come sorted by conversation, so that two nodes never wait for each other in a ring;
-- within a conversation the order is the one given. No message id comes twice.
-- p_groups: for each message the number of its conversation in p_conversations, from 1.
-- p_places: its place among the messages of its conversation, from 0.
-- p_waits_ms: for each conversation how long its turn waits for more; 0 wakes it now.
create function receive_messages(
  p_channel text, p_message_ids text[], p_groups int[], p_places int[], p_said_ms bigint[],
  p_contents jsonb[], p_raws jsonb[], p_delays_ms int[],
  p_conversations uuid[], p_counts int[], p_waits_ms int[], p_longest_wait_ms int, p_has_media boolean
) returns int language plpgsql as $$
declare
  fresh text[];
  first_seq bigint;
  firsts bigint[] := '{}';
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
  -- One mailbox at a time, by its key: a join would be planned by what the statistics say of the table.
  for g in 1 .. cardinality(p_conversations) loop
    update mailboxes
       set next_seq = next_seq + p_counts[g],
           waiting_since = coalesce(waiting_since, now()),
           wake_at = case
             when p_waits_ms[g] = 0 then now()
             when wake_at <= now() then wake_at
             else least(now() + p_waits_ms[g] * interval '1 ms',
                        coalesce(waiting_since, now()) + p_longest_wait_ms * interval '1 ms') end
     where channel_id = p_channel and conversation_id = p_conversations[g]
    returning next_seq - p_counts[g] into strict first_seq;
    firsts := firsts || first_seq;
  end loop;
  insert into inbox (channel_id, conversation_id, seq, message_id, said_at, content, raw)
  select p_channel, p_conversations[a.g], firsts[a.g] + a.place, a.message_id,
         to_timestamp(a.said_ms / 1000.0), a.content, a.raw
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

-- The same where some of the messages were known already: one by one, only those in p_fresh.
create function receive_fresh_messages(
  p_channel text, p_fresh text[], p_message_ids text[], p_groups int[], p_said_ms bigint[],
  p_contents jsonb[], p_raws jsonb[], p_delays_ms int[],
  p_conversations uuid[], p_longest_wait_ms int, p_has_media boolean
) returns int language plpgsql as $$
declare
  arrival record;
  this_seq bigint;
begin
  for arrival in
    select a.message_id, p_conversations[a.g] as conversation_id, to_timestamp(a.said_ms / 1000.0) as said_at,
           a.content, a.raw, a.delay_ms
      from unnest(p_message_ids, p_groups, p_said_ms, p_contents, p_raws, p_delays_ms)
        with ordinality as a (message_id, g, said_ms, content, raw, delay_ms, n)
     where a.message_id = any(p_fresh) order by a.n
  loop
    update mailboxes
       set next_seq = next_seq + 1,
           waiting_since = coalesce(waiting_since, now()),
           wake_at = case
             when arrival.delay_ms = 0 then now()
             when wake_at <= now() then wake_at
             else least(now() + arrival.delay_ms * interval '1 ms',
                        coalesce(waiting_since, now()) + p_longest_wait_ms * interval '1 ms') end
     where channel_id = p_channel and conversation_id = arrival.conversation_id
    returning next_seq - 1 into strict this_seq;
    insert into inbox (channel_id, conversation_id, seq, message_id, said_at, content, raw)
    values (p_channel, arrival.conversation_id, this_seq, arrival.message_id, arrival.said_at, arrival.content,
            arrival.raw);
    if p_has_media and arrival.content ? 'mediaId' then
      insert into media (channel_id, media_id, conversation_id, message_id)
      values (p_channel, arrival.content->>'mediaId', arrival.conversation_id, arrival.message_id)
      on conflict do nothing;
    end if;
  end loop;
  return cardinality(p_fresh);
end $$;
