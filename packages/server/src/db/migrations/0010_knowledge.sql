-- What a business knows beside its files: pages of its web site, and answers to questions that had none.

-- Raised whenever what is known changes, so that nodes read it anew; no row before the first change.
create table knowledge_revision (
  only_row boolean primary key default true check (only_row),
  revision bigint not null default 0
);

-- One row a configured site: when it is due, who looks at it, and how the last look went.
create table knowledge_sites (
  site        text primary key,
  due_at      timestamptz not null default now(),
  leased_until timestamptz,
  looked_at   timestamptz,
  report      jsonb
);

create table knowledge_pages (
  site          text not null,
  url           text not null,
  title         text not null,
  markdown      text not null,
  language      text,
  etag          text,
  last_modified text,
  links         jsonb not null,
  content_hash  text not null,
  taken_at      timestamptz not null default now(),
  primary key (site, url)
);

-- Questions alike, personal data masked. An approved one, with its answer, is knowledge.
create table knowledge_suggestions (
  suggestion_id  bigint generated always as identity primary key,
  language       text not null,
  task           text not null,
  question       text not null,
  wordings       jsonb not null default '[]',
  asked          integer not null default 1,
  status         text not null default 'open' check (status in ('open', 'approved', 'declined')),
  answer         text,
  decided_by     text,
  decided_at     timestamptz,
  first_asked_at timestamptz not null,
  last_asked_at  timestamptz not null,
  check ((status = 'approved') = (answer is not null))
);

-- Which turns have been counted, so that none counts twice.
create table knowledge_questions (
  turn_id       text primary key,
  suggestion_id bigint not null references knowledge_suggestions on delete cascade,
  asked_at      timestamptz not null
);
create index knowledge_questions_suggestion on knowledge_questions (suggestion_id);
