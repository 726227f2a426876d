import type { Hono } from 'hono';
import type { CalendarList } from '@ambit/sdk/calendar';
import { readCalendarSyncs } from '../../db/appointments-calendar.ts';
import { readAllResources } from '../../db/appointments.ts';
import type { Database } from '../../db/database.ts';
import type { PublishedBusinesses } from '../../pipeline/published-business.ts';
import { feedPath } from '../calendar-feed.ts';

/** The calendars of what can be booked: when each was last in step, and where its feed is. */
export function addCalendarRoute(
  app: Hono,
  needs: {
    readonly database: Database;
    readonly businesses: PublishedBusinesses;
    readonly secretKey: Uint8Array;
  },
): void {
  app.get('/api/calendars', async (c) => {
    const { business } = await needs.businesses.current();
    const resources = await readAllResources(needs.database);
    const synced = await readCalendarSyncs(needs.database);
    const calendars = business.calendars.map(({ resource, caldav, feed }) => {
      const at = synced.get(resource);
      const name = resources.find(({ resourceId }) => resourceId === resource)?.name;
      return {
        resource,
        ...(name === undefined ? {} : { name }),
        ...(caldav === undefined ? {} : { caldav: caldav.url }),
        ...(caldav === undefined || at === undefined ? {} : { syncedAt: at }),
        ...(feed === undefined ? {} : { feedPath: feedPath(needs.secretKey, resource, feed) }),
      };
    });
    return c.json({ calendars } satisfies CalendarList);
  });
}
