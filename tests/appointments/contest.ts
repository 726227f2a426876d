import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Resource, type resourceKinds } from '@ambit/core/appointment/resource';
import { importAppointments } from '@ambit/server/db/import/import-appointments';
import type { Database } from '@ambit/server/db/database';

/** When everybody asks. */
export const contestNow = Date.parse('2026-11-23T08:00:00Z');
const firstSlot = Date.parse('2026-11-24T00:00:00Z');
const slotMinutes = 20;

/** A start of the contest's resource, as a customer names it. */
export function slotStart(index: number): string {
  return new Date(firstSlot + index * slotMinutes * 60_000).toISOString();
}

/** What a process of bookers reports when it is done. */
export const BookersReport = z.object({
  booked: z.number(),
  taken: z.number(),
  other: z.array(z.string()),
  repeatedDifferently: z.number(),
});

/** What came of a contest, as the bookers were told and as the tables hold it. */
export type ContestResult = {
  readonly toldBooked: number;
  readonly toldTaken: number;
  readonly other: readonly string[];
  readonly repeatedDifferently: number;
  readonly booked: number;
  /** Of those, how many begin at a slot of the contest. */
  readonly slotsFilled: number;
  readonly overCapacity: number;
  readonly seconds: number;
};

/**
 * Lets `attempts` different customers ask for `slots` slots of one resource at once, from several
 * processes; every tenth asks twice under the same key.
 */
export async function runContest(
  database: Database,
  connectionString: string,
  contest: {
    attempts: number;
    slots: number;
    processes: number;
    kind: (typeof resourceKinds)[number];
    capacity: number;
  },
): Promise<ContestResult> {
  const allDay = [{ from: '00:00', to: '24:00' }];
  const resource = Resource.parse({
    resourceId: 'contested',
    name: 'Contested',
    kind: contest.kind,
    services: [{ name: 'Visit', minutes: slotMinutes }],
    bufferMinutes: 0,
    capacity: contest.capacity,
    noticeMinutes: 0,
    horizonDays: 60,
    changeNoticeMinutes: 0,
    hours: {
      timeZone: 'UTC',
      week: {
        monday: allDay,
        tuesday: allDay,
        wednesday: allDay,
        thursday: allDay,
        friday: allDay,
        saturday: allDay,
        sunday: allDay,
      },
    },
  });
  await database.transaction((client) =>
    importAppointments(client, { resources: [resource], appointments: [] }),
  );
  const startedAt = performance.now();
  const share = Math.ceil(contest.attempts / contest.processes);
  const reports = await Promise.all(
    Array.from({ length: contest.processes }, (_, index) =>
      runBookers(connectionString, {
        first: index * share,
        count: Math.min(share, contest.attempts - index * share),
        slots: contest.slots,
      }),
    ),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  const sum = (count: (report: z.infer<typeof BookersReport>) => number): number =>
    reports.reduce((total, report) => total + count(report), 0);
  return {
    toldBooked: sum(({ booked }) => booked),
    toldTaken: sum(({ taken }) => taken),
    other: [...new Set(reports.flatMap(({ other }) => other))],
    repeatedDifferently: sum((report) => report.repeatedDifferently),
    ...(await countBooked(database, contest.capacity)),
    seconds,
  };
}

async function runBookers(
  connectionString: string,
  work: { first: number; count: number; slots: number },
): Promise<z.infer<typeof BookersReport>> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=ambit-source',
      fileURLToPath(new URL('bookers.ts', import.meta.url)),
      connectionString,
      String(work.first),
      String(work.count),
      String(work.slots),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [code] = z.array(z.unknown()).parse(await once(child, 'close'));
  if (code !== 0) throw new Error(`The bookers ended with ${String(code)}: ${output}`);
  return BookersReport.parse(JSON.parse(output));
}

/** Counts in the tables, without the program's own reckoning: at each start, who is there? */
async function countBooked(
  database: Database,
  capacity: number,
): Promise<{ booked: number; slotsFilled: number; overCapacity: number }> {
  const counted = await database.query({
    text: `select count(*) as booked, count(distinct starts_at) as filled,
                  count(*) filter (where (
                    select sum(b.people) from appointments b
                     where b.status = 'booked' and b.resource_id = a.resource_id
                       and b.starts_at <= a.starts_at and a.starts_at < b.free_at) > $1) as over
             from appointments a where status = 'booked'`,
    values: [capacity],
  });
  const row = z
    .object({ booked: z.coerce.number(), filled: z.coerce.number(), over: z.coerce.number() })
    .parse(counted.rows[0]);
  return { booked: row.booked, slotsFilled: row.filled, overCapacity: row.over };
}
