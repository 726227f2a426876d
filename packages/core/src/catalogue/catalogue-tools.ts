import { z } from 'zod';
import type { ToolSpec } from '../flow/validate/flow-finding.ts';
import { ShownProduct } from './shown-product.ts';

/**
 * `said`: what the customer wrote: what they look for, or what should be otherwise.
 * `former`: the `search` of an earlier answer, which this one carries on. `budget`: what they wrote when
 * asked for a budget. `about`: the product they chose last. `most`: how many to show.
 */
export const FindProductsInput = z.object({
  said: z.string().default(''),
  former: z.string().optional(),
  budget: z.string().optional(),
  about: z.string().optional(),
  language: z.string().default('en'),
  most: z.coerce.number().int().min(1).max(10).default(3),
});
export type FindProductsInput = z.infer<typeof FindProductsInput>;

const found = {
  /** What was understood, to say back: "headphones · black · up to $300". */
  understood: z.string(),
  products: z.array(ShownProduct),
  /** Whether all of them may be sent as product messages: Meta's catalogue has them. */
  sendable: z.enum(['yes', 'no']),
  /** To hand over as `former`. */
  search: z.string(),
};

export const FindProductsOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('products'), ...found, total: z.number().int() }),
  /** Nothing fits; these come nearest, and `missed` says what they lack. */
  z.object({ kind: z.literal('near'), ...found, missed: z.string() }),
  z.object({ kind: z.literal('nothing'), understood: z.string(), search: z.string() }),
  /** They ask about the product they chose last, and nothing else. */
  z.object({ kind: z.literal('about'), product: ShownProduct, search: z.string() }),
  /** They ask what it is like: what the catalogue says of that, or that it says nothing of it. */
  z.object({ kind: z.literal('told'), product: ShownProduct, answer: z.string(), search: z.string() }),
  z.object({ kind: z.literal('untold'), product: ShownProduct, search: z.string() }),
  /** Nothing was said that could be looked for; `products` were shown last. */
  z.object({ kind: z.literal('unclear'), products: z.array(ShownProduct), search: z.string() }),
  /** Some of what was shown last, to be set beside each other. */
  z.object({ kind: z.literal('compared'), products: z.array(ShownProduct), search: z.string() }),
  /** The budget is in a currency that nothing is sold in. */
  z.object({
    kind: z.literal('other-currency'),
    understood: z.string(),
    asked: z.string(),
    currency: z.string(),
    search: z.string(),
  }),
]);
export type FindProductsOutput = z.infer<typeof FindProductsOutput>;

/** `product`: its number, Meta's id of it, or what it is called. */
export const ShowProductInput = z.object({ product: z.string().min(1), language: z.string().default('en') });
export type ShowProductInput = z.infer<typeof ShowProductInput>;

export const ShowProductOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('product'), product: ShownProduct }),
  z.object({ kind: z.literal('not-found') }),
]);
export type ShowProductOutput = z.infer<typeof ShowProductOutput>;

export const CheckStockOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('in-stock'), product: ShownProduct }),
  z.object({ kind: z.literal('sold-out'), product: ShownProduct }),
  z.object({ kind: z.literal('not-found') }),
]);
export type CheckStockOutput = z.infer<typeof CheckStockOutput>;

/** The catalogue tools as flows know them. */
export const catalogueToolSpecs: readonly ToolSpec[] = [
  {
    name: 'find-products',
    effect: false,
    inputs: Object.keys(FindProductsInput.shape),
    outcomes: [
      'products',
      'near',
      'nothing',
      'about',
      'told',
      'untold',
      'unclear',
      'compared',
      'other-currency',
    ],
  },
  {
    name: 'show-product',
    effect: false,
    inputs: Object.keys(ShowProductInput.shape),
    outcomes: ['product', 'not-found'],
  },
  {
    name: 'check-stock',
    effect: false,
    inputs: Object.keys(ShowProductInput.shape),
    outcomes: ['in-stock', 'sold-out', 'not-found'],
  },
];
