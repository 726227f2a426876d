import { createHourlyCount, type HourlyCount } from './management-rate.ts';
import { createMarketingCap, type MarketingCap } from './marketing-cap.ts';
import { createTierUse, type TierUse } from './messaging-tier.ts';
import { createPairRate, type PairRate } from './pair-rate.ts';
import { createThroughput, type Throughput } from './throughput.ts';

/** Everything that counts against a limit of Meta's; all checks take constant time. */
export type Limits = {
  readonly throughput: Throughput;
  readonly pairRate: PairRate;
  readonly tier: TierUse;
  readonly marketing: MarketingCap;
  readonly management: HourlyCount;
  readonly templateCreations: HourlyCount;
};

export function createLimits(): Limits {
  return {
    throughput: createThroughput(),
    pairRate: createPairRate(),
    tier: createTierUse(),
    marketing: createMarketingCap(),
    management: createHourlyCount(),
    templateCreations: createHourlyCount(),
  };
}
