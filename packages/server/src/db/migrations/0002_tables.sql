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
  items             jsonb not null default '[]'
);

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

-- Customers write order numbers in their own way; only letters and digits count.
create index orders_plain_number on orders (upper(regexp_replace(order_number, '[^[:alnum:]]', '', 'g')));
