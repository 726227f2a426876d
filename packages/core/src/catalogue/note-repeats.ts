/** What a catalogue takes over from its business. `language`: of names without one. */
export type CatalogueDefaults = { readonly currency: string; readonly language: string };

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
