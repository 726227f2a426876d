-- The files a version was made of, as they were written, so that they can be had back. A file that does not change
-- from version to version is kept once.

create table business_file_contents (
  content_hash text primary key,            -- SHA-256 of the bytes, hexadecimal
  content      bytea not null
);

create table business_files (
  version      integer not null references business_versions on delete cascade,
  path         text not null,               -- relative, with "/"
  content_hash text not null references business_file_contents,
  primary key (version, path)
);

alter table business_versions add column note text not null default '';
