import { defaultThresholds } from './guard-definition.ts';
import type { Zones } from './zones.ts';

/**
 * A raw score as one from 0 to 1 that means the same for every agent and language: where the zones
 * begin become the default thresholds, and the order is kept.
 */
export function scaledScore(raw: number, { accept, refuse }: Zones): number {
  const { accept: high, refuse: low } = defaultThresholds;
  if (raw < refuse) return low / (1 + slope * (refuse - raw));
  if (raw < accept) return low + ((high - low) * (raw - refuse)) / (accept - refuse);
  return high + (1 - high) * (1 - 1 / (1 + slope * (raw - accept)));
}

const slope = 2;
