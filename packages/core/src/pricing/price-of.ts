import type { Outbound } from '../message/outbound.ts';
import { needsOpenWindow } from '../message/outbound.ts';
import type { Price } from '../policy/clearance.ts';
import type { Instant } from '../schedule/instant.ts';
import type { Payer } from './market.ts';
import { marketOf } from './market.ts';
import { rateCardAt } from './rate-card.ts';

/** `templateCategory`: as Meta approved it, if known. */
export type Priced = {
  readonly content: Outbound;
  readonly recipient: Payer;
  readonly at: Instant;
  /** Service messages this number delivered in this calendar month, before this one. */
  readonly serviceMessagesThisMonth: number;
  /** Whether an ad's free entry window is open for this customer. */
  readonly freeEntryWindow?: boolean | undefined;
  readonly templateCategory?: 'utility' | 'marketing' | 'authentication' | undefined;
};

/** From then on Meta charges service messages, at the market's utility rate. */
const serviceChargedFrom = Date.parse('2026-10-01');

/** Free service messages delivered per business phone number and calendar month. */
const freeServiceMessages = 1_000;

/**
 * What one delivered message will probably cost, at list price. The type is `unknown`, and the
 * amount not to be relied on, where no card is on record (amount 0) or the template's category is
 * not known (the marketing rate, the dearest).
 * Source: WhatsApp Business Platform pricing page, rules from 2026-10-01, read 2026-11-21.
 */
export function priceOf(priced: Priced): Price {
  const { content, recipient, at } = priced;
  const market = marketOf(recipient, at);
  const card = rateCardAt(at);
  const rates = card?.rates[market];
  const service = needsOpenWindow(content);
  const category = service ? 'service' : (priced.templateCategory ?? 'marketing');
  const price = { amount: 0, currency: card?.currency ?? 'USD', category, market } as const;

  if (priced.freeEntryWindow === true) return { ...price, type: 'free_entry_point' };
  if (service && (at < serviceChargedFrom || priced.serviceMessagesThisMonth < freeServiceMessages)) {
    return { ...price, type: 'free_customer_service' };
  }
  if (rates === undefined) return { ...price, type: 'unknown' };
  if (service) return { ...price, amount: rates.utility, type: 'regular' };
  if (priced.templateCategory === undefined) return { ...price, amount: rates.marketing, type: 'unknown' };
  return { ...price, amount: rates[priced.templateCategory], type: 'regular' };
}
