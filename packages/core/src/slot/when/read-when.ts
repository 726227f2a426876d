import { Temporal } from 'temporal-polyfill';
import { folded } from '../date/folded.ts';
import { readDay } from '../date/read-day.ts';
import { readTime } from '../date/read-time.ts';
import type { SlotContext } from '../slot-type.ts';
import { readMonth } from './read-month.ts';
import { after, parts, soonest, until, weeks, type PartOfDay } from './when-words.ts';

/** Local days, both included: "2026-11-27". */
export type DayRange = { readonly from: string; readonly to: string };

/**
 * When somebody would like to come, as far as a text says it. `days`: any of these would do, in the order
 * written; `minutes`: from midnight, two where the hour may be either ("at 8"); `part`: of the day;
 * `bound`: the minutes are the first or the last that would do. `noSuchDay`: it names a day that no calendar
 * has. `rest`: the folded text without all that.
 */
export type When = {
  readonly days: readonly DayRange[];
  readonly minutes: readonly number[];
  readonly part?: PartOfDay | undefined;
  readonly bound?: 'after' | 'until' | undefined;
  readonly soonest: boolean;
  readonly noSuchDay: boolean;
  readonly rest: string;
};

const mostDays = 4;

/**
 * Reads days, times and parts of the day. Undefined for a text that says nothing of when. `near`: the local day
 * that was spoken of last, which "the 26th" is close to.
 */
export function readWhen(
  text: string,
  { at, timeZone, country }: Pick<SlotContext, 'at' | 'timeZone' | 'country'>,
  near?: string,
): When | undefined {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  let rest = withClockColons(folded(text));
  const any = soonest.test(rest);
  rest = rest.replace(soonest, blank);
  const part = parts.find(([pattern]) => pattern.test(rest))?.[1];
  const named: Temporal.PlainDate[] = [];
  const spokenOf = near === undefined ? undefined : Temporal.PlainDate.from(near);
  let week: DayRange | undefined;
  let noSuchDay = false;
  for (const [pattern, which] of weeks) {
    if (!pattern.test(rest)) continue;
    week = weekOf(which, today);
    rest = rest.replace(pattern, blank);
    break;
  }
  for (let count = 0; count < mostDays; count += 1) {
    const found = readDay(rest, today, country, spokenOf);
    if (found === undefined) break;
    named.push(...found.days);
    noSuchDay ||= found.days.length === 0;
    rest = rest.slice(0, found.start) + ' '.repeat(found.end - found.start) + rest.slice(found.end);
  }
  const month = named.length === 0 && week === undefined && !noSuchDay ? readMonth(rest, today) : undefined;
  if (month !== undefined) {
    week = range(month.from, month.to);
    rest = rest.slice(0, month.start) + ' '.repeat(month.end - month.start) + rest.slice(month.end);
  }
  const days = daysOf(named, week);
  const bound = boundIn(rest);
  if (bound !== undefined) rest = bound.text;
  const time = readTime(rest);
  if (time !== undefined) rest = rest.slice(0, time.start) + ' ' + rest.slice(time.end);
  for (const [pattern] of parts) rest = rest.replace(pattern, blank);
  if (days.length === 0 && time === undefined && part === undefined && !any && !noSuchDay) return undefined;
  return {
    days,
    minutes: time?.minutes ?? [],
    part: time === undefined ? part : undefined,
    bound: time === undefined ? undefined : bound?.kind,
    soonest: any,
    noSuchDay: noSuchDay && days.length === 0,
    rest: rest.trim(),
  };
}

/** "At 7.30", "7.30pm": a time of day, where "7.30" alone may be a date. */
function withClockColons(text: string): string {
  return text
    .replace(/^(\d{1,2})\.(1[3-9]|[2-5]\d|00)$/u, '$1:$2')
    .replace(/(?<![\d:.,/-])(1[0-2]|[1-9])(?: ?-?ish)(?![\p{L}])/gu, 'at $1')
    .replace(
      /(?<=(?<![\p{L}])(?:at|by|around|after|before|jam|pukul|las?|as|a|vers|الساعه) )(\d{1,2})\.([0-5]\d)/gu,
      '$1:$2',
    )
    .replace(
      /(?<!\d)(\d{1,2})\.([0-5]\d)(?= ?(?:am|pm|hrs|uhr|pagi|siang|sore|malam)(?![\p{L}]))/gu,
      '$1:$2',
    );
}

function blank(found: string): string {
  return ' '.repeat(found.length);
}

function weekOf(which: 'this' | 'next' | 'weekend', today: Temporal.PlainDate): DayRange {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  if (which === 'this') return range(today, monday.add({ days: 6 }));
  if (which === 'next') return range(monday.add({ days: 7 }), monday.add({ days: 13 }));
  const saturday = monday.add({ days: 5 });
  return range(Temporal.PlainDate.compare(saturday, today) < 0 ? today : saturday, monday.add({ days: 6 }));
}

function range(from: Temporal.PlainDate, to: Temporal.PlainDate): DayRange {
  return { from: from.toString(), to: to.toString() };
}

/** "Wednesday" of "next week" is that week's; a week alone is all of its days. */
function daysOf(named: readonly Temporal.PlainDate[], week: DayRange | undefined): readonly DayRange[] {
  if (week !== undefined && named.length === 0) return [week];
  return named.map((day) => {
    if (week === undefined) return range(day, day);
    const first = Temporal.PlainDate.from(week.from);
    const inside = first.add({ days: (day.dayOfWeek - first.dayOfWeek + 7) % 7 });
    return range(inside, inside);
  });
}

/** "After 5" as "at 5", which is how times are read, and that it is the first that would do. */
function boundIn(text: string): { readonly kind: 'after' | 'until'; readonly text: string } | undefined {
  for (const [kind, { before, behind }] of [
    ['after', after],
    ['until', until],
  ] as const) {
    const lead = new RegExp(
      `(?<![\\p{L}\\p{M}])(?:${before.join('|')}) (?:(?:las?|as|jam|pukul|الساعه) )?(?=\\d)`,
      'u',
    );
    if (lead.test(text)) return { kind, text: text.replace(lead, 'at ') };
    const trail = new RegExp(`(\\d[^\\d]{0,8}?) ?(?:${behind.join('|')})(?![\\p{L}\\p{M}])`, 'u');
    const han = new RegExp(`(\\d ?[点點][半\\d]{0,2}分?)(?:${behind.join('|')})`, 'u');
    for (const pattern of [han, trail])
      if (pattern.test(text)) return { kind, text: text.replace(pattern, '$1') };
  }
  return undefined;
}
