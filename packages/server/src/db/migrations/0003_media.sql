-- Files that customers sent. Meta's addresses live five minutes and its ids seven days, so each is
-- copied to the blob store as soon as it arrives, by a job of its own: a message is never held up by
-- its file. due_at is also the lease of the node that copies it, by the database's clock.
create table media (
  channel_id      text not null,
  media_id        text not null,
  conversation_id uuid not null,
  message_id      text not null,
  status          text not null default 'wanted' check (status in ('wanted', 'copied', 'failed', 'given-up')),
  attempts        integer not null default 0,
  due_at          timestamptz not null default now(),
  blob_key        text,
  mime_type       text,
  bytes           bigint,
  sha256          text,
  error           text,
  wanted_at       timestamptz not null default now(),
  settled_at      timestamptz,
  primary key (channel_id, media_id),
  check (status <> 'copied' or (blob_key is not null and bytes is not null))
) with (fillfactor = 70);
create index media_due on media (due_at) where status in ('wanted', 'failed');
create index media_conversation on media (channel_id, conversation_id);
