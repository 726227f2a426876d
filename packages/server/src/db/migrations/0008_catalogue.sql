-- What the business sells. Price and stock have columns of their own: they change, and orders lock the row for them.

alter table catalogue
  add column place       integer,
  add column price_minor bigint check (price_minor >= 0),
  add column currency    text,
  add column stock       integer check (stock >= 0),
  add column retailer_id text;

-- Until now nothing read the table; what is in it has the form { sku, name, description, price, sizes, stock }.
update catalogue c
   set place = n.place,
       currency = n.currency,
       price_minor = round((c.record ->> 'price')::numeric * n.minor_units),
       stock = (c.record ->> 'stock')::integer,
       record = jsonb_strip_nulls(jsonb_build_object(
         'names', jsonb_build_object(n.language, c.record ->> 'name'),
         'descriptions', case when c.record ->> 'description' is null then '{}'
                              else jsonb_build_object(n.language, c.record ->> 'description') end,
         'attributes', case when jsonb_array_length(coalesce(c.record -> 'sizes', '[]')) = 0 then '{}'
                            else jsonb_build_object('size', c.record -> 'sizes') end))
  from (select i.sku, row_number() over (order by i.sku) as place, b.currency, b.language,
               case when b.currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX',
                                        'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') then 1
                    when b.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1000
                    else 100 end as minor_units
          from catalogue i,
               (select content ->> 'currency' as currency, content -> 'languages' ->> 0 as language
                  from business_versions order by version desc limit 1) b) n
 where n.sku = c.sku;

alter table catalogue
  alter column place set not null,
  alter column price_minor set not null,
  alter column currency set not null;

-- Customers and messages write product numbers in their own way.
create unique index catalogue_sku on catalogue (upper(sku));
create unique index catalogue_retailer_id on catalogue (retailer_id);
