import type { Business } from '@ambit/core/business/business';
import { secretName, type ResourceCalendar } from '@ambit/core/appointment/resource-calendar';
import { raiseAlarm } from '../db/alarms.ts';
import type { Database } from '../db/database.ts';
import { takeLoopLease } from '../db/loop-leases.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { syncCalendar, type ChangeHearer } from './sync-calendar.ts';

/** A node that dies leaves its calendars to the others after so long. */
const leaseMs = 120_000;

/** Keeps every calendar of the business in step. */
export type CalendarKeeper = {
  /** Looks at each calendar that no other node keeps; returns how many. */
  keep(): Promise<number>;
};

/**
 * `node`: who this is; of several nodes one keeps a calendar. `secret`: a password by its name. `mayReach`: why a
 * calendar's address may not be reached; undefined when it may. A calendar that cannot be kept stops no other:
 * people are told, and it is tried again in the next round.
 */
export function createCalendarKeeper(needs: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly node: string;
  readonly business: () => Promise<Business>;
  readonly secret: (name: string) => Promise<string | undefined>;
  readonly mayReach: (url: URL) => string | undefined;
  readonly onChanged: ChangeHearer;
}): CalendarKeeper {
  const { database, clock, log } = needs;

  async function keepOne(business: Business, { resource, caldav }: ResourceCalendar): Promise<void> {
    if (caldav === undefined) return;
    const { url, user, password } = caldav;
    const forbidden = needs.mayReach(new URL(url));
    if (forbidden !== undefined) throw new Error(forbidden);
    const known = await needs.secret(secretName(password));
    if (known === undefined) throw new Error(`nobody has set ${password}`);
    const inStore = business.escalation.find((path) => path.kind === 'in-store');
    const { openCaldavCalendar } = await import('./caldav-calendar.ts');
    const report = await syncCalendar({
      database,
      calendar: openCaldavCalendar({ url, user, password: known }),
      url,
      resourceId: resource,
      business: { name: business.name, ...(inStore === undefined ? {} : { place: inStore.address }) },
      now: clock.now(),
      onChanged: needs.onChanged,
    });
    const { written, deleted, moved, cancelled, conflicts, problems } = report;
    if (written + deleted + moved.length + cancelled.length > 0)
      log.info('calendar.synced', {
        resource,
        written,
        deleted,
        moved: moved.length,
        cancelled: cancelled.length,
      });
    for (const reference of conflicts)
      await trouble(resource, `appointment ${reference} was changed on both sides; ours stands`);
    for (const problem of problems) await trouble(resource, problem);
  }

  async function trouble(resource: string, what: string): Promise<void> {
    log.warn('calendar.trouble', { resource, what });
    await raiseAlarm(database, { kind: 'calendar-trouble', about: `The calendar of ${resource}: ${what}` });
  }

  return {
    async keep() {
      const business = await needs.business();
      let kept = 0;
      for (const calendar of business.calendars) {
        if (calendar.caldav === undefined) continue;
        const name = `calendar:${calendar.resource}`;
        if (!(await takeLoopLease(database, name, needs.node, leaseMs))) continue;
        kept += 1;
        await keepOne(business, calendar).catch((error: unknown) =>
          trouble(calendar.resource, error instanceof Error ? error.message : String(error)),
        );
      }
      return kept;
    },
  };
}
