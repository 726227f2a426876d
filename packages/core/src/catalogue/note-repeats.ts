import { isAllowedLink } from '../order/allowed-link.ts';

/** What a catalogue takes over from its business. `language`: of names without one. */
export type CatalogueDefaults = {
  readonly currency: string;
  readonly language: string;
  /** Where pages of products may be; anywhere while that cannot be told. */
  readonly linkHosts: readonly string[] | undefined;
};

/** Which product numbers and ids at Meta are taken, and where. */
export type SeenProducts = {
  readonly skus: Map<string, string>;
  readonly retailerIds: Map<string, string>;
};

type Note = (field: string, message: string, fix: string) => void;

/** Notes numbers that an earlier product has too. `at`: "data/catalogue.csv:3". */
export function noteRepeats(
  product: { readonly sku: string; readonly retailerId?: string | undefined },
  seen: SeenProducts,
  at: string,
  fields: { readonly sku: string; readonly retailerId: string },
  note: Note,
): void {
  noteTwice(product.sku.toUpperCase(), seen.skus, at, fields.sku, note);
  noteTwice(product.retailerId ?? '', seen.retailerIds, at, fields.retailerId, note);
}

function noteTwice(value: string, seen: Map<string, string>, at: string, field: string, note: Note): void {
  if (value === '') return;
  const first = seen.get(value);
  if (first === undefined) seen.set(value, at);
  else note(field, `"${value}" is already at ${first}`, 'give each product its own, or delete one');
}

/** Notes a page of a product that no message may link to. */
export function notePage(
  url: string | undefined,
  { linkHosts }: CatalogueDefaults,
  field: string,
  note: Note,
): void {
  if (url === undefined || linkHosts === undefined || isAllowedLink(url, linkHosts)) return;
  const fix =
    'write https and a host of the business: that of its web page, or one of "linkHosts" in business.yaml';
  note(field, `"${url}" leads to where links may not lead`, fix);
}
