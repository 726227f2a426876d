import { latestOccurrence } from '@ambit/core/schedule/occurrence';
import { scheduledFlows, type ScheduledFlow } from '@ambit/core/task/scheduled-flows';
import type { Database } from '../db/database.ts';
import { setConsentedTimers } from '../db/timers.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { PublishedBusinesses } from './published-business.ts';

/** A time that passed longer ago, while nothing ran, is left out: nobody wants Monday's message on Tuesday. */
const latestMs = 3_600_000;

/** Sets the timers of flows whose time has come. Returns how many. */
export type ScheduleFirer = () => Promise<number>;

/**
 * For each flow with a schedule whose time has come, a timer in every conversation that agreed to what it sends. A timer
 * that is set twice is one: its message has the same id, and is known.
 */
export function createScheduleFirer(needs: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly businesses: Pick<PublishedBusinesses, 'current'>;
}): ScheduleFirer {
  const { database, clock, log, businesses } = needs;
  const done = new Set<string>();

  async function fire({ timer, purpose }: ScheduledFlow, due: number): Promise<number> {
    const key = `${timer} ${due}`;
    if (done.has(key)) return 0;
    const set = await setConsentedTimers(database, timer, due, purpose);
    done.add(key);
    log.info('schedule.due', { timer, conversations: set });
    return set;
  }

  return async () => {
    const { business } = await businesses.current();
    const now = clock.now();
    let fired = 0;
    for (const flow of scheduledFlows(business)) {
      for (const schedule of flow.schedules) {
        const due = latestOccurrence(schedule, business.hours.timeZone, now);
        if (due !== undefined && now - due < latestMs) fired += await fire(flow, due);
      }
    }
    for (const key of done) if (now - Number(key.split(' ').at(-1)) > 2 * latestMs) done.delete(key);
    return fired;
  };
}
