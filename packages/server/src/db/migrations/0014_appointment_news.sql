-- What customers are told of appointments without having asked.

-- Loops of which one node at a time turns.
create table loop_leases (
  name         text primary key,
  holder       text not null,
  leased_until timestamptz not null
);

-- Each news of an appointment, whether it went out or not, so that nobody is told twice. `why`: why it was not sent.
create table appointment_news (
  news_key       text primary key,
  about          text not null check (about in ('reminder', 'moved', 'cancelled', 'offer')),
  appointment_id uuid references appointments on delete cascade,
  waiting_id     uuid references waiting_list on delete cascade,
  outcome        text not null check (outcome in ('queued', 'not-sent')),
  why            text,
  recorded_at    timestamptz not null,
  check ((outcome = 'not-sent') = (why is not null))
);
