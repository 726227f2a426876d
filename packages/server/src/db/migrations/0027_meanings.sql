-- What an encoder made of texts, so that none is encoded twice, whatever node or version asks. All of it can be made
-- anew: tables whose names begin with "meaning_" are in no backup.
create table meaning_vectors (
  encoder   text not null,
  text_hash bytea not null,
  vector    bytea not null,
  used_on   date not null default current_date,
  primary key (encoder, text_hash)
);

-- The tables that pgvector searches, "meaning_set_" and the name: one for each state of the knowledge, made when a node
-- first needs it.
create table meaning_sets (
  name    text primary key,
  used_on date not null default current_date
);
