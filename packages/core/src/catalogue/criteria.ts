import { z } from 'zod';
import { Budget } from './read-budget.ts';
import { colours } from './words/colours.ts';

/** What was asked for relative to what was shown: more or less of a measure, strictly. Prices in minor units. */
export const Than = z.object({
  kind: z.enum(['cheaper', 'dearer', 'bigger', 'smaller', 'lighter', 'heavier']),
  limit: z.number(),
  currency: z.string().optional(),
});
export type Than = z.infer<typeof Than>;

/**
 * What a customer looks for, as far as it was understood. `text`: the words that say what it is, as they
 * wrote them, folded. `hidden`: product numbers they have seen enough of.
 */
export const Criteria = z.object({
  text: z.string().default(''),
  /** By folded word: how the customer spelt it. */
  spelt: z.record(z.string(), z.string()).default({}),
  budget: Budget.optional(),
  than: Than.optional(),
  colours: z.array(z.enum(colours)).default([]),
  notColours: z.array(z.enum(colours)).default([]),
  size: z.string().optional(),
  /** By attribute, such as material: the value that it must have. */
  attributes: z.record(z.string(), z.string()).default({}),
  brands: z.array(z.string()).default([]),
  notBrands: z.array(z.string()).default([]),
  inStock: z.boolean().default(false),
  cheapestFirst: z.boolean().default(false),
  /** What is to stand first, of all that fits. */
  first: z.enum(['dearest', 'lightest', 'heaviest', 'biggest', 'smallest']).optional(),
  hidden: z.array(z.string()).default([]),
});
export type Criteria = z.infer<typeof Criteria>;

/** A search that can be carried on: what was looked for, and which products were shown last. */
export const CatalogueSearch = z.object({ criteria: Criteria, shown: z.array(z.string()) });
export type CatalogueSearch = z.infer<typeof CatalogueSearch>;

export const noCriteria: Criteria = Criteria.parse({});
