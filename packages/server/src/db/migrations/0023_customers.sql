-- Customers as a business keeps them, for one that has no system of its own.

create table customers (
  phone      text primary key,               -- digits with country code, what they write from
  name       text,
  email      text,
  language   text,
  tags       jsonb not null default '[]',
  notes      text,                           -- for people only
  fields     jsonb not null default '{}',    -- what the business declares beside these
  -- Who wrote from the number first since it stands here. Whoever has the number later is somebody else.
  contact_id text,
  -- What the file said of the row when it was last read.
  imported   jsonb,
  changed_at timestamptz not null default now()
);
create index customers_contact on customers (contact_id) where contact_id is not null;
