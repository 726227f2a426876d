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
};

const dayMs = 24 * 3_600_000;

export function createMarketingCap(): MarketingCap {
  const sent = new Map<string, number[]>();
  return {
    take: (person, market, perDay, nowMs) => {
      if (uncapped.has(market.country)) return true;
      const recent = (sent.get(person) ?? []).filter((atMs) => atMs > nowMs - dayMs && atMs <= nowMs);
      if (recent.length >= perDay) return false;
      recent.push(nowMs);
      sent.set(person, recent);
      return true;
    },
  };
}

/** Meta delivers no marketing templates to people in the United States. Since 2025-04-01; read 2026-11-21. */
export function isMarketingBlocked(market: Market): boolean {
  return market.country === 'US';
}
