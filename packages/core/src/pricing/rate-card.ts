import type { Market } from './market-codes.ts';
import type { Instant } from '../schedule/instant.ts';

/** List rates per delivered message, without volume tiers. Service messages cost the utility rate. */
export type Rates = { readonly marketing: number; readonly utility: number; readonly authentication: number };

/** Meta's list prices from one day on. `effectiveFrom`: a date, taken as midnight UTC. */
export type RateCard = {
  readonly effectiveFrom: string;
  readonly currency: 'USD';
  readonly source: string;
  readonly readOn: string;
  readonly rates: { readonly [name in Market]?: Rates };
};

/** The card in force at a time, if one is on record. */
export function rateCardAt(at: Instant): RateCard | undefined {
  return rateCards.findLast((card) => at >= Date.parse(card.effectiveFrom));
}

/** In order of date. The cards of 2026-04-01 and 2026-07-01 changed single markets and are not on record. */
const rateCards: readonly RateCard[] = [
  {
    effectiveFrom: '2026-01-01',
    currency: 'USD',
    source: "public copy of Meta's USD rate card effective 2026-01-01",
    readOn: '2026-11-21',
    rates: {
      Argentina: { marketing: 0.0618, utility: 0.026, authentication: 0.026 },
      Brazil: { marketing: 0.0625, utility: 0.0068, authentication: 0.0068 },
      Chile: { marketing: 0.0889, utility: 0.02, authentication: 0.02 },
      Colombia: { marketing: 0.0125, utility: 0.0008, authentication: 0.0008 },
      Egypt: { marketing: 0.0644, utility: 0.0036, authentication: 0.0036 },
      France: { marketing: 0.0859, utility: 0.03, authentication: 0.03 },
      Germany: { marketing: 0.1365, utility: 0.055, authentication: 0.055 },
      India: { marketing: 0.0118, utility: 0.0014, authentication: 0.0014 },
      Indonesia: { marketing: 0.0411, utility: 0.025, authentication: 0.025 },
      Israel: { marketing: 0.0353, utility: 0.0053, authentication: 0.0053 },
      Italy: { marketing: 0.0691, utility: 0.03, authentication: 0.03 },
      Malaysia: { marketing: 0.086, utility: 0.014, authentication: 0.014 },
      Mexico: { marketing: 0.0305, utility: 0.0085, authentication: 0.0085 },
      Netherlands: { marketing: 0.1597, utility: 0.05, authentication: 0.05 },
      Nigeria: { marketing: 0.0516, utility: 0.0067, authentication: 0.0067 },
      'North America': { marketing: 0.025, utility: 0.0034, authentication: 0.0034 },
      Other: { marketing: 0.0604, utility: 0.0077, authentication: 0.0077 },
      Pakistan: { marketing: 0.0473, utility: 0.0054, authentication: 0.0054 },
      Peru: { marketing: 0.0703, utility: 0.02, authentication: 0.02 },
      'Rest of Africa': { marketing: 0.0225, utility: 0.004, authentication: 0.004 },
      'Rest of Asia Pacific': { marketing: 0.0732, utility: 0.0113, authentication: 0.0113 },
      'Rest of Central & Eastern Europe': { marketing: 0.086, utility: 0.0212, authentication: 0.0212 },
      'Rest of Latin America': { marketing: 0.074, utility: 0.0113, authentication: 0.0113 },
      'Rest of Middle East': { marketing: 0.0341, utility: 0.0091, authentication: 0.0091 },
      'Rest of Western Europe': { marketing: 0.0592, utility: 0.0171, authentication: 0.0171 },
      Russia: { marketing: 0.0802, utility: 0.04, authentication: 0.04 },
      'Saudi Arabia': { marketing: 0.0455, utility: 0.0107, authentication: 0.0107 },
      'South Africa': { marketing: 0.0379, utility: 0.0076, authentication: 0.0076 },
      Spain: { marketing: 0.0615, utility: 0.02, authentication: 0.02 },
      Turkey: { marketing: 0.0109, utility: 0.0053, authentication: 0.0053 },
      'United Arab Emirates': { marketing: 0.0499, utility: 0.0157, authentication: 0.0157 },
      'United Kingdom': { marketing: 0.0529, utility: 0.022, authentication: 0.022 },
    },
  },
  {
    effectiveFrom: '2026-10-01',
    currency: 'USD',
    source: "public copy of Meta's USD rate card effective 2026-10-01, downloaded 2026-10-09",
    readOn: '2026-11-21',
    rates: {
      Argentina: { marketing: 0.0618, utility: 0.026, authentication: 0.026 },
      Bangladesh: { marketing: 0.0732, utility: 0.0037, authentication: 0.0037 },
      Brazil: { marketing: 0.0625, utility: 0.0068, authentication: 0.0068 },
      Chile: { marketing: 0.0889, utility: 0.02, authentication: 0.02 },
      Colombia: { marketing: 0.0125, utility: 0.0008, authentication: 0.0008 },
      Egypt: { marketing: 0.0644, utility: 0.0036, authentication: 0.0036 },
      France: { marketing: 0.0859, utility: 0.03, authentication: 0.03 },
      Germany: { marketing: 0.1365, utility: 0.055, authentication: 0.055 },
      'Hong Kong': { marketing: 0.0732, utility: 0.026, authentication: 0.026 },
      Hungary: { marketing: 0.086, utility: 0.035, authentication: 0.035 },
      India: { marketing: 0.0118, utility: 0.0014, authentication: 0.0014 },
      Indonesia: { marketing: 0.0411, utility: 0.025, authentication: 0.025 },
      Iraq: { marketing: 0.0341, utility: 0.0079, authentication: 0.0079 },
      Israel: { marketing: 0.0353, utility: 0.0053, authentication: 0.0053 },
      Italy: { marketing: 0.0795, utility: 0.03, authentication: 0.03 },
      Kazakhstan: { marketing: 0.0604, utility: 0.018, authentication: 0.018 },
      Kuwait: { marketing: 0.0792, utility: 0.044, authentication: 0.044 },
      Malaysia: { marketing: 0.086, utility: 0.014, authentication: 0.014 },
      Mexico: { marketing: 0.0397, utility: 0.0085, authentication: 0.0085 },
      Morocco: { marketing: 0.0414, utility: 0.023, authentication: 0.023 },
      Nepal: { marketing: 0.0732, utility: 0.0034, authentication: 0.0034 },
      Netherlands: { marketing: 0.1597, utility: 0.05, authentication: 0.05 },
      Nigeria: { marketing: 0.0516, utility: 0.0067, authentication: 0.0067 },
      'North America': { marketing: 0.025, utility: 0.0034, authentication: 0.0034 },
      Oman: { marketing: 0.0341, utility: 0.0247, authentication: 0.0247 },
      Other: { marketing: 0.0604, utility: 0.0077, authentication: 0.0077 },
      Pakistan: { marketing: 0.0473, utility: 0.015, authentication: 0.015 },
      Peru: { marketing: 0.0703, utility: 0.03, authentication: 0.03 },
      Poland: { marketing: 0.0366, utility: 0.0122, authentication: 0.0122 },
      Qatar: { marketing: 0.0341, utility: 0.012, authentication: 0.012 },
      'Rest of Africa': { marketing: 0.0225, utility: 0.004, authentication: 0.004 },
      'Rest of Asia Pacific': { marketing: 0.0842, utility: 0.0113, authentication: 0.0113 },
      'Rest of Central & Eastern Europe': { marketing: 0.086, utility: 0.0212, authentication: 0.0212 },
      'Rest of Latin America': { marketing: 0.074, utility: 0.0113, authentication: 0.0113 },
      'Rest of Middle East': { marketing: 0.0392, utility: 0.0091, authentication: 0.0091 },
      'Rest of Western Europe': { marketing: 0.0592, utility: 0.0171, authentication: 0.0171 },
      Romania: { marketing: 0.086, utility: 0.029, authentication: 0.029 },
      Russia: { marketing: 0.0802, utility: 0.04, authentication: 0.04 },
      'Saudi Arabia': { marketing: 0.0576, utility: 0.0107, authentication: 0.0107 },
      Singapore: { marketing: 0.0732, utility: 0.016, authentication: 0.016 },
      'South Africa': { marketing: 0.0379, utility: 0.0095, authentication: 0.0095 },
      Spain: { marketing: 0.0707, utility: 0.02, authentication: 0.02 },
      'Sri Lanka': { marketing: 0.0732, utility: 0.002, authentication: 0.002 },
      Turkey: { marketing: 0.0109, utility: 0.0009, authentication: 0.0009 },
      Ukraine: { marketing: 0.086, utility: 0.0298, authentication: 0.0298 },
      'United Arab Emirates': { marketing: 0.0576, utility: 0.0157, authentication: 0.0157 },
      'United Kingdom': { marketing: 0.0635, utility: 0.022, authentication: 0.022 },
    },
  },
];
