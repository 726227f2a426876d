-- Fewer and cheaper writes a reply: claiming a mailbox and opening its turn are one write; the lines of a
-- turn come as columns instead of one document that is taken apart again; a person's pace is kept where what
-- came of the send is recorded; drafts that the sender has locked are marked by their place.

-- A turn grows tenfold when it closes: room for it on its page spares two entries in indexes.
-- What a turn stores is read seldom: only what is long is worth compressing.
alter table turns set (fillfactor = 10, toast_tuple_target = 4080);

-- Every leased mailbox has a wake-up, so the index of wake-ups finds them too.
drop index mailboxes_leased;

drop function open_turns(
  text[], uuid[], bigint[], uuid[], bigint[], bigint[], uuid[], int, text, timestamptz
);

-- Takes up to p_most mailboxes whose turn is due, oldest first, and opens their turns, freezing range,
-- business version, pack and time; a turn that was open already comes back as it was (`resumed`). Each comes
-- with its messages and with the conversation's facts of now. A mailbox with nothing to handle is put to rest
-- and comes without a turn.
create function claim_turns(
  p_node text, p_lease_ms float8, p_most int, p_most_messages int, p_business_version int, p_pack text,
  p_clock_at timestamptz
) returns table (
  channel_id text, conversation_id uuid, epoch bigint, handled_seq bigint, next_seq bigint, attempts int,
  waited_ms float8, resumed bool, turn_id uuid, from_seq bigint, to_seq bigint, business_version int, pack text,
  clock_at timestamptz, reopened int, contact_id uuid, phone text, bsuid text, owner_kind text, owner_person text,
  owner_version int, state jsonb, window_closes_at timestamptz, inputs json
) language plpgsql as $$
#variable_conflict use_column
declare
  boxes tid[];
  since timestamptz[];
  open uuid[];
  rest bool[];
begin
  select array_agg(d.place), array_agg(d.waiting_since), array_agg(d.open_turn), array_agg(d.rests)
    into boxes, since, open, rest
    from (select b.ctid as place, b.waiting_since, b.open_turn,
                 b.open_turn is null and b.next_seq - 1 <= b.handled_seq as rests
            from mailboxes b
           where b.wake_at <= now() and (b.lease_until is null or b.lease_until <= now())
           order by b.wake_at limit p_most for update skip locked) d;
  if boxes is null then
    return;
  end if;
  -- A statement of its own: the view of the first may be older than the rows it locked, and miss their newest messages.
  return query
    with held as (
      update mailboxes b
         set lease_until = case when c.rests then null else now() + p_lease_ms * interval '1 ms' end,
             wake_at = case when c.rests then null else now() + p_lease_ms * interval '1 ms' end,
             lease_node = case when c.rests then null else p_node end,
             open_turn = case when c.rests then null else coalesce(c.its_open, gen_random_uuid()) end,
             attempts = b.attempts + case when c.rests then 0 else 1 end,
             epoch = b.epoch + 1, waiting_since = null
        from unnest(boxes, since, open, rest) as c (place, its_since, its_open, rests)
       where b.ctid = c.place
      returning b.channel_id, b.conversation_id, b.epoch, b.handled_seq, b.next_seq, b.attempts, b.open_turn,
                date_part('epoch', now() - c.its_since) * 1000 as waited_ms, c.its_open is not null as resumed,
                b.handled_seq + 1 as first_seq, least(b.next_seq - 1, b.handled_seq + p_most_messages) as last_seq
    ), opened as (
      insert into turns (channel_id, turn_id, conversation_id, from_seq, to_seq, business_version, pack, clock_at)
      select h.channel_id, h.open_turn, h.conversation_id, h.first_seq, h.last_seq, p_business_version, p_pack,
             p_clock_at
        from held h where h.open_turn is not null and not h.resumed
    )
    select h.channel_id, h.conversation_id, h.epoch, h.handled_seq, h.next_seq, h.attempts, h.waited_ms, h.resumed,
           h.open_turn, f.first_seq, f.last_seq, coalesce(t.business_version, p_business_version),
           coalesce(t.pack, p_pack), coalesce(t.clock_at, p_clock_at), coalesce(t.reopened, 0),
           v.contact_id, v.phone, v.bsuid, v.owner_kind, v.owner_person, v.owner_version, v.state, v.window_closes_at,
           (select coalesce(json_agg(json_build_object(
                     'seq', i.seq, 'messageId', i.message_id, 'content', i.content,
                     'at', round(date_part('epoch', i.said_at) * 1000)::bigint) order by i.seq), '[]')
              from inbox i
             where i.channel_id = h.channel_id and i.conversation_id = h.conversation_id
               and i.seq between f.first_seq and f.last_seq)
      from held h
      left join lateral (
        select * from turns r where h.resumed and r.channel_id = h.channel_id and r.turn_id = h.open_turn
        offset 0) t on true
     cross join lateral (
        select coalesce(t.from_seq, h.first_seq) as first_seq, coalesce(t.to_seq, h.last_seq) as last_seq) f
     cross join lateral (
        select * from conversations o where o.channel_id = h.channel_id and o.conversation_id = h.conversation_id
        offset 0) v;
end $$;

drop function turns_with_inputs(text, uuid);

-- A turn with its messages and with the conversation's facts of now.
create function turn_with_inputs(p_channel text, p_turn uuid) returns table (
  channel_id text, conversation_id uuid, turn_id uuid, from_seq bigint, to_seq bigint, business_version int, pack text,
  clock_at timestamptz, reopened int, contact_id uuid, phone text, bsuid text, owner_kind text, owner_person text,
  owner_version int, state jsonb, window_closes_at timestamptz, inputs json
) language sql stable as $$
  select t.channel_id, t.conversation_id, t.turn_id, t.from_seq, t.to_seq, t.business_version, t.pack, t.clock_at,
         t.reopened, v.contact_id, v.phone, v.bsuid, v.owner_kind, v.owner_person, v.owner_version, v.state,
         v.window_closes_at,
         (select coalesce(json_agg(json_build_object(
                   'seq', i.seq, 'messageId', i.message_id, 'content', i.content,
                   'at', round(date_part('epoch', i.said_at) * 1000)::bigint) order by i.seq), '[]')
            from inbox i
           where i.channel_id = t.channel_id and i.conversation_id = t.conversation_id
             and i.seq between t.from_seq and t.to_seq)
    from (select * from turns r where r.channel_id = p_channel and r.turn_id = p_turn offset 0) t
   cross join lateral (
     select * from conversations o where o.channel_id = t.channel_id and o.conversation_id = t.conversation_id
     offset 0) v
$$;

drop function close_turns(
  text[], uuid[], uuid[], bigint[], bigint[], bool[],
  bool[], jsonb[], bool[], timestamptz[], jsonb[],
  jsonb[], jsonb[], int[], jsonb[], jsonb[],
  jsonb[], jsonb[], jsonb[], jsonb[]
);

-- Commits turns, each fenced by its epoch. Returns for each 'closed', 'grown' or 'fenced'; only for
-- the first anything was written.
-- The p_l arrays: the lines of all turns; p_l_turns: each one's turn, from 1; p_l_places: its place among the
-- turn's lines, from 0. The p_q arrays: those of them that are sent, in the same way.
create function close_turns(
  p_channels text[], p_conversations uuid[], p_turns uuid[], p_epochs bigint[], p_to bigint[], p_may_grow bool[],
  p_more_waited bool[], p_states jsonb[], p_hands_off bool[], p_windows timestamptz[], p_events jsonb[],
  p_outcomes jsonb[], p_verdicts jsonb[], p_lines int[],
  p_l_turns int[], p_l_places int[], p_l_authors text[], p_l_people text[], p_l_contents jsonb[],
  p_l_said_at timestamptz[], p_l_message_ids text[], p_l_outbox_ids uuid[], p_l_hidden bool[],
  p_q_turns int[], p_q_places int[], p_q_outbox_ids uuid[], p_q_drafts jsonb[], p_q_recipients jsonb[],
  p_q_priorities int[],
  p_set_timers jsonb[], p_clear_timers jsonb[], p_alarms jsonb[], p_hide jsonb[], p_tickets jsonb[]
) returns text[] language plpgsql as $$
declare
  boxes tid[];
  talks tid[];
  runs tid[];
  positions bigint[];
  closed_as text[];
begin
  select array_agg(j.place order by j.n), array_agg(j.next_position order by j.n), array_agg(j.what order by j.n)
    into boxes, positions, closed_as
    from (
      select c.n, m.place, m.next_position,
             case when m.epoch is distinct from c.its_epoch then 'fenced'
                  when c.may_grow and m.next_seq - 1 > c.last_seq then 'grown'
                  else 'closed' end as what
        from unnest(p_channels, p_conversations, p_epochs, p_to, p_may_grow) with ordinality
          as c (channel, conversation, its_epoch, last_seq, may_grow, n)
        left join lateral (
          select b.ctid as place, b.epoch, b.next_seq, b.next_position from mailboxes b
           where b.channel_id = c.channel and b.conversation_id = c.conversation
          offset 0 for update) m on true) j;
  select array_agg(v.place order by c.n), array_agg(t.place order by c.n) into talks, runs
    from unnest(p_channels, p_conversations, p_turns, closed_as) with ordinality
      as c (channel, conversation, turn, what, n)
    left join lateral (
      select o.ctid as place from conversations o
       where o.channel_id = c.channel and o.conversation_id = c.conversation and c.what = 'closed'
      offset 0 for update) v on true
    left join lateral (
      select r.ctid as place from turns r
       where r.channel_id = c.channel and r.turn_id = c.turn and c.what = 'closed'
      offset 0 for update) t on true;
  update mailboxes b
     set handled_seq = c.last_seq, open_turn = null, attempts = 0, lease_until = null, lease_node = null,
         next_position = b.next_position + c.lines,
         wake_at = case when b.next_seq - 1 > c.last_seq then case when c.more_waited then now() else b.wake_at end end
    from unnest(boxes, closed_as, p_to, p_lines, p_more_waited) as c (place, what, last_seq, lines, more_waited)
   where b.ctid = c.place and c.what = 'closed';
  update conversations o
     set state = c.its_state, last_activity_at = now(),
         window_closes_at = greatest(o.window_closes_at, c.closes_at),
         owner_kind = case when c.hands_off then 'people' else o.owner_kind end,
         owner_person = case when c.hands_off then null else o.owner_person end,
         owner_version = o.owner_version + case when c.hands_off then 1 else 0 end
    from unnest(talks, p_states, p_hands_off, p_windows) as c (place, its_state, hands_off, closes_at)
   where o.ctid = c.place;
  update turns r set events = c.its_events, outcome = c.its_outcome, verdict = c.its_verdict, closed_at = now()
    from unnest(runs, p_events, p_outcomes, p_verdicts) as c (place, its_events, its_outcome, its_verdict)
   where r.ctid = c.place;
  insert into outbox (channel_id, outbox_id, conversation_id, ordinal, turn_id, draft, recipient, priority)
  select p_channels[q.t], q.id, p_conversations[q.t], positions[q.t] + q.k, p_turns[q.t], q.its_draft, q.its_recipient,
         q.its_priority
    from unnest(p_q_turns, p_q_places, p_q_outbox_ids, p_q_drafts, p_q_recipients, p_q_priorities)
      as q (t, k, id, its_draft, its_recipient, its_priority)
   where closed_as[q.t] = 'closed';
  insert into messages (channel_id, conversation_id, position, author, person, content, said_at, message_id,
                        outbox_id, turn_id, hidden_at)
  select p_channels[l.t], p_conversations[l.t], positions[l.t] + l.k, l.its_author, l.its_person, l.its_content,
         l.its_said_at, l.its_message_id, l.its_outbox_id, p_turns[l.t], case when l.is_hidden then now() end
    from unnest(p_l_turns, p_l_places, p_l_authors, p_l_people, p_l_contents, p_l_said_at, p_l_message_ids,
                p_l_outbox_ids, p_l_hidden)
      as l (t, k, its_author, its_person, its_content, its_said_at, its_message_id, its_outbox_id, is_hidden)
   where closed_as[l.t] = 'closed';
  if num_nonnulls(variadic p_hide) > 0 then
    perform hide_messages(c.channel, c.conversation, c.hide)
       from unnest(p_channels, p_conversations, p_hide, closed_as) as c (channel, conversation, hide, what)
      where c.what = 'closed' and c.hide is not null;
  end if;
  if num_nonnulls(variadic p_set_timers) > 0 then
    insert into timers (channel_id, conversation_id, name, due_at)
    select c.channel, c.conversation, t->>'name', to_timestamp((t->>'dueAt')::bigint / 1000.0)
      from unnest(p_channels, p_conversations, p_set_timers, closed_as) as c (channel, conversation, set_timers, what)
     cross join lateral jsonb_array_elements(c.set_timers) as t
     where c.what = 'closed'
    on conflict (channel_id, conversation_id, name) do update set due_at = excluded.due_at;
  end if;
  if num_nonnulls(variadic p_clear_timers) > 0 then
    perform clear_timers(c.channel, c.conversation, c.names)
       from unnest(p_channels, p_conversations, p_clear_timers, closed_as) as c (channel, conversation, names, what)
      where c.what = 'closed' and c.names is not null;
  end if;
  if num_nonnulls(variadic p_alarms) > 0 then
    insert into alarms (channel_id, conversation_id, kind, about)
    select c.channel, c.conversation, a->>'kind', a->>'about'
      from unnest(p_channels, p_conversations, p_alarms, closed_as) as c (channel, conversation, its_alarms, what)
     cross join lateral jsonb_array_elements(c.its_alarms) as a
     where c.what = 'closed';
  end if;
  if num_nonnulls(variadic p_tickets) > 0 then
    insert into tickets (channel_id, conversation_id, turn_id, topic, reason, priority, team, language, why)
    select c.channel, c.conversation, c.turn, c.ticket->>'topic', c.ticket->>'reason', c.ticket->>'priority',
           c.ticket->>'team', c.ticket->>'language', c.ticket->>'why'
      from unnest(p_channels, p_conversations, p_turns, p_tickets, closed_as)
        as c (channel, conversation, turn, ticket, what)
     where c.what = 'closed' and c.ticket is not null;
  end if;
  return closed_as;
end $$;

drop function mark_drafts(text[], uuid[], text[], jsonb[], float8[], uuid[], real[]);

-- Writes what the sender decided of drafts that its transaction has locked; p_places: where they stand, which
-- they do not leave while they are locked.
create function mark_drafts(
  p_places tid[], p_outbox_ids uuid[], p_kinds text[], p_clearances jsonb[], p_delays_ms float8[]
) returns void language sql as $$
  update outbox o
     set status = case k.kind when 'later' then o.status else k.kind end,
         attempts = o.attempts + case k.kind when 'sending' then 1 else 0 end,
         marked_at = case k.kind when 'sending' then now() else o.marked_at end,
         due_at = case k.kind when 'later' then now() + k.delay_ms * interval '1 ms' else o.due_at end,
         clearance = coalesce(k.its_clearance, o.clearance)
    from unnest(p_places, p_outbox_ids, p_kinds, p_clearances, p_delays_ms) as k (place, id, kind, its_clearance, delay_ms)
   where o.ctid = k.place and o.outbox_id = k.id
$$;

drop function record_sends(text[], uuid[], text[], text[], float8[], jsonb[], bool[], timestamptz[]);

-- Records what came of sends. A row that is no longer `sending` was settled by a status that came
-- before, and keeps it; one that had become unknown meanwhile is settled by an acceptance, which
-- takes up statuses that came before it. Each send counts for its person's pace: p_pace tokens a second,
-- p_burst at most. No other send to a person begins between the mark and this record.
create function record_sends(
  p_channels text[], p_outbox_ids uuid[], p_kinds text[], p_message_ids text[], p_delays_ms float8[], p_errors jsonb[],
  p_by_agent bool[], p_clock_at timestamptz, p_pace float8, p_burst float8
) returns void language plpgsql as $$
declare
  sends tid[];
  ranks smallint[];
  conversations_of uuid[];
  talks tid[];
  spoke tid[];
begin
  select array_agg(o.place order by r.n), array_agg(s.its_rank order by r.n),
         array_agg(o.conversation_id order by r.n)
    into sends, ranks, conversations_of
    from unnest(p_channels, p_outbox_ids, p_message_ids) with ordinality as r (channel, id, message, n)
    left join lateral (
      select d.ctid as place, d.conversation_id from outbox d
       where d.channel_id = r.channel and d.outbox_id = r.id and d.status in ('sending', 'accepted', 'unknown')
      offset 0 for update) o on true
    left join lateral (
      select max(delivery_rank(status)) as its_rank from statuses
       where channel_id = r.channel and message_id = r.message) s on true;
  update outbox o
     set status = case when o.status = 'sending' or (o.status = 'unknown' and r.kind = 'accepted')
                       then r.kind else o.status end,
         message_id = coalesce(r.message, o.message_id),
         accepted_at = case when r.kind = 'accepted' then coalesce(o.accepted_at, now()) else o.accepted_at end,
         due_at = case r.kind when 'retry' then now() + r.delay_ms * interval '1 ms' else o.due_at end,
         error = coalesce(r.its_error, o.error),
         delivery_rank = greatest(o.delivery_rank, r.its_rank)
    from unnest(sends, p_kinds, p_message_ids, p_delays_ms, p_errors, ranks)
      as r (place, kind, message, delay_ms, its_error, its_rank)
   where o.ctid = r.place;
  select array_agg(v.place), array_agg(v.place) filter (where r.kind = 'accepted' and r.by_agent) into talks, spoke
    from unnest(p_channels, conversations_of, p_kinds, p_by_agent) as r (channel, conversation, kind, by_agent)
   cross join lateral (
     select c.ctid as place from conversations c
      where c.channel_id = r.channel and c.conversation_id = r.conversation
     offset 0 for no key update) v;
  update conversations c
     set pace_tokens = least(p_burst, c.pace_tokens + date_part('epoch', now() - c.pace_at) * p_pace) - 1,
         pace_at = now(),
         agent_last_spoke_at = case when c.ctid = any (spoke) then greatest(c.agent_last_spoke_at, p_clock_at)
                                    else c.agent_last_spoke_at end
   where c.ctid = any (talks);
end $$;
