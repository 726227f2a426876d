-- The built-in tables of a business that has no system of its own.

create table orders (
  order_number      text primary key,
  status            text not null,
  contact_phone     text,
  email             text,
  postcode          text,
  placed_at         date,
  expected_delivery date,
  carrier           text,
  tracking_url      text,
  total             numeric(12, 2),
  items             jsonb not null default '[]',
  -- Customers write order numbers in their own way: only letters and digits count, or digits alone.
  plain_number      text generated always as (upper(regexp_replace(order_number, '[^[:alnum:]]', '', 'g'))) stored,
  digits            text generated always as (regexp_replace(order_number, '[^0-9]', '', 'g')) stored
);
create index orders_plain_number on orders (plain_number);
create index orders_digits on orders (digits);

create table catalogue (
  sku    text primary key,
  record jsonb not null
);

-- What a tool with effects did under an idempotency key: a repeated call answers the same.
create table tool_effects (
  idempotency_key text primary key,
  tool            text not null,
  output          jsonb not null,
  happened_at     timestamptz not null default now()
);
