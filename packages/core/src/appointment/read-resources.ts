import { Temporal } from 'temporal-polyfill';
import type { OpeningHours, Shift } from '../business/business.ts';
import { checkHours } from '../business/check-business.ts';
import { suggestion } from '../business/did-you-mean.ts';
import type { FileProblem } from '../business/file-problem.ts';
import type { TableFiles } from '../business/table-files.ts';
import { isCalendarDay, requiredText, type RowReader } from '../business/read-columns.ts';
import { noteRepeat, readRows, wholeNumber } from '../business/read-rows.ts';
import { Resource, resourceKinds, type Service } from './resource.ts';

export const resourcesFile = 'data/resources.csv';
export const appointmentsFile = 'data/appointments.csv';

/** The table files of appointments. */
export const appointmentFiles = [resourcesFile, appointmentsFile] as const;

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const columns = {
  required: ['resource', 'name', 'kind', 'services'],
  optional: [
    'capacity',
    'buffer_minutes',
    'step_minutes',
    'notice_minutes',
    'horizon_days',
    'change_notice_minutes',
    'remind_minutes',
    ...weekdays,
    'closed',
  ],
};

/**
 * Reads `data/resources.csv`. A resource with no weekday filled in keeps the business's hours; in any
 * case it is closed on the business's holidays, and on its own days under `closed`.
 */
export function readResources(
  files: TableFiles,
  hours: OpeningHours | undefined,
  problems: FileProblem[],
): readonly Resource[] {
  const seen = new Map<string, number>();
  return readRows(files, resourcesFile, columns, problems, (reader) => {
    const resourceId = requiredText(reader, 'resource');
    noteRepeat(reader, 'resource', resourceId.toLowerCase(), seen);
    const written = requiredText(reader, 'kind');
    const kind = resourceKinds.find((each) => each === written.toLowerCase());
    if (kind === undefined && written !== '') {
      reader.note('kind', `"${written}" is not a kind of resource`, suggestion(written, resourceKinds));
    }
    return {
      resourceId,
      name: requiredText(reader, 'name'),
      kind: kind ?? 'staff',
      services: [...readServices(reader)],
      capacity: wholeNumber(reader, 'capacity', 1) ?? 1,
      bufferMinutes: wholeNumber(reader, 'buffer_minutes', 0) ?? 0,
      stepMinutes: wholeNumber(reader, 'step_minutes', 5),
      noticeMinutes: wholeNumber(reader, 'notice_minutes', 0) ?? 60,
      horizonDays: wholeNumber(reader, 'horizon_days', 0) ?? 60,
      changeNoticeMinutes: wholeNumber(reader, 'change_notice_minutes', 0) ?? 24 * 60,
      remindMinutes: wholeNumber(reader, 'remind_minutes', 1),
      hours: readHours(reader, hours),
    };
  }).flatMap((row) => {
    // What cannot be used has been noted above.
    const resource = Resource.safeParse(row);
    return resource.success ? [resource.data] : [];
  });
}

/** "Check-up 30; Root canal 90": what it is called and how many minutes it takes. */
function readServices(reader: RowReader): readonly Service[] {
  const fix = 'write a name and minutes, separated by ";", such as Check-up 30; Root canal 90';
  const parts = requiredText(reader, 'services')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.flatMap((part): readonly Service[] => {
    const [, name, minutes] = /^(.*\S)\s+(\d{1,4})$/.exec(part) ?? [];
    if (name === undefined || Number(minutes) < 5 || Number(minutes) > 24 * 60) {
      reader.note('services', `"${part}" is not a service with its minutes (5 to 1440)`, fix);
      return [];
    }
    return [{ name, minutes: Number(minutes) }];
  });
}

function readHours(reader: RowReader, business: OpeningHours | undefined): OpeningHours {
  const week = {
    monday: readShifts(reader, 'monday'),
    tuesday: readShifts(reader, 'tuesday'),
    wednesday: readShifts(reader, 'wednesday'),
    thursday: readShifts(reader, 'thursday'),
    friday: readShifts(reader, 'friday'),
    saturday: readShifts(reader, 'saturday'),
    sunday: readShifts(reader, 'sunday'),
  };
  const closed = (reader.row.values.get('closed') ?? '').split(/[\s;]+/).filter((day) => day !== '');
  for (const day of closed) {
    if (!isCalendarDay(day)) {
      reader.note('closed', `"${day}" is not a date`, 'write days such as 2026-12-24 2026-12-31');
    }
  }
  const own = Object.values(week).some((shifts) => shifts.length > 0);
  const holidays = [
    ...(business?.holidays ?? [])
      .filter(({ date }) => !closed.includes(date))
      .map((holiday) => (own ? { ...holiday, shifts: onlyOwn(holiday, week) } : holiday)),
    ...[...new Set(closed)].map((date) => ({ date, name: 'closed', shifts: [] })),
  ];
  const hours: OpeningHours = {
    timeZone: business?.timeZone ?? 'UTC',
    week: own || business === undefined ? week : business.week,
    holidays,
  };
  if (own) {
    for (const { path, message, fix } of checkHours({ ...hours, holidays: [] })) {
      if (path[0] === 'week') reader.note(String(path[1]), message, fix);
    }
  }
  return hours;
}

/** Short hours of a holiday open nothing that the resource does not have on that weekday. */
function onlyOwn({ date, shifts }: OpeningHours['holidays'][number], week: OpeningHours['week']): Shift[] {
  // A date that is none is told of where the business is checked.
  if (!isCalendarDay(date)) return [];
  const usual = week[weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? 'sunday'];
  return shifts.flatMap((shift) =>
    usual.flatMap(({ from, to }) => {
      const start = from > shift.from ? from : shift.from;
      const end = to < shift.to ? to : shift.to;
      return start < end ? [{ from: start, to: end }] : [];
    }),
  );
}

/** "09:00-13:00 14:00-18:00". */
function readShifts(reader: RowReader, day: string): Shift[] {
  const parts = (reader.row.values.get(day) ?? '').split(/[\s;]+/).filter((part) => part !== '');
  return parts.flatMap((part): Shift[] => {
    const [, from, to] = /^(\d{2}:\d{2})[-–](\d{2}:\d{2})$/.exec(part) ?? [];
    if (from === undefined || to === undefined || !isClock(from) || !isClock(to)) {
      reader.note(day, `"${part}" is not a shift`, 'write shifts such as 09:00-13:00 14:00-18:00');
      return [];
    }
    return [{ from, to }];
  });
}

function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
}
