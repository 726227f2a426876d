-- What models were asked, and what it cost: a row a call, paid even if its turn was fenced afterwards.
-- Budgets are held against the rows of a day of the business's calendar.
create table model_usage (
  usage_id      bigint generated always as identity primary key,
  channel_id    text not null,
  turn_id       uuid not null,
  call_key      text not null,
  contact_id    uuid not null,
  day           date not null,
  asked         text not null,
  model         text,                       -- which one answered; null: none did
  prompt_hash   text not null,
  outcome       text not null check (outcome in ('answered', 'failed')),
  input_tokens  integer not null,
  output_tokens integer not null,
  cost          double precision not null,  -- in the currency of the business
  at            timestamptz not null default now()
);
create index model_usage_day on model_usage (day, contact_id);
