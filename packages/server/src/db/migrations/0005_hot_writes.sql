-- The hot writes as functions of a few plain steps, each over all rows of the call.
--
-- As one statement of many joins they were planned while the tables were empty, and a connection
-- keeps its plans: later such a plan read the whole outbox, or all turns, and the cost of a reply
-- grew with all that had ever been said. So no step here leaves the planner a choice: rows are found
-- one by one by their whole key (a lateral subquery with `offset 0`, which it does not reorder),
-- locked, and then written by their place (ctid, which stays while the row is locked).
--
-- All take their rows sorted by the caller, so that two nodes never wait for each other in a ring.

-- What these checks forbid, the program cannot write (its types are closed unions, parsed again on
-- the way out), and each was read from the catalogue and compiled again by every single write.
alter table conversations drop constraint conversations_owner_kind_check;
alter table outbox drop constraint outbox_status_check;
alter table messages drop constraint messages_author_check;

-- Opens the turns of freshly claimed mailboxes, freezing range, business version, pack and time; a
-- turn that was open already (p_open) comes back as it was. Each comes with its messages and with
-- the conversation's facts of now; a mailbox that is no longer the caller's opens none.
create function open_turns(
  p_channels text[], p_conversations uuid[], p_epochs bigint[], p_turns uuid[], p_from bigint[], p_to bigint[],
  p_open uuid[], p_business_version int, p_pack text, p_clock_at timestamptz
) returns table (
  channel_id text, conversation_id uuid, turn_id uuid, from_seq bigint, to_seq bigint, business_version int, pack text,
  clock_at timestamptz, reopened int, contact_id uuid, phone text, bsuid text, owner_kind text, owner_person text,
  owner_version int, state jsonb, window_closes_at timestamptz, inputs jsonb
) language plpgsql as $$
#variable_conflict use_column
declare
  boxes tid[];
begin
  select array_agg(m.place order by c.n) into boxes
    from unnest(p_channels, p_conversations, p_epochs) with ordinality as c (channel, conversation, its_epoch, n)
    left join lateral (
      select b.ctid as place from mailboxes b
       where b.channel_id = c.channel and b.conversation_id = c.conversation and b.epoch = c.its_epoch
      offset 0 for update) m on true;
  update mailboxes b set open_turn = c.turn
    from unnest(boxes, p_turns, p_open) as c (place, turn, open)
   where b.ctid = c.place and c.open is null;
  insert into turns (channel_id, turn_id, conversation_id, from_seq, to_seq, business_version, pack, clock_at)
  select c.channel, c.turn, c.conversation, c.first_seq, c.last_seq, p_business_version, p_pack, p_clock_at
    from unnest(boxes, p_channels, p_turns, p_conversations, p_from, p_to, p_open)
      as c (place, channel, turn, conversation, first_seq, last_seq, open)
   where c.place is not null and c.open is null;
  return query
    select t.*
      from unnest(boxes, p_channels, p_turns, p_open) as c (place, channel, turn, open)
     cross join lateral turns_with_inputs(c.channel, coalesce(c.open, c.turn)) t
     where c.place is not null or c.open is not null;
end $$;

-- A turn with its messages and with the conversation's facts of now.
create function turns_with_inputs(p_channel text, p_turn uuid) returns table (
  channel_id text, conversation_id uuid, turn_id uuid, from_seq bigint, to_seq bigint, business_version int, pack text,
  clock_at timestamptz, reopened int, contact_id uuid, phone text, bsuid text, owner_kind text, owner_person text,
  owner_version int, state jsonb, window_closes_at timestamptz, inputs jsonb
) language sql stable as $$
  select t.channel_id, t.conversation_id, t.turn_id, t.from_seq, t.to_seq, t.business_version, t.pack, t.clock_at,
         t.reopened, v.contact_id, v.phone, v.bsuid, v.owner_kind, v.owner_person, v.owner_version, v.state,
         v.window_closes_at,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'seq', i.seq, 'messageId', i.message_id, 'content', i.content,
                   'at', (extract(epoch from i.said_at) * 1000)::bigint) order by i.seq), '[]')
            from inbox i
           where i.channel_id = t.channel_id and i.conversation_id = t.conversation_id
             and i.seq between t.from_seq and t.to_seq)
    from (select * from turns r where r.channel_id = p_channel and r.turn_id = p_turn offset 0) t
   cross join lateral (
     select * from conversations o where o.channel_id = t.channel_id and o.conversation_id = t.conversation_id
     offset 0) v
$$;

-- Commits turns, each fenced by its epoch. Returns for each 'closed', 'grown' or 'fenced'; only for
-- the first anything was written.
create function close_turns(
  p_channels text[], p_conversations uuid[], p_turns uuid[], p_epochs bigint[], p_to bigint[], p_may_grow bool[],
  p_more_waited bool[], p_states jsonb[], p_hands_off bool[], p_windows timestamptz[], p_events jsonb[],
  p_outcomes jsonb[], p_verdicts jsonb[], p_lines int[], p_entries jsonb[], p_set_timers jsonb[],
  p_clear_timers jsonb[], p_alarms jsonb[], p_hide jsonb[]
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
  with lines as (
    select c.channel, c.conversation, c.turn, c.first_position + e.k - 1 as position, e.entry,
           (e.entry->'queued'->>'outboxId')::uuid as outbox_id
      from unnest(p_channels, p_conversations, p_turns, positions, p_entries, closed_as)
        as c (channel, conversation, turn, first_position, entries, what)
     cross join lateral jsonb_array_elements(c.entries) with ordinality as e (entry, k)
     where c.what = 'closed'
  ), queued as (
    insert into outbox (channel_id, outbox_id, conversation_id, ordinal, turn_id, draft, recipient, priority)
    select channel, outbox_id, conversation, position, turn, entry->'queued'->'draft', entry->'queued'->'recipient',
           case entry->'queued'->'draft'->>'priority' when 'reply' then 0 when 'notice' then 1 else 2 end
      from lines where outbox_id is not null
  )
  insert into messages (channel_id, conversation_id, position, author, person, content, said_at, message_id,
                        outbox_id, turn_id, hidden_at)
  select channel, conversation, position, entry->>'author', entry->>'person', entry->'content',
         to_timestamp((entry->>'at')::bigint / 1000.0), entry->>'messageId', outbox_id, turn,
         case when (entry->>'hidden')::bool then now() end
    from lines;
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
  return closed_as;
end $$;

-- Messages of one conversation that people no longer see. p_message_ids: a JSON list.
create function hide_messages(p_channel text, p_conversation uuid, p_message_ids jsonb) returns void
language sql as $$
  update messages set hidden_at = now()
   where channel_id = p_channel and conversation_id = p_conversation
     and message_id = any (array(select jsonb_array_elements_text(p_message_ids)))
$$;

-- p_names: a JSON list.
create function clear_timers(p_channel text, p_conversation uuid, p_names jsonb) returns void
language sql as $$
  delete from timers
   where channel_id = p_channel and conversation_id = p_conversation
     and name = any (array(select jsonb_array_elements_text(p_names)))
$$;

-- Writes what the sender decided of drafts that it has locked, with their conversations.
create function mark_drafts(
  p_channels text[], p_outbox_ids uuid[], p_kinds text[], p_clearances jsonb[], p_delays_ms float8[],
  p_conversations uuid[], p_paces real[]
) returns void language plpgsql as $$
declare
  drafts tid[];
  talks tid[];
begin
  select array_agg(o.place order by k.n), array_agg(v.place order by k.n) into drafts, talks
    from unnest(p_channels, p_outbox_ids, p_conversations, p_kinds) with ordinality
      as k (channel, id, conversation, kind, n)
    left join lateral (
      select d.ctid as place from outbox d where d.channel_id = k.channel and d.outbox_id = k.id
      offset 0 for no key update) o on true
    left join lateral (
      select c.ctid as place from conversations c
       where c.channel_id = k.channel and c.conversation_id = k.conversation and k.kind = 'sending'
      offset 0 for no key update) v on true;
  update outbox o
     set status = case k.kind when 'later' then o.status else k.kind end,
         attempts = o.attempts + case k.kind when 'sending' then 1 else 0 end,
         marked_at = case k.kind when 'sending' then now() else o.marked_at end,
         due_at = case k.kind when 'later' then now() + k.delay_ms * interval '1 ms' else o.due_at end,
         clearance = coalesce(k.its_clearance, o.clearance)
    from unnest(drafts, p_kinds, p_clearances, p_delays_ms) as k (place, kind, its_clearance, delay_ms)
   where o.ctid = k.place;
  -- One draft of a conversation is due at a time, so no row is written twice.
  update conversations c set pace_tokens = k.pace - 1, pace_at = now()
    from unnest(talks, p_paces) as k (place, pace)
   where c.ctid = k.place;
end $$;

-- Records what came of sends. A row that is no longer `sending` was settled by a status that came
-- before, and keeps it; one that had become unknown meanwhile is settled by an acceptance, which
-- takes up statuses that came before it.
create function record_sends(
  p_channels text[], p_outbox_ids uuid[], p_kinds text[], p_message_ids text[], p_delays_ms float8[], p_errors jsonb[],
  p_by_agent bool[], p_clock_at timestamptz[]
) returns void language plpgsql as $$
declare
  sends tid[];
  ranks smallint[];
  conversations_of uuid[];
  talks tid[];
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
  select array_agg(v.place) into talks
    from unnest(p_channels, conversations_of, p_kinds, p_by_agent) as r (channel, conversation, kind, by_agent)
   cross join lateral (
     select c.ctid as place from conversations c
      where c.channel_id = r.channel and c.conversation_id = r.conversation and r.kind = 'accepted' and r.by_agent
     offset 0 for no key update) v;
  -- All of them were accepted just now: the newest moment of the call will do for each.
  update conversations c
     set agent_last_spoke_at = greatest(c.agent_last_spoke_at, (select max(at) from unnest(p_clock_at) as at))
   where c.ctid = any (talks);
end $$;

create function delivery_rank(p_status text) returns smallint language sql immutable as $$
  select (case p_status when 'sent' then 1 when 'delivered' then 2 when 'read' then 3 when 'played' then 4
                        else 0 end)::smallint
$$;

-- Stores statuses and moves the messages they speak of forward, never back. A status that was stored
-- before moves nothing that it has not moved already. Returns the messages that have just turned out
-- to have failed.
-- The p_m arrays: each message once, with what all its statuses together come to.
create function apply_statuses(
  p_channels text[], p_message_ids text[], p_statuses text[], p_outbox_ids uuid[], p_said_at timestamptz[],
  p_bodies jsonb[], p_m_channels text[], p_m_outbox_ids uuid[], p_m_message_ids text[], p_m_ranks smallint[],
  p_m_failed bool[], p_m_pricings jsonb[], p_m_codes int[], p_m_reasons text[], p_m_said_at timestamptz[]
) returns table (channel_id text, conversation_id uuid, outbox_id uuid, code int, reason text)
language plpgsql as $$
#variable_conflict use_column
declare
  sends tid[];
  ids uuid[];
  conversations_of uuid[];
  statuses_before text[];
  ranks_before smallint[];
  pricings_before jsonb[];
begin
  insert into statuses (channel_id, message_id, status, outbox_id, said_at, body)
  select * from unnest(p_channels, p_message_ids, p_statuses, p_outbox_ids, p_said_at, p_bodies)
  on conflict do nothing;
  if array_position(p_m_outbox_ids, null) is not null then
    -- Statuses of messages that Meta gave no data of ours back with.
    select array_agg(coalesce(m.id, o.outbox_id) order by m.n) into p_m_outbox_ids
      from unnest(p_m_channels, p_m_outbox_ids, p_m_message_ids) with ordinality as m (channel, id, message, n)
      left join lateral (
        select d.outbox_id from outbox d
         where m.id is null and d.message_id = m.message and d.channel_id || '' = m.channel
        offset 0) o on true;
  end if;
  select array_agg(o.place order by m.n), array_agg(o.conversation_id order by m.n),
         array_agg(o.status order by m.n), array_agg(o.delivery_rank order by m.n), array_agg(o.pricing order by m.n)
    into sends, conversations_of, statuses_before, ranks_before, pricings_before
    from unnest(p_m_channels, p_m_outbox_ids) with ordinality as m (channel, id, n)
    left join lateral (
      select d.ctid as place, d.conversation_id, d.status, d.delivery_rank, d.pricing from outbox d
       where d.channel_id = m.channel and d.outbox_id = m.id
      offset 0 for update) o on true;
  update outbox o
     set delivery_rank = greatest(o.delivery_rank, m.its_rank),
         message_id = coalesce(o.message_id, m.message),
         status = case when m.failed then 'failed'
                       when o.status in ('sending', 'unknown') then 'accepted' else o.status end,
         accepted_at = coalesce(o.accepted_at, now()),
         pricing = coalesce(m.its_pricing, o.pricing),
         error = case when m.failed then jsonb_build_object('code', m.its_code, 'reason', m.its_reason)
                      else o.error end
    from unnest(sends, p_m_message_ids, p_m_ranks, p_m_failed, p_m_pricings, p_m_codes, p_m_reasons)
      as m (place, message, its_rank, failed, its_pricing, its_code, its_reason)
   where o.ctid = m.place;
  insert into usage (channel_id, month, service_delivered)
  select m.channel, date_trunc('month', m.said at time zone 'UTC')::date, count(*)
    from unnest(sends, p_m_channels, p_m_ranks, ranks_before, p_m_pricings, pricings_before, p_m_said_at)
      as m (place, channel, its_rank, rank_before, its_pricing, pricing_before, said)
   where m.place is not null and m.rank_before < 2 and m.its_rank >= 2
     and coalesce(m.its_pricing, m.pricing_before)->>'category' = 'service'
   group by 1, 2 order by 1, 2
  on conflict (channel_id, month) do update
     set service_delivered = usage.service_delivered + excluded.service_delivered;
  return query
    select m.channel, m.conversation, m.id, m.its_code, m.its_reason
      from unnest(sends, p_m_channels, conversations_of, p_m_outbox_ids, p_m_failed, statuses_before, p_m_codes,
                  p_m_reasons)
        as m (place, channel, conversation, id, failed, status_before, its_code, its_reason)
     where m.place is not null and m.failed and m.status_before <> 'failed';
end $$;
