-- Orders that customers follow, change, send back and place in a chat.

alter table orders
  alter column total type numeric(15, 3),    -- some currencies have three digits behind the point
  add column tracking_number  text,
  add column tracking_events  jsonb not null default '[]', -- the newest first
  add column delivered_at     date,
  add column delivery_address text,
  add column latitude         double precision,
  add column longitude        double precision,
  -- Who placed it in a chat.
  add column contact_id       text,
  add column contact_bsuid    text,
  add column fulfilment       text check (fulfilment in ('delivery', 'pick-up')),
  add column delivery_zone    text,
  add column delivery_fee     numeric(15, 3),
  add column payment          text check (payment in ('cash', 'transfer', 'link')),
  -- Only people, or the business's own systems, make it paid.
  add column payment_status   text check (payment_status in ('pending', 'paid')),
  -- The basket it was made of; one basket becomes one order, however often it is confirmed.
  add column cart_id          uuid unique,
  -- What it took from the catalogue, by sku, and would give back.
  add column stock_taken      jsonb not null default '{}';

create table order_returns (
  return_number text primary key,
  order_number  text not null references orders,
  requested_at  timestamptz not null,
  items         jsonb not null,
  reason        text not null,
  condition     text not null,
  contact_id    text not null
);
create index order_returns_order on order_returns (order_number);

-- What a customer has gathered. Prices and stock are looked up whenever it is shown.
create table carts (
  contact_id text primary key,
  cart_id    uuid not null default gen_random_uuid(),
  lines      jsonb not null default '[]',    -- sku and quantity, in the order they were asked for
  fulfilment jsonb,                          -- where it is to go, and what that costs
  changed_at timestamptz not null
);
