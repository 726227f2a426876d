import { z } from 'zod';
import { present } from './present.ts';
import type { Forms } from './reader.ts';
import type { UnknownParts } from './unknown-part.ts';
import { isRecord, isTextOrAbsent } from './wire-value.ts';

/** Meta's words for how a message is counted. `CBP`: by conversation, until July 2025. `PMP`: by message. */
const models = ['CBP', 'PMP'] as const;

const types = ['regular', 'free_customer_service', 'free_entry_point'] as const;

/** `general_purpose_ai` is an alarm: Meta takes the business for a provider of general-purpose assistants. */
const categories = [
  'service',
  'utility',
  'marketing',
  'marketing_lite',
  'authentication',
  'authentication-international',
  'authentication_international',
  'referral_conversion',
  'general_purpose_ai',
] as const;

/** A known word of Meta's, or one that is newer than this package. */
type Word<Known extends string> = Known | (string & Record<never, never>);

/**
 * What Meta counted. Comes with `sent` and with one of `delivered` and `read`.
 * `billable` is being taken away by Meta; `type` says it too.
 * Source: Cloud API docs, "Pricing", read 2026-11-21; `general_purpose_ai` as pywa has it.
 */
export type StatusPricing = {
  billable?: boolean;
  model?: Word<(typeof models)[number]>;
  type?: Word<(typeof types)[number]>;
  category?: Word<(typeof categories)[number]>;
};

/** The price of a status on the wire. */
export function wirePricing(f: Forms) {
  return z.object({
    billable: f.maybe(z.boolean()),
    pricing_model: f.maybe(z.string()),
    type: f.maybe(z.string()),
    category: f.maybe(z.string()),
  });
}

/** The same by hand. */
export function pricingByHand(raw: unknown): Wire | undefined {
  if (!isRecord(raw)) return undefined;
  const { billable, pricing_model, type, category } = raw;
  return (billable === undefined || typeof billable === 'boolean') &&
    isTextOrAbsent(pricing_model) &&
    isTextOrAbsent(type) &&
    isTextOrAbsent(category)
    ? { billable, pricing_model, type, category }
    : undefined;
}

type Wire = z.infer<ReturnType<typeof wirePricing>>;

/** The price of a status. */
export function readPricing(wire: Wire): StatusPricing {
  return present({
    billable: wire.billable,
    model: wire.pricing_model,
    type: wire.type,
    category: wire.category,
  });
}

const known = {
  pricing_model: new Set<string>(models),
  type: new Set<string>(types),
  category: new Set<string>(categories),
};

/** Counts the words of a price that are newer than this package. */
export function addUnknownPrices(unknown: UnknownParts, wire: Wire): void {
  for (const place of ['pricing_model', 'type', 'category'] as const) {
    const word = wire[place];
    if (word !== undefined && !known[place].has(word)) unknown.add('pricing', `${place}.${word}`);
  }
}
