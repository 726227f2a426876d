-- A customer's own orders are looked up by what the channel says of them.

create index orders_contact_phone on orders (contact_phone) where contact_phone is not null;
create index orders_contact_id on orders (contact_id) where contact_id is not null;
create index orders_contact_bsuid on orders (contact_bsuid) where contact_bsuid is not null;
