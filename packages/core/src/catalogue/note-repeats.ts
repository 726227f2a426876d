import { isAllowedLink } from '../order/allowed-link.ts';

/** What a catalogue takes over from its business. `language`: of names without one. */
export type CatalogueDefaults = {
  readonly currency: string;
  readonly language: string;
  /** Where pages of products may be; anywhere while that cannot be told. */
  readonly linkHosts: readonly string[] | undefined;
};

/** Where a file has a product. `retailerIdField`: what it calls the product's id at Meta there. */
export type ProductPlace = {
  readonly file: string;
  readonly line: number;
  readonly retailerIdField: string;
};

/** Which product numbers (in capital letters) and ids at Meta are taken, and where. */
export type SeenProducts = {
  readonly skus: Map<string, ProductPlace>;
  readonly retailerIds: Map<string, ProductPlace>;
};

type Note = (field: string, message: string, fix: string) => void;

/** Notes numbers that an earlier product has too. */
export function noteRepeats(
  product: { readonly sku: string; readonly retailerId?: string | undefined },
  seen: SeenProducts,
  place: ProductPlace,
  fields: { readonly sku: string; readonly retailerId: string },
  note: Note,
): void {
  noteTwice(product.sku.toUpperCase(), seen.skus, place, fields.sku, note);
  noteTwice(product.retailerId ?? '', seen.retailerIds, place, fields.retailerId, note);
}

function noteTwice(
  value: string,
  seen: Map<string, ProductPlace>,
  place: ProductPlace,
  field: string,
  note: Note,
): void {
  if (value === '') return;
  const first = seen.get(value);
  if (first === undefined) {
    seen.set(value, place);
    return;
  }
  const where = first.file === place.file ? `on line ${first.line}` : `at ${first.file}:${first.line}`;
  note(field, `"${value}" is already ${where}`, 'give each product its own, or delete one');
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
