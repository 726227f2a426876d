import type { Config } from '../config.ts';
import { createCalendarKeeper } from '../calendar/keep-calendars.ts';
import type { Database } from '../db/database.ts';
import { releaseLoopLeases, takeLoopLease } from '../db/loop-leases.ts';
import type { PublishedBusinesses } from '../pipeline/published-business.ts';
import type { EngineSettings } from '../pipeline/settings.ts';
import { createAppointmentTeller } from '../pipeline/tell-appointments.ts';
import type { Clock } from '../ports/clock.ts';
import type { LoopWatch } from '../ports/health.ts';
import type { Log } from '../ports/log.ts';
import { permissionFor } from '../tools/outbound/outbound-rules.ts';
import type { Secrets } from '../tools/tool-secrets.ts';
import { startAppointmentLoop, startCalendarLoop } from '../worker/appointment-loops.ts';
import type { Teardown } from './teardown.ts';

/** A node that dies leaves the telling to another one after so long. */
const tellLeaseMs = 60_000;

/** Starts the loops of appointments: reminders, the waiting list, and calendars; of several nodes one does each. */
export function startAppointments(
  needs: {
    readonly database: Database;
    readonly clock: Clock;
    readonly log: Log;
    readonly watch: LoopWatch;
    readonly settings: EngineSettings;
    readonly businesses: PublishedBusinesses;
    readonly secrets: Secrets;
    readonly outbound: Config['tools'];
    readonly node: string;
    readonly onWoken: () => void;
  },
  teardown: Teardown,
): void {
  const { database, clock, log, watch, settings, node, onWoken } = needs;
  const reminders = async () => (await needs.businesses.current()).business.appointments?.reminders;
  const teller = createAppointmentTeller({ database, clock, log, settings, reminders });
  const keeper = createCalendarKeeper({
    database,
    clock,
    log,
    node,
    business: async () => (await needs.businesses.current()).business,
    secret: needs.secrets,
    mayReach: (url) => {
      const permission = permissionFor(url, needs.outbound);
      return permission.kind === 'not-allowed' ? permission.why : undefined;
    },
    onChanged: (client, about, appointment, resource) =>
      teller.tellChange(client, about, appointment, resource),
  });
  teardown.push(() => releaseLoopLeases(database, node));
  const tells = startAppointmentLoop({
    log,
    watch,
    onWoken,
    tell: async () =>
      (await takeLoopLease(database, 'appointments', node, tellLeaseMs)) ? teller.tellDue() : undefined,
  });
  teardown.push(() => tells.stop());
  const calendars = startCalendarLoop({
    log,
    watch,
    onWoken,
    keep: () => keeper.keep(),
    everyMs: settings.calendarsEveryMs,
  });
  teardown.push(() => calendars.stop());
}
