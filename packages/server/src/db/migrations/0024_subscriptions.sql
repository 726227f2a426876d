-- What customers are subscribed to, for a business that has no system of its own.

create table subscriptions (
  subscription_id text primary key,
  contact_phone   text not null,             -- digits with country code
  plan            text not null,
  status          text not null check (status in ('active', 'paused', 'cancelled', 'expired')),
  price           numeric(15, 3),
  renews_on       date,
  ends_on         date,
  paused_from     date,
  paused_until    date,
  fields          jsonb not null default '{}',
  -- The first and last days of pauses that were settled in a chat.
  pauses          jsonb not null default '[]',
  -- What the file said of the row when it was last read.
  imported        jsonb,
  changed_at      timestamptz not null default now()
);
create index subscriptions_phone on subscriptions (contact_phone);
