/** How many people a business may write to first in 24 hours. `unset`: Meta has not set one yet. */
export type MessagingLimit =
  | { kind: 'people'; most: number }
  | { kind: 'unlimited' }
  | { kind: 'unset' }
  | { kind: 'unknown'; word: string };

const tiers: ReadonlyMap<string, number> = new Map([
  ['TIER_50', 50],
  ['TIER_250', 250],
  ['TIER_1K', 1_000],
  ['TIER_2K', 2_000],
  ['TIER_10K', 10_000],
  ['TIER_100K', 100_000],
]);

/**
 * A limit as webhooks and the Graph API write it: a tier (`TIER_2K`, `TIER_UNLIMITED`, `TIER_NOT_SET`), or in older
 * versions a number of people, -1 for no limit.
 * Source: Cloud API docs, "business_capability_update webhook reference", read 2026-11-21.
 */
export function messagingLimitOf(written: string | number): MessagingLimit {
  const count = typeof written === 'number' ? written : Number.NaN;
  if (count === -1) return { kind: 'unlimited' };
  if (Number.isSafeInteger(count) && count >= 0) return { kind: 'people', most: count };
  const word = String(written);
  const tier = word.startsWith('TIER_') ? word : `TIER_${word}`;
  if (tier === 'TIER_UNLIMITED') return { kind: 'unlimited' };
  if (tier === 'TIER_NOT_SET') return { kind: 'unset' };
  const most = tiers.get(tier);
  return most === undefined ? { kind: 'unknown', word } : { kind: 'people', most };
}
