-- The business's catalogues at Meta as they were last read, to compare with its own and to know what may be sent.

create table meta_catalogues (
  catalogue_id text primary key,
  -- When it was last read to its end; null while it never was.
  read_at      timestamptz,
  tried_at     timestamptz not null,
  -- Why the last try came to nothing.
  trouble      text
);

create table meta_products (
  catalogue_id text not null references meta_catalogues on delete cascade,
  retailer_id  text not null,
  record       jsonb not null,
  primary key (catalogue_id, retailer_id)
);
