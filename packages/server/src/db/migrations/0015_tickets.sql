-- Hand-offs as people sort their work by them, and people who are interested in what a business sells.

create table tickets (
  ticket_id       bigint generated always as identity primary key,
  channel_id      text not null,
  conversation_id uuid not null,
  turn_id         uuid not null,
  topic           text,                     -- the task it is about
  reason          text not null check (reason in ('emergency', 'complaint', 'asked', 'unanswered', 'flow', 'trouble')),
  priority        text not null check (priority in ('urgent', 'high', 'normal', 'low')),
  team            text not null,
  language        text,
  why             text not null,
  opened_at       timestamptz not null default now(),
  taken_by        text,
  taken_at        timestamptz,
  closed_at       timestamptz               -- given back to the agent
);
create index tickets_open on tickets (channel_id, conversation_id) where closed_at is null;

create table leads (
  lead_id    bigint generated always as identity primary key,
  contact_id uuid not null references contacts,
  need       text not null,
  name       text,                          -- what they gave
  wanted     text,                          -- how soon, in the flow's words
  task       text,                          -- whose flow asked
  ad         text,                          -- the one they came through
  team       text not null,
  created_at timestamptz not null default now()
);
create index leads_contact on leads (contact_id);

drop function close_turns(
  text[], uuid[], uuid[], bigint[], bigint[], bool[],
  bool[], jsonb[], bool[], timestamptz[], jsonb[],
  jsonb[], jsonb[], int[], jsonb[], jsonb[],
  jsonb[], jsonb[], jsonb[]
);

-- Commits turns, each fenced by its epoch. Returns for each 'closed', 'grown' or 'fenced'; only for
-- the first anything was written.
create function close_turns(
  p_channels text[], p_conversations uuid[], p_turns uuid[], p_epochs bigint[], p_to bigint[], p_may_grow bool[],
  p_more_waited bool[], p_states jsonb[], p_hands_off bool[], p_windows timestamptz[], p_events jsonb[],
  p_outcomes jsonb[], p_verdicts jsonb[], p_lines int[], p_entries jsonb[], p_set_timers jsonb[],
  p_clear_timers jsonb[], p_alarms jsonb[], p_hide jsonb[], p_tickets jsonb[]
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
