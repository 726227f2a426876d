import { hasInternationalRate, rateOf, type BilledCategory } from './rate-card.ts';
import type { Market } from './market.ts';

/** The `pricing` object of a status. */
export type Pricing = {
  readonly billable: boolean;
  readonly pricing_model: 'PMP';
  readonly type: 'regular' | 'free_customer_service' | 'free_entry_point';
  readonly category: BilledCategory | 'referral_conversion';
};

/** What a message is, before its price. */
export type SendCategory = 'service' | 'utility' | 'marketing' | 'marketing_lite' | 'authentication';

/** A message's price: the object in its statuses, and US dollars. */
export type Price = { readonly pricing: Pricing; readonly cost: number };

/** Service messages each number sends free in a calendar month. Source: Meta's pricing page, read 2026-11-21. */
export const freeServiceMessagesAMonth = 1_000;
/** From then on service messages cost money, and utility messages also inside the window. */
const chargedSinceMs = Date.UTC(2026, 9, 1);

export type PriceInput = {
  readonly phoneNumberId: string;
  readonly atMs: number;
  readonly category: SendCategory;
  readonly windowOpen: boolean;
  readonly freeEntryOpen: boolean;
  readonly market: Market;
  /** Whether Meta deems the business eligible for international authentication rates. */
  readonly internationalAuthentication: boolean;
};

/** Prices messages and counts each number's service messages per month. */
export type Meter = {
  /** What a message would cost; counts nothing. */
  quote(input: PriceInput): Price;
  /** What it costs; counts it. */
  price(input: PriceInput): Price;
  /** Service messages of a number in the month of `atMs`. */
  serviceUsed(phoneNumberId: string, atMs: number): number;
  /** For scenarios: pretends that many were sent this month. */
  setServiceUsed(phoneNumberId: string, atMs: number, count: number): void;
};

/** A meter that has counted nothing yet. */
export function createMeter(): Meter {
  const used = new Map<string, number>();
  const keyOf = (phoneNumberId: string, atMs: number): string => {
    const date = new Date(atMs);
    return `${phoneNumberId}|${date.getUTCFullYear()}-${date.getUTCMonth()}`;
  };
  const serviceUsed = (phoneNumberId: string, atMs: number): number =>
    used.get(keyOf(phoneNumberId, atMs)) ?? 0;
  const quote = (input: PriceInput): Price => priceOf(input, serviceUsed(input.phoneNumberId, input.atMs));
  return {
    quote,
    price: (input) => {
      const price = quote(input);
      if (input.category === 'service' && price.pricing.type !== 'free_entry_point') {
        const key = keyOf(input.phoneNumberId, input.atMs);
        used.set(key, (used.get(key) ?? 0) + 1);
      }
      return price;
    },
    serviceUsed,
    setServiceUsed: (phoneNumberId, atMs, count) => {
      used.set(keyOf(phoneNumberId, atMs), count);
    },
  };
}

function priceOf(input: PriceInput, serviceUsed: number): Price {
  const { category, market, atMs } = input;
  if (input.freeEntryOpen) return { pricing: free('free_entry_point', 'referral_conversion'), cost: 0 };
  const charged = atMs >= chargedSinceMs;
  if (category === 'service' && (!charged || serviceUsed < freeServiceMessagesAMonth))
    return { pricing: free('free_customer_service', 'service'), cost: 0 };
  if (category === 'utility' && input.windowOpen && !charged)
    return { pricing: free('free_customer_service', 'utility'), cost: 0 };
  const billed =
    category === 'authentication' && input.internationalAuthentication && hasInternationalRate(market.market)
      ? 'authentication-international'
      : category;
  return {
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: billed },
    cost: rateOf(market.market, billed),
  };
}

function free(type: Pricing['type'], category: Pricing['category']): Pricing {
  return { billable: false, pricing_model: 'PMP', type, category };
}
