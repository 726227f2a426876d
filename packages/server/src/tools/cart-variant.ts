import type { Product } from '@ambit/core/catalogue/product';
import { colourName } from '@ambit/core/catalogue/colour-name';
import { shippedLanguage } from '@ambit/core/language/language';
import { lineId, lineName, priceCart } from '@ambit/core/order/cart';
import type { ChooseVariantInput, ChooseVariantOutput } from '@ambit/core/order/cart-tools';
import { merged, type WantedLine } from '@ambit/core/order/wanted-line';
import { openKind, variantValues, type VariantKind } from '@ambit/core/order/variant';
import { openCart, saveCart } from '../db/carts.ts';
import { findProducts } from '../db/catalogue.ts';
import type { CartWork } from './cart-tools.ts';

/** WhatsApp shows so many rows of a list. Source: Cloud API docs, "Interactive list messages", read 2026-11-21. */
const mostValues = 10;

/** Notes the size or colour that was chosen for a line, and tells what is to be chosen next. */
export async function chooseVariant(
  { client, asker, now }: CartWork,
  { line, value, language }: ChooseVariantInput,
): Promise<ChooseVariantOutput> {
  const basket = await openCart(client, asker.contactId, now);
  const products = await findProducts(
    client,
    basket.lines.map(({ sku }) => sku),
  );
  const lines = merged(
    basket.lines.map((each) => (lineId(each) === line ? withValue(each, products, value) : each)),
  );
  const changed = { ...basket, lines };
  if (line !== undefined) await saveCart(client, asker.contactId, changed, now);
  if (lines.length === 0) return { kind: 'empty' };
  for (const each of lines) {
    const product = products.find(({ sku }) => sku === each.sku);
    const of = product === undefined ? undefined : openKind(product, each);
    if (product !== undefined && of !== undefined) return choice(each, product, of, language);
  }
  return { kind: 'complete', cart: priceCart(changed, products, language) };
}

function withValue(line: WantedLine, products: readonly Product[], value: string | undefined): WantedLine {
  const product = products.find(({ sku }) => sku === line.sku);
  const kind = product === undefined ? undefined : openKind(product, line);
  const known = kind !== undefined && value !== undefined && product?.attributes[kind]?.includes(value);
  return kind !== undefined && known === true ? { ...line, [kind]: value } : line;
}

function choice(line: WantedLine, product: Product, of: VariantKind, language: string): ChooseVariantOutput {
  const spoken = shippedLanguage(language) ?? 'en';
  const values = variantValues(product).filter(({ kind }) => kind === of);
  return {
    kind: 'choose',
    line: lineId(line),
    name: lineName(product, line, language),
    quantity: line.quantity,
    of,
    values: values.slice(0, mostValues).map(({ value, names }) => ({
      value,
      title: of === 'colour' ? colourName(value, spoken) : value,
      says: names.join('\n'),
    })),
  };
}
