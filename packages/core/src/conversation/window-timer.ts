import type { Business } from '../business/business.ts';
import type { Instant } from '../schedule/instant.ts';
import { minuteMs } from '../schedule/instant.ts';
import type { Timer } from './next.ts';

/** Fires when a customer has waited for a person so long that the service window is about to close. */
export const windowClosing = 'window-closing';

/** The alarm clock for a customer who waits for a person; none when no window is open. Never due in the past. */
export function windowClosingTimers(
  business: Business,
  at: Instant,
  windowClosesAt: Instant | undefined,
): readonly Timer[] {
  if (windowClosesAt === undefined) return [];
  const before = business.agent.alarmBeforeWindowClosesMinutes * minuteMs;
  return [{ name: windowClosing, dueAt: Math.max(at, windowClosesAt - before) }];
}
