-- The address that somebody who is interested gave, beside their number.
alter table leads add column email text;
