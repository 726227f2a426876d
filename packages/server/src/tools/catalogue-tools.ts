import { z } from 'zod';
import {
  FindProductsInput,
  ShowProductInput,
  type CheckStockOutput,
  type ShowProductOutput,
} from '@ambit/core/catalogue/catalogue-tools';
import { findProducts as search } from '@ambit/core/catalogue/find-products';
import { indexCatalogue } from '@ambit/core/catalogue/index-catalogue';
import { productNamed } from '@ambit/core/catalogue/product-named';
import { showProduct } from '@ambit/core/catalogue/shown-product';
import { shippedLanguage } from '@ambit/core/language/language';
import { readCatalogue } from '../db/catalogue.ts';
import type { Database } from '../db/database.ts';
import { idsAtMeta } from '../db/meta-catalogue.ts';
import type { Tool, ToolOutcome } from '../ports/tools.ts';

const ToolOutput = z.json();

/**
 * The catalogue tools over the built-in table. Price and stock are those of the table at the moment of
 * the call, whatever an earlier message said.
 */
export function createCatalogueTools({
  database,
  business,
}: {
  readonly database: Database;
  business(): Promise<{ readonly currency: string }>;
}): readonly Tool[] {
  const looking = (name: string, work: (input: unknown) => Promise<unknown>): Tool => ({
    name,
    effects: 'none',
    call: (input) => answering(() => work(input)),
  });
  return [
    looking('find-products', async (input) => {
      const catalogue = await readCatalogue(database);
      const listed = catalogue.flatMap(({ retailerId }) => (retailerId === undefined ? [] : [retailerId]));
      const atMeta = await idsAtMeta(database, listed);
      const { currency } = await business();
      return search(indexCatalogue(catalogue), FindProductsInput.parse(input), { currency, atMeta });
    }),
    looking('show-product', (input) => show(database, ShowProductInput.parse(input))),
    looking('check-stock', async (input): Promise<CheckStockOutput> => {
      const shown = await show(database, ShowProductInput.parse(input));
      if (shown.kind === 'not-found') return shown;
      return { kind: shown.product.available ? 'in-stock' : 'sold-out', product: shown.product };
    }),
  ];
}

async function show(database: Database, { product, language }: ShowProductInput): Promise<ShowProductOutput> {
  const found = productNamed(await readCatalogue(database), product);
  return found === undefined
    ? { kind: 'not-found' }
    : { kind: 'product', product: showProduct(found, shippedLanguage(language) ?? 'en') };
}

async function answering(work: () => Promise<unknown>): Promise<ToolOutcome> {
  try {
    const output: unknown = await work();
    // What is left out is left out of JSON too.
    return { kind: 'answered', output: ToolOutput.parse(JSON.parse(JSON.stringify(output))) };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
