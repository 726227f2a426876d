import type { MessagingTier } from '../limits/messaging-tier.ts';

/** What Meta lets the business account do. */
export type Standing =
  | { kind: 'good' }
  /** Only replies inside the window, or nothing at all, until then. */
  | { kind: 'restricted'; what: 'business-initiated' | 'all'; untilMs: number }
  /** Locked for a violation; sends fail with 131031. */
  | { kind: 'locked' }
  /** Banned; sends fail with 368. */
  | { kind: 'banned' };

/** The WhatsApp Business Account and its portfolio. */
export type Account = {
  readonly id: string;
  name: string;
  readonly businessId: string;
  readonly appId: string;
  readonly currency: 'USD';
  readonly timezoneId: string;
  standing: Standing;
  verified: boolean;
  tier: MessagingTier;
  /** Set while Meta's upgrade to the next tier is on its way. */
  upgradePending: boolean;
  paymentMethod: boolean;
  /** Free-form sends outside the window with a `category`; allow-listed accounts only. */
  directSend: { utility: boolean; authentication: boolean };
  internationalAuthentication: boolean;
  /** Apps subscribed to the account's webhooks. */
  subscribed: boolean;
  /** Webhook fields the app asked for; undefined for all. */
  fields: readonly string[] | undefined;
  overrideCallbackUri: string | undefined;
  /** Templates delivered since the start; 2,000 of them raise an unverified business to 2,000 people. */
  templatesDelivered: number;
};

/** A new account in good standing, verified, with a payment method. */
export function createAccount(id: string, name: string): Account {
  return {
    id,
    name,
    businessId: '2729063490586005',
    appId: '634974688087057',
    currency: 'USD',
    timezoneId: '1',
    standing: { kind: 'good' },
    verified: true,
    tier: 'TIER_2K',
    upgradePending: false,
    paymentMethod: true,
    directSend: { utility: false, authentication: false },
    internationalAuthentication: false,
    subscribed: true,
    fields: undefined,
    overrideCallbackUri: undefined,
    templatesDelivered: 0,
  };
}
