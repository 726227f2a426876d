import { currentPack } from '../policy/pack.ts';
import type { Moment } from './turn-state.ts';

/** Whether a free-form message of this turn may still go out. */
export function windowIsOpen({ turn, at }: Moment): boolean {
  const { windowClosesAt } = turn;
  return windowClosesAt !== undefined && windowClosesAt - at > currentPack.limits.windowMarginMs;
}
