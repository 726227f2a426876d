import type { Market } from '../pricing/market.ts';

/** Countries where Meta does not cap marketing per person: the EEA, UK, Japan, South Korea. Read 2026-11-21. */
const uncapped = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO GB JP KR'.split(
    ' ',
  ),
);

/** How many marketing templates each person got in 24 h. Meta's own cap is dynamic and not published. */
export type MarketingCap = {
  /** False if the person has had enough (131049); else counts one. */
  take(person: string, market: Market, perDay: number, nowMs: number): boolean;
  /** How many the person got in the last 24 h; nobody counts where there is no cap. */
  used(person: string, nowMs: number): number;
};

const dayMs = 24 * 3_600_000;

export function createMarketingCap(): MarketingCap {
  const sent = new Map<string, number[]>();
  const recentOf = (person: string, nowMs: number): number[] =>
    (sent.get(person) ?? []).filter((atMs) => atMs > nowMs - dayMs && atMs <= nowMs);
  return {
    take: (person, market, perDay, nowMs) => {
      if (uncapped.has(market.country)) return true;
      const recent = recentOf(person, nowMs);
      if (recent.length >= perDay) return false;
      recent.push(nowMs);
      sent.set(person, recent);
      return true;
    },
    used: (person, nowMs) => recentOf(person, nowMs).length,
  };
}

/** Marketing templates that one person may get a day: `perDay`, none in the United States, null where no cap holds. */
export function marketingLimitOf(market: Market, perDay: number | null): number | null {
  if (isMarketingBlocked(market)) return 0;
  return uncapped.has(market.country) ? null : perDay;
}

/** Meta delivers no marketing templates to people in the United States. Since 2025-04-01; read 2026-11-21. */
export function isMarketingBlocked(market: Market): boolean {
  return market.country === 'US';
}
