-- Ingress as one function call: drops known ids, raises each conversation's sequence under its
-- mailbox row, keeps the messages and says when the turn wakes. A function rather than one
-- statement of many joins, because its steps are found by key whatever the planner believes of
-- tables that have just been filled, and its cost grows with the messages and not with their square.
--
-- Conversations are taken in one order, so that two nodes never wait for each other in a ring.
-- Within a conversation the order is the one given. No message id may be given twice.
create function receive_messages(
  p_channel text, p_message_ids text[], p_conversations uuid[], p_said_at timestamptz[],
  p_contents jsonb[], p_raws jsonb[], p_delays_ms int[], p_longest_wait_ms int
) returns int language plpgsql as $$
declare
  arrival record;
  current_conversation uuid;
  ids text[]; said timestamptz[]; contents jsonb[]; raws jsonb[];
  delay_ms int; urgent boolean;
  stored int := 0;
begin
  for arrival in
    select a.* from unnest(p_message_ids, p_conversations, p_said_at, p_contents, p_raws, p_delays_ms)
      with ordinality as a (message_id, conversation_id, said_at, content, raw, delay_ms, n)
     order by a.conversation_id, a.n
  loop
    if current_conversation is distinct from arrival.conversation_id then
      if cardinality(ids) > 0 then
        perform keep_messages(p_channel, current_conversation, ids, said, contents, raws,
                              case when urgent then 0 else delay_ms end, p_longest_wait_ms);
      end if;
      current_conversation := arrival.conversation_id;
      ids := '{}'; said := '{}'; contents := '{}'; raws := '{}'; urgent := false;
    end if;
    insert into dedupe (channel_id, message_id) values (p_channel, arrival.message_id) on conflict do nothing;
    if found then
      ids := ids || arrival.message_id;
      said := said || arrival.said_at;
      contents := contents || arrival.content;
      raws := raws || arrival.raw;
      delay_ms := arrival.delay_ms;
      urgent := urgent or arrival.delay_ms = 0;
      stored := stored + 1;
    end if;
  end loop;
  if cardinality(ids) > 0 then
    perform keep_messages(p_channel, current_conversation, ids, said, contents, raws,
                          case when urgent then 0 else delay_ms end, p_longest_wait_ms);
  end if;
  return stored;
end $$;

-- The new messages of one conversation. p_delay_ms: how long the turn waits for more; 0 wakes it now.
create function keep_messages(
  p_channel text, p_conversation uuid, p_message_ids text[], p_said_at timestamptz[],
  p_contents jsonb[], p_raws jsonb[], p_delay_ms int, p_longest_wait_ms int
) returns void language plpgsql as $$
declare
  first_seq bigint;
begin
  update mailboxes
     set next_seq = next_seq + cardinality(p_message_ids),
         waiting_since = coalesce(waiting_since, now()),
         wake_at = case
           when p_delay_ms = 0 then now()
           when wake_at <= now() then wake_at
           else least(now() + p_delay_ms * interval '1 ms',
                      coalesce(waiting_since, now()) + p_longest_wait_ms * interval '1 ms') end
   where channel_id = p_channel and conversation_id = p_conversation
  returning next_seq - cardinality(p_message_ids) into strict first_seq;
  insert into inbox (channel_id, conversation_id, seq, message_id, said_at, content, raw)
  select p_channel, p_conversation, first_seq + m.k - 1, m.message_id, m.said_at, m.content, m.raw
    from unnest(p_message_ids, p_said_at, p_contents, p_raws)
      with ordinality as m (message_id, said_at, content, raw, k);
  -- Files are wanted from the moment their message is kept.
  insert into media (channel_id, media_id, conversation_id, message_id)
  select p_channel, m.content->>'mediaId', p_conversation, m.message_id
    from unnest(p_message_ids, p_contents) as m (message_id, content)
   where m.content ? 'mediaId'
  on conflict do nothing;
end $$;
