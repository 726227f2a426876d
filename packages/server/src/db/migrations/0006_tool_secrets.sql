-- What tools sign in with, sealed with the deployment's secret key; tool files name them only.
create table tool_secrets (
  name     text primary key,
  sealed   bytea not null,
  saved_at timestamptz not null default now()
);
