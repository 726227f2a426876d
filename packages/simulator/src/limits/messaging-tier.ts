/**
 * People a portfolio may write to outside their service window in a moving 24 h.
 * Source: Cloud API docs, "Messaging limits", read 2026-11-21.
 */
export const peopleOfTier = {
  TIER_250: 250,
  TIER_2K: 2_000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: Number.POSITIVE_INFINITY,
} as const;
export type MessagingTier = keyof typeof peopleOfTier;

/** The tier after this one, or undefined for the highest. */
export function nextTier(tier: MessagingTier): MessagingTier | undefined {
  switch (tier) {
    case 'TIER_250':
      return 'TIER_2K';
    case 'TIER_2K':
      return 'TIER_10K';
    case 'TIER_10K':
      return 'TIER_100K';
    case 'TIER_100K':
      return 'TIER_UNLIMITED';
    case 'TIER_UNLIMITED':
      return undefined;
  }
}

/** The people written to outside their window in the last 24 h. */
export type TierUse = {
  /** False if this person would be one too many; else counts the person. */
  take(person: string, limit: number, nowMs: number): boolean;
  used(nowMs: number): number;
};

const dayMs = 24 * 3_600_000;

export function createTierUse(): TierUse {
  const latest = new Map<string, number>();
  const forgetOld = (nowMs: number): void => {
    for (const [person, atMs] of latest) {
      if (atMs > nowMs - dayMs) return;
      latest.delete(person);
    }
  };
  return {
    take: (person, limit, nowMs) => {
      forgetOld(nowMs);
      if (!latest.has(person) && latest.size >= limit) return false;
      latest.delete(person);
      latest.set(person, nowMs);
      return true;
    },
    used: (nowMs) => {
      forgetOld(nowMs);
      return latest.size;
    },
  };
}
