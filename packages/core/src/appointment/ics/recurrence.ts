import { Temporal } from 'temporal-polyfill';

/** A rule that has been read, or why it cannot be followed. */
export type Recurrence =
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'unsupported'; readonly why: string };

type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
const frequencies: readonly Frequency[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];

type Rule = {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  readonly until: string | undefined;
  /** `nth` counts within the month (or year), from its end if negative; 0 is each. */
  readonly byDay: readonly { readonly nth: number; readonly weekday: number }[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPosition: readonly number[];
};

const known = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'WKST'];
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Reads an RRULE as calendars for people write it. Source: RFC 5545, 3.3.10. */
export function readRecurrence(text: string): Recurrence {
  const parts = new Map(
    text
      .toUpperCase()
      .split(';')
      .map((part): [string, string] => {
        const [name = '', value = ''] = part.split('=');
        return [name, value];
      }),
  );
  const strange = [...parts.keys()].find((name) => name !== '' && !known.includes(name));
  const frequency = frequencies.find((each) => each === parts.get('FREQ'));
  if (strange !== undefined || frequency === undefined) {
    return { kind: 'unsupported', why: strange ?? `FREQ=${parts.get('FREQ') ?? ''}` };
  }
  const numbers = (name: string): readonly number[] =>
    (parts.get(name) ?? '')
      .split(',')
      .filter((each) => /^[+-]?\d{1,4}$/.test(each))
      .map(Number);
  const [interval = 1] = numbers('INTERVAL');
  const byDay = (parts.get('BYDAY') ?? '').split(',').flatMap((each) => {
    const [, nth, name] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(each) ?? [];
    return name === undefined ? [] : [{ nth: Number(nth ?? 0), weekday: weekdays.indexOf(name) + 1 }];
  });
  return {
    kind: 'rule',
    rule: {
      frequency,
      interval: Math.max(1, interval),
      count: numbers('COUNT')[0],
      until: parts.get('UNTIL'),
      byDay,
      byMonthDay: numbers('BYMONTHDAY'),
      byMonth: numbers('BYMONTH'),
      bySetPosition: numbers('BYSETPOS'),
    },
  };
}

/** A rule of days ends here at the latest: about sixty years. */
const mostPeriods = 22_000;

/** The days on which something that first happens on `start` happens, up to `last`, both included. */
export function recurrenceDays(
  rule: Rule,
  start: Temporal.PlainDate,
  last: Temporal.PlainDate,
): readonly Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  let counted = 0;
  for (let period = 0; period < mostPeriods; period += 1) {
    const begins = periodStart(rule, start, period * rule.interval);
    if (Temporal.PlainDate.compare(begins, last) > 0) break;
    for (const day of daysOfPeriod(rule, start, begins)) {
      if (Temporal.PlainDate.compare(day, start) < 0) continue;
      counted += 1;
      if (rule.count !== undefined && counted > rule.count) return days;
      if (Temporal.PlainDate.compare(day, last) > 0) return days;
      days.push(day);
    }
  }
  return days;
}

function periodStart(rule: Rule, start: Temporal.PlainDate, periods: number): Temporal.PlainDate {
  switch (rule.frequency) {
    case 'DAILY':
      return start.add({ days: periods });
    case 'WEEKLY':
      return start.subtract({ days: start.dayOfWeek - 1 }).add({ weeks: periods });
    case 'MONTHLY':
      return start.with({ day: 1 }).add({ months: periods });
    case 'YEARLY':
      return start.with({ month: 1, day: 1 }).add({ years: periods });
  }
}

function daysOfPeriod(
  rule: Rule,
  start: Temporal.PlainDate,
  begins: Temporal.PlainDate,
): readonly Temporal.PlainDate[] {
  const months = rule.byMonth.length === 0 || rule.frequency === 'YEARLY' ? undefined : rule.byMonth;
  const inMonths = (day: Temporal.PlainDate): boolean => months === undefined || months.includes(day.month);
  switch (rule.frequency) {
    case 'DAILY':
      return [begins].filter(
        (day) =>
          inMonths(day) &&
          (rule.byDay.length === 0 || rule.byDay.some(({ weekday }) => weekday === day.dayOfWeek)) &&
          (rule.byMonthDay.length === 0 || isMonthDay(rule, day)),
      );
    case 'WEEKLY': {
      const wanted =
        rule.byDay.length === 0
          ? [start.dayOfWeek]
          : rule.byDay.map(({ weekday }) => weekday).toSorted((a, b) => a - b);
      return wanted.map((weekday) => begins.add({ days: weekday - 1 })).filter(inMonths);
    }
    case 'MONTHLY':
      return chosenPositions(rule, daysOfMonth(rule, start, begins).filter(inMonths));
    case 'YEARLY': {
      const wanted = rule.byMonth.length === 0 ? [start.month] : rule.byMonth.toSorted((a, b) => a - b);
      const days = wanted
        .filter((month) => month >= 1 && month <= 12)
        .flatMap((month) => daysOfMonth(rule, start, begins.with({ month })));
      return chosenPositions(rule, days);
    }
  }
}

function daysOfMonth(
  rule: Rule,
  start: Temporal.PlainDate,
  first: Temporal.PlainDate,
): readonly Temporal.PlainDate[] {
  const all = Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index }));
  if (rule.byDay.length === 0 && rule.byMonthDay.length === 0)
    return all.filter(({ day }) => day === start.day);
  return all.filter(
    (day) =>
      (rule.byMonthDay.length === 0 || isMonthDay(rule, day)) &&
      (rule.byDay.length === 0 ||
        rule.byDay.some(({ nth, weekday }) => {
          if (weekday !== day.dayOfWeek) return false;
          const fromStart = Math.ceil(day.day / 7);
          const fromEnd = -Math.ceil((day.daysInMonth - day.day + 1) / 7);
          return nth === 0 || nth === fromStart || nth === fromEnd;
        })),
  );
}

function isMonthDay(rule: Rule, day: Temporal.PlainDate): boolean {
  return rule.byMonthDay.some((each) => each === day.day || each === day.day - day.daysInMonth - 1);
}

function chosenPositions(rule: Rule, days: readonly Temporal.PlainDate[]): readonly Temporal.PlainDate[] {
  if (rule.bySetPosition.length === 0) return days;
  return days.filter((_, index) =>
    rule.bySetPosition.some((each) => each === index + 1 || each === index - days.length),
  );
}
