-- Tables whose files are read again while customers go on with what is in them.

-- What the file said of a row when it was last read; null for what came about in a chat.
alter table orders add column imported jsonb;
alter table catalogue add column imported jsonb;
alter table appointments add column imported jsonb;
create index appointments_imported on appointments ((imported ->> 'key')) where imported is not null;

-- A resource that the file no longer has: nothing new is booked on it.
alter table resources add column retired_at timestamptz;

-- Only people, or the business's own systems, say that an order is paid.
alter table orders drop constraint orders_payment_status_check;
update orders set payment_status = 'unpaid' where payment_status = 'pending';
alter table orders add constraint orders_payment_status_check check (payment_status in ('unpaid', 'paid', 'refunded'));

-- What customers were told of their orders' payments, so that nobody is told twice. `why`: why it was not sent.
create table order_news (
  news_key     text primary key,
  order_number text not null references orders on update cascade on delete cascade,
  about        text not null check (about in ('paid', 'refunded')),
  outcome      text not null check (outcome in ('queued', 'not-sent')),
  why          text,
  recorded_at  timestamptz not null,
  check ((outcome = 'not-sent') = (why is not null))
);
