import { minuteMs, type Instant } from '@ambit/core/schedule/instant';
import type { TalkPlace } from '../db/appointment-news.ts';

/** As the policy packs leave before the service window closes, and time for a turn. */
const marginMs = 2 * minuteMs;

/**
 * Why a customer cannot be told something now that they have not asked; undefined when they can. `template`: there
 * is one for it, which may go to who agreed to be written to outside the service window.
 */
export function whyNotTold(place: TalkPlace | undefined, now: Instant, template = false): string | undefined {
  if (place === undefined) return 'nobody has ever written from this contact';
  if (place.windowClosesAt === undefined) return 'the service window never opened';
  if (place.windowClosesAt - now > marginMs) return undefined;
  if (!template) return 'the service window is closed, and only an approved template may go';
  return place.agrees
    ? undefined
    : 'the service window is closed, and they have not agreed to be written to then';
}
