-- The engine's tables. channel_id leads the key of every hot table: a number is a channel, and
-- Meta caps a number at 1,000 messages a second, so a channel is also the unit to spread by.
-- Two clocks: leases, retries and due times of sends are the database's now(); what a rule of
-- WhatsApp or of the business speaks about (windows, timers, when something was said) comes from
-- the clock port as a value.

create table business_versions (
  version      integer generated always as identity primary key,
  content      jsonb not null,
  content_hash text not null,
  published_at timestamptz not null default now()
);

create table channels (
  channel_id   text primary key,
  kind         text not null,
  address      text not null,               -- on WhatsApp, Meta's phone_number_id
  display_name text not null,
  secrets      bytea not null,              -- sealed with the deployment's secret key
  paused_why   text,
  created_at   timestamptz not null default now()
);

-- Tokens of Meta's throughput limit, leased to nodes in slices.
create table number_budgets (
  channel_id      text primary key references channels,
  rate_per_second double precision not null,
  tokens          double precision not null,
  refilled_at     timestamptz not null default now()
) with (fillfactor = 50);

create table contacts (
  contact_id   uuid primary key,
  profile_name text,
  username     text,
  merged_into  uuid references contacts,
  created_at   timestamptz not null default now()
);

create table conversations (
  channel_id          text not null,
  conversation_id     uuid not null,
  contact_id          uuid not null references contacts,
  phone               text,                 -- as Meta sends it; never stripped, may be missing
  bsuid               text,
  owner_kind          text not null default 'agent' check (owner_kind in ('agent', 'people', 'nobody')),
  owner_person        text,
  owner_version       integer not null default 1,
  state               jsonb,
  window_closes_at    timestamptz,
  agent_last_spoke_at timestamptz,
  pace_tokens         real not null default 45,
  pace_at             timestamptz not null default now(),
  last_activity_at    timestamptz not null default now(),
  created_at          timestamptz not null default now(),
  primary key (channel_id, conversation_id)
) with (fillfactor = 70);
create index conversations_contact on conversations (contact_id);
create index conversations_activity on conversations (last_activity_at desc);

-- (channel, kind, value) finds the conversation; resolved at ingress, cached by every node.
create table identities (
  channel_id      text not null,
  kind            text not null check (kind in ('bsuid', 'phone')),
  value           text not null,
  conversation_id uuid not null,
  contact_id      uuid not null references contacts,
  created_at      timestamptz not null default now(),
  primary key (channel_id, kind, value)
);
create index identities_value on identities (kind, value);

-- One row a conversation: its sequence, its cursor, its lease. Everything that moves a
-- conversation takes this row's lock.
create table mailboxes (
  channel_id      text not null,
  conversation_id uuid not null,
  next_seq        bigint not null default 1,
  handled_seq     bigint not null default 0,
  next_position   bigint not null default 1,
  wake_at         timestamptz,
  waiting_since   timestamptz,
  lease_until     timestamptz,
  lease_node      text,
  epoch           bigint not null default 0,
  open_turn       uuid,
  attempts        integer not null default 0,
  primary key (channel_id, conversation_id)
) with (fillfactor = 50);
create index mailboxes_due on mailboxes (wake_at) where wake_at is not null;
create index mailboxes_leased on mailboxes (lease_node) where lease_node is not null;

create table dedupe (
  channel_id  text not null,
  message_id  text not null,
  received_at timestamptz not null default now(),
  primary key (channel_id, message_id)
);
create index dedupe_received on dedupe using brin (received_at);

create table inbox (
  channel_id      text not null,
  conversation_id uuid not null,
  seq             bigint not null,
  message_id      text not null,
  said_at         timestamptz not null,
  content         jsonb not null,
  raw             jsonb,
  received_at     timestamptz not null default now(),
  primary key (channel_id, conversation_id, seq)
);

create table turns (
  channel_id       text not null,
  turn_id          uuid not null,
  conversation_id  uuid not null,
  from_seq         bigint not null,
  to_seq           bigint not null,
  business_version integer not null,
  pack             text not null,
  clock_at         timestamptz not null,
  reopened         integer not null default 0,
  events           jsonb,
  outcome          jsonb,
  verdict          jsonb,
  opened_at        timestamptz not null default now(),
  closed_at        timestamptz,
  primary key (channel_id, turn_id)
);
-- Led by what is selective: an index led by channel_id is as good as the key to a planner without statistics.
create unique index turns_range on turns (conversation_id, from_seq, channel_id);

-- Calls with effects or a price: committed as started before, settled after.
create table journal (
  channel_id text not null,
  turn_id    uuid not null,
  call_key   text not null,
  call       jsonb not null,
  result     jsonb,
  started_at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (channel_id, turn_id, call_key)
);

create table outbox (
  channel_id      text not null,
  outbox_id       uuid not null,
  conversation_id uuid not null,
  ordinal         bigint not null,          -- the timeline position; order within the conversation
  turn_id         uuid,
  draft           jsonb not null,
  recipient       jsonb not null,           -- bound when the draft was made, rechecked at send
  priority        smallint not null,
  status          text not null default 'queued'
    check (status in ('queued', 'sending', 'retry', 'accepted', 'failed', 'unknown', 'refused')),
  due_at          timestamptz not null default now(),
  attempts        integer not null default 0,
  marked_at       timestamptz,
  message_id      text,                     -- Meta's, once accepted
  accepted_at     timestamptz,
  delivery_rank   smallint not null default 0,  -- 0 none, 1 sent, 2 delivered, 3 read, 4 played
  pricing         jsonb,                    -- what Meta said it costs
  clearance       jsonb,
  error           jsonb,
  told_at         timestamptz,              -- when a person was told of an unsettled unknown
  created_at      timestamptz not null default now(),
  primary key (channel_id, outbox_id)
) with (fillfactor = 60);
create index outbox_due on outbox (priority, due_at) where status in ('queued', 'retry');
create index outbox_unfinished on outbox (conversation_id, ordinal, channel_id)
  where status in ('queued', 'retry', 'sending', 'unknown');
create index outbox_in_flight on outbox (marked_at) where status in ('sending', 'unknown');
create index outbox_message on outbox (message_id, channel_id) where message_id is not null;

-- No foreign key: a status may come before its send is recorded.
create table statuses (
  channel_id  text not null,
  message_id  text not null,
  status      text not null,
  outbox_id   uuid,
  said_at     timestamptz not null,
  body        jsonb not null,
  received_at timestamptz not null default now(),
  primary key (channel_id, message_id, status)
);

-- What people see. xid lets a live feed read what has committed without gaps.
create table messages (
  channel_id      text not null,
  conversation_id uuid not null,
  position        bigint not null,
  author          text not null check (author in ('customer', 'agent', 'person', 'system', 'event')),
  person          text,
  content         jsonb not null,
  said_at         timestamptz not null,
  message_id      text,
  outbox_id       uuid,
  turn_id         uuid,
  hidden_at       timestamptz,
  xid             xid8 not null default pg_current_xact_id(),
  primary key (channel_id, conversation_id, position)
);
create index messages_xid on messages (xid);

create table timers (
  channel_id      text not null,
  conversation_id uuid not null,
  name            text not null,
  due_at          timestamptz not null,     -- the clock port's time
  primary key (channel_id, conversation_id, name)
);
create index timers_due on timers (due_at);

create table alarms (
  alarm_id        bigint generated always as identity primary key,
  channel_id      text,
  conversation_id uuid,
  kind            text not null,
  about           text not null,
  raised_at       timestamptz not null default now(),
  cleared_at      timestamptz
);
create index alarms_open on alarms (raised_at) where cleared_at is null;

-- What Meta sent that belongs to no channel of ours, or to no conversation: kept, counted, shown.
create table unrouted (
  unrouted_id bigint generated always as identity primary key,
  reason      text not null,
  field       text,
  address     text,
  body        jsonb not null,
  received_at timestamptz not null default now()
);

-- Service messages delivered a calendar month and number: the free allowance.
create table usage (
  channel_id        text not null,
  month             date not null,
  service_delivered integer not null default 0,
  primary key (channel_id, month)
) with (fillfactor = 50);
