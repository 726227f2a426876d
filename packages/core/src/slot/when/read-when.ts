import { Temporal } from 'temporal-polyfill';
import { folded } from '../date/folded.ts';
import { readDay, type DaysMeant } from '../date/read-day.ts';
import { readTime } from '../date/read-time.ts';
import type { SlotContext } from '../slot-type.ts';
import { readMonth } from './read-month.ts';
import { readShift, type TimeShift } from './shift-words.ts';
import { after, latest, parts, soonest, until, weeks, type PartOfDay } from './when-words.ts';

/** Local days, both included: "2026-11-27". */
export type DayRange = { readonly from: string; readonly to: string };

/**
 * When somebody would like to come, as far as a text says it. `days`: any of these would do, in the order
 * written; `minutes`: from midnight, two where the hour may be either ("at 8"); `part`: of the day;
 * `bound`: the minutes are the first or the last that would do; `latest`: of the times on those days the last;
 * `shift`: from a time that is known. `noSuchDay`: it names a day that no calendar
 * has. `rest`: the folded text without all that.
 */
export type When = {
  readonly days: readonly DayRange[];
  readonly minutes: readonly number[];
  readonly part?: PartOfDay | undefined;
  readonly bound?: 'after' | 'until' | undefined;
  readonly soonest: boolean;
  readonly latest: boolean;
  readonly shift?: TimeShift | undefined;
  readonly noSuchDay: boolean;
  readonly rest: string;
};

const mostDays = 4;

/**
 * Reads days, times and parts of the day. Undefined for a text that says nothing of when. `near`: the local day
 * that was spoken of last, which "the 26th" is close to; `asked`: the days asked for so far, whose "Tuesday" is meant.
 */
export function readWhen(
  text: string,
  { at, timeZone, country }: Pick<SlotContext, 'at' | 'timeZone' | 'country'>,
  near?: string,
  asked?: DayRange,
): When | undefined {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  let rest = withClockColons(folded(text), near !== undefined);
  const any = soonest.test(rest);
  rest = rest.replace(soonest, blank);
  const moved = readShift(rest);
  if (moved !== undefined)
    rest = rest.slice(0, moved.start) + ' '.repeat(moved.end - moved.start) + rest.slice(moved.end);
  const last = latest.test(rest);
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
    const found = readDay(
      rest,
      today,
      country,
      spokenOf,
      asked === undefined ? undefined : daysAround(asked, today),
    );
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
  const shift = days.length === 0 && time === undefined ? moved?.shift : undefined;
  const nothing = days.length === 0 && time === undefined && part === undefined && shift === undefined;
  if (nothing && !any && !noSuchDay) return undefined;
  return {
    days,
    minutes: inPart(time?.minutes ?? [], part),
    part: time === undefined ? part : undefined,
    bound: time === undefined ? undefined : bound?.kind,
    soonest: any,
    latest: last && time === undefined,
    shift,
    noSuchDay: noSuchDay && days.length === 0,
    rest: rest.trim(),
  };
}

/** "At 7.30", "7.30pm": a time of day, where "7.30" alone may be a date. */
function withClockColons(text: string, isTimeAsked: boolean): string {
  return (isTimeAsked ? text.replace(dottedFives, '$1:$2') : text)
    .replace(dotted, '$1:$2')
    .replace(besideMorning, 'at $1$2')
    .replace(suiting, 'at $1')
    .replace(toHour, '$1 at $2')
    .replace(/(?<![\d:.,/-])(1[0-2]|[1-9])(?: ?-?ish)(?![\p{L}])/gu, 'at $1')
    .replace(
      /(?<=(?<![\p{L}])(?:at|by|around|after|before|jam|pukul|las?|as|a|vers|الساعه) )(\d{1,2})\.([0-5]\d)/gu,
      '$1:$2',
    )
    .replace(
      /(?<!\d)(\d{1,2})\.([0-5]\d)(?= ?(?:am|pm|hrs|uhr|baje|bje|बजे|pagi|siang|sore|malam)(?![\p{L}]))/gu,
      '$1:$2',
    );
}

/** "3.30" where a time may be said: no month has so many days, so that it is an hour. */
const dotted =
  /(?<![\d.:,/$€£-])(?<!(?:rs|usd|eur|\$) )([01]?\d|2[0-4])\.(1[3-9]|[2-5]\d|00)(?![\d/:%-]|[.,]\d| ?(?:usd|eur|mxn|euros?|dollars?|pesos|reais|%))/gu;

/** "4.10" where times were shown. */
const dottedFives = /(?<![\d.:,/$€£-])([01]?\d|2[0-4])\.(05|10)(?![\d/:%-]|[.,]\d)/gu;

/** "Subah 7", "7 early": an hour, and nothing else is counted there. */
const besideMorning =
  /(?<=(?<![\p{L}\p{M}])(?:early|morning|temprano|(?:por|de|en) la manana|cedo|de manha|tot|matin|pagi|subah|savere|सुबह|सवेरे|الصبح|صباحا|早上|上午)[ ,.:]{0,3})(1[0-2]|[5-9])(?=[ .!?]*$)|^(1[0-2]|[5-9])(?= (?:early|in the morning|temprano|(?:por|de|en) la manana|cedo|tot|du matin|pagi|subah|savere|सुबह|सवेरे|الصبح|صباحا)[ .!?]*$)/gu;

/** "Half past seven" is one of two; "tonight" says which, also where it was said before. */
export function inPart(minutes: readonly number[], part: When['part']): readonly number[] {
  const inside = minutes.filter((each) => part !== undefined && part.from <= each && each < part.to);
  return minutes.length > 1 && inside.length > 0 ? inside : minutes;
}

/** "3 works", "a las 3 me va bien", "17 c'est bon": an hour that would do, and nothing else. */
const suiting =
  /^(?:ok |okay |yes |si |sim |oui |ya )?(\d{1,2}(?::[0-5]\d)?)(?= (?:works|would work|is (?:fine|good|ok|okay|perfect|great)|suits|(?:me )?va bien|esta bien|me sirve|me queda bien|funciona|fica bom|serve|ta bom|esta bom|(?:me )?convient|(?:c'est|ce sera) (?:bon|bien|parfait)|ca marche|aja|saja|cocok|oke|theek|thik|chalega|ठीक|चलेगा|مناسب|تمام)(?![\p{L}\p{M}]))/u;

/** "Change the time to 12", "time badal ke 12 kar do": an hour, and not so many people. */
const toHour =
  /((?:(?:change|move|switch|set|shift)\b.{0,12}\btime(?: of it)? (?:to|for|at)|\b(?:time|timing|samay|समय|टाइम) (?:ko |को )?(?:badal|change|shift|बदल)[\p{L}\p{M}]*(?: (?:ke|kar|karke|kar ke|के|कर|करके))?|\b(?:cambiar|cambia|cambie|mover|pasar) la hora (?:a|para)(?: las)?|\b(?:mudar|muda|trocar|troca|passar) (?:o|de) (?:horario|hora) (?:para|pra|pras)|\b(?:changer|decaler|mettre) l'?(?:heure|horaire) (?:a|pour)|\b(?:ganti|ubah|pindah) (?:waktu|jam)(?:nya)? (?:ke|jadi|jam)|(?:改|换)(?:时间)?(?:到|成))) ?(\d{1,2}(?::[0-5]\d)?)(?![\d\p{L}:.])/u;

function blank(found: string): string {
  return ' '.repeat(found.length);
}

/** Of a week or a month, the days themselves; of a day that is more than a week ahead, its week. */
function daysAround({ from, to }: DayRange, today: Temporal.PlainDate): DaysMeant | undefined {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  if (from !== to) return { first, last };
  if (today.until(first).days <= 7) return undefined;
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  return { first: monday, last: monday.add({ days: 6 }) };
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
