/**
 * What a round's database notes by itself, in the transactions of the server: each change of who may
 * speak, and for each marking of a send who could speak at that very moment. Marking and take-over
 * both lock the conversation's row, so the steps of one conversation are in the order of their commits.
 */
export const watch = `
create schema chaos;
create sequence chaos.step;
create table chaos.owners (
  step            bigint not null default nextval('chaos.step'),
  conversation_id uuid not null,
  owner_kind      text not null,
  owner_person    text,
  owner_version   integer not null
);
create table chaos.marks (
  step            bigint not null default nextval('chaos.step'),
  outbox_id       uuid not null,
  owner_kind      text not null,
  owner_person    text,
  owner_version   integer not null
);
create function chaos.note_owner() returns trigger language plpgsql as $$
begin
  insert into chaos.owners (conversation_id, owner_kind, owner_person, owner_version)
  values (new.conversation_id, new.owner_kind, new.owner_person, new.owner_version);
  return null;
end $$;
create trigger chaos_note_owner after update of owner_version on conversations for each row
  when (old.owner_version is distinct from new.owner_version) execute function chaos.note_owner();
create function chaos.note_mark() returns trigger language plpgsql as $$
begin
  insert into chaos.marks (outbox_id, owner_kind, owner_person, owner_version)
  select new.outbox_id, v.owner_kind, v.owner_person, v.owner_version from conversations v
   where v.channel_id = new.channel_id and v.conversation_id = new.conversation_id;
  return null;
end $$;
create trigger chaos_note_mark after update of status on outbox for each row
  when (new.status = 'sending' and old.status <> 'sending') execute function chaos.note_mark();
create function chaos.poison() returns trigger language plpgsql as $$
begin
  new.content := '{"kind": "from another planet"}';
  return new;
end $$;
create trigger chaos_poison before insert on inbox for each row
  when (new.content->>'body' like '%poison for the reader%') execute function chaos.poison();
`;
