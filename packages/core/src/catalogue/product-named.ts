import { indexCatalogue } from './index-catalogue.ts';
import type { Product } from './product.ts';
import { rankProducts } from './rank-products.ts';
import { foldedText } from './words/fold-words.ts';

/** The one product that a customer or a flow names by its number, Meta's id of it or its name; undefined when it may be several. */
export function productNamed(catalogue: readonly Product[], named: string): Product | undefined {
  const number = named.trim().toUpperCase();
  const numbered = catalogue.find(
    ({ sku, retailerId }) => sku.toUpperCase() === number || retailerId === named,
  );
  if (numbered !== undefined) return numbered;
  const name = foldedText(named);
  const same = catalogue.filter(({ names }) =>
    Object.values(names).some((each) => foldedText(each) === name),
  );
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  const [first, second] = rankProducts(indexCatalogue(catalogue), named);
  if (first === undefined || (second !== undefined && second.score === first.score)) return undefined;
  return first.entry.product;
}
