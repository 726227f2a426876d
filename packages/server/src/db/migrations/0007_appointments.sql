-- Appointments of a business that has no calendar system of its own.

-- What can be booked. Booking, moving, cancelling and taking over a calendar's times lock its row.
create table resources (
  resource_id text primary key,
  resource_no integer not null unique,
  record      jsonb not null
);

create table appointments (
  appointment_id uuid primary key default gen_random_uuid(),
  reference      text not null,
  -- Customers write references in their own way: only letters and digits count.
  plain_reference text not null generated always as (upper(regexp_replace(reference, '[^[:alnum:]]', '', 'g'))) stored
    unique,
  resource_id    text not null references resources,
  resource_no    integer not null,
  service        text not null,
  status         text not null default 'booked' check (status in ('booked', 'cancelled')),
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  free_at        timestamptz not null,       -- with the time the resource is kept free afterwards
  people         integer not null check (people > 0),
  whole          boolean not null,           -- nobody else beside it
  name           text,
  contact_id     text,
  contact_phone  text,                       -- digits with country code
  contact_bsuid  text,
  email          text,
  sequence       integer not null default 0, -- raised with each change; what calendars compare
  created_at     timestamptz not null default now(),
  changed_at     timestamptz not null default now(),
  check (starts_at < ends_at and ends_at <= free_at),
  -- The last word on double booking, should a program ever forget the lock. A range of one number
  -- stands for the resource, as equality would need an extension.
  constraint appointments_no_double_booking exclude using gist (
    int4range(resource_no, resource_no, '[]') with &&, tstzrange(starts_at, free_at) with &&
  ) where (status = 'booked' and whole)
);
create index appointments_times on appointments (resource_id, free_at) where status = 'booked';
create index appointments_contact on appointments (contact_id, ends_at);
create index appointments_phone on appointments (contact_phone, ends_at);
create index appointments_bsuid on appointments (contact_bsuid, ends_at);

create table waiting_list (
  waiting_id    uuid primary key default gen_random_uuid(),
  joined_at     timestamptz not null,
  service       text not null,
  resource_id   text references resources,   -- null: any that offers the service
  people        integer not null check (people > 0),
  from_day      date not null,
  to_day        date not null,
  contact_id    text not null,
  contact_phone text,
  contact_bsuid text,
  status        text not null default 'waiting' check (status in ('waiting', 'offered', 'booked', 'lapsed')),
  -- What is offered. It is kept for them from the moment they are told until the offer ends.
  offered_resource_id text references resources,
  offered_start       timestamptz,
  offered_end         timestamptz,
  offered_free_at     timestamptz,
  offered_whole       boolean,
  told_at             timestamptz,
  offer_ends_at       timestamptz
);
create index waiting_list_turn on waiting_list (joined_at) where status in ('waiting', 'offered');
create index waiting_list_contact on waiting_list (contact_id);

-- The calendar collection that a resource is kept in step with.
create table calendar_links (
  resource_id text primary key references resources,
  url         text not null,
  -- The collection's state at the last look, as the server names it.
  revision    text,
  synced_at   timestamptz
);

-- Objects of those collections. `appointment_id` is null for what others put there.
create table calendar_objects (
  resource_id     text not null references resources,
  href            text not null,
  etag            text not null,
  appointment_id  uuid references appointments,
  pushed_sequence integer,                   -- of the appointment as it was last written there
  primary key (resource_id, href)
);
create index calendar_objects_appointment on calendar_objects (appointment_id);

-- When others' events take a resource.
create table busy_times (
  resource_id text not null,
  href        text not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null check (starts_at < ends_at),
  primary key (resource_id, href, starts_at, ends_at),
  foreign key (resource_id, href) references calendar_objects on delete cascade
);
create index busy_times_times on busy_times (resource_id, ends_at);
