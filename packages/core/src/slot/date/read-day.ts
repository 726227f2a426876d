import { Temporal } from 'temporal-polyfill';
import { ahead, feasts, lastWords, months, nextWords, relative, smallNumber, weekdays } from './day-words.ts';

/**
 * A day, or the two it may be; none for a day that no calendar has ("31 February"). `start`, `end`: where it
 * stands in the folded text.
 */
export type DayFound = {
  readonly days: readonly Temporal.PlainDate[];
  readonly start: number;
  readonly end: number;
};

/** The days that are spoken of, both included: "Tuesday" is the one among them. */
export type DaysMeant = { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate };

/** Countries that write the month before the day. Source: CLDR 47, date patterns. */
const monthFirst = new Set(['US', 'PH', 'BZ']);

const monthWord = alternatives(months.keys());
const weekdayWord = alternatives(weekdays.keys());
const relativeWord = alternatives(relative.map(([word]) => word));
const bound = { before: '(?<![\\p{L}\\p{M}\\p{N}])', after: '(?![\\p{L}\\p{M}\\p{N}])' };

const iso = /(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/u;
const chinese = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号號]?/u;
const numeric = /(?<![\d./:-])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?![\d/-]|[.:]\d)/u;
const dayMonth = new RegExp(
  `${bound.before}(\\d{1,2})(?:st|nd|rd|th|er|o|\\.)?(?: (?:of|de|du|di))? (${monthWord})${bound.after}(?: (?:of |de |del |do )?(\\d{4}))?`,
  'u',
);
const monthDay = new RegExp(
  `${bound.before}(${monthWord}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?${bound.after}(?!:)(?:,? (\\d{4}))?`,
  'u',
);
const relativeDay = new RegExp(`${bound.before}(?:${relativeWord})${bound.after}`, 'u');
const chineseRelative = new RegExp(
  [...relative]
    .map(([word]) => word)
    .filter((word) => /\p{Script=Han}/u.test(word))
    .join('|'),
  'u',
);
const weekday = new RegExp(
  `${bound.before}(?:(next|proximo|proxima|agle|agla|अगले|अगला|last|pichle|pichla|पिछले) )?(?:hari |dia |yaum |يوم )?(${weekdayWord})(?:-feira| feira|s)?${bound.after}(?: (next|que viene|que vem|proximo|proxima|prochaine?|depan|القادمه?|الجاي|المقبل|pasado|passad[oa]|derniere?|lalu|الماضيه?))?`,
  'u',
);
/** What stands between a weekday and the number of its day: "the", "el", ", ". */
const beside = '(?:-feira| feira)?[,.]? +(?:\\(?(?:the|el|el dia|le|dia|no dia|tanggal|tgl) )?';
const weekdayBefore = new RegExp(`${bound.before}(?:hari |dia |يوم )?(${weekdayWord})${beside}$`, 'u');
const weekdayBehind = new RegExp(
  `^[,.]? ?\\(?(?:a |an |un |una |este |ce )?(${weekdayWord})(?:-feira| feira)?${bound.after}\\)?`,
  'u',
);
const weekdayAndDay = new RegExp(
  `${bound.before}(?:hari |dia |يوم )?(${weekdayWord})${beside}(\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\p{M}\\p{N}:/.-]| ?(?:am|pm|h|hrs|baje|बजे|o'clock|heures?|horas?|(?:de la|da|du|a|de|por la) (?:manana|manha|tarde|noche|noite|matin|soir)|pagi|siang|sore|malam|सुबह|शाम|रात|दोपहर|subah|shaam|raat|صباحا|مساء|ليلا|العصر|الظهر|بالليل|personas?|pessoas?|personnes?|people|orang)(?![\\p{L}]))`,
  'u',
);
const someDay = `${weekdayWord}|today|tomorrow|hoy|manana|hoje|amanha|aujourd'hui|demain`;
const weekOn = new RegExp(
  [
    `(?:(?:a|1|one)|(?<two>2|two)) weeks? (?:from|on|after) (?:next )?(?<day1>${someDay})`,
    `(?<day2>${weekdayWord}|today|tomorrow) week(?! ?end)`,
    `(?:de |desde |el )?(?<day3>${someDay}) en (?:ocho|8)(?: dias)?`,
    `(?:d')?(?<day4>${someDay}) en (?:huit|8)(?: jours)?`,
    `(?:de )?(?<day5>${someDay}) a (?:oito|8) dias`,
  ]
    .map((each) => `${bound.before}${each}${bound.after}`)
    .join('|'),
  'u',
);
const chineseWeekday = /(下下|下|上|这|本)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/u;
const monthDayOnly =
  /\b(?:the |on the )(\d{1,2})(?:st|nd|rd|th)\b|\b(?:el|el dia|dia|no dia|le|tanggal|tgl|tarikh|ke tarikh) (\d{1,2})(?![\d:/.h])\b|(?<!\d)(\d{1,2}) (?:तारीख|tareekh|tarikh)|يوم (\d{1,2})(?!\d)|(?<!\d)(\d{1,2})[号號日](?!\d)/u;

/**
 * The first day that a folded text names, seen from `today`; days of the past only where it says so. `near`: the
 * day that was spoken of last, which "the 26th" is close to; `meant`: the days among which a bare weekday is.
 */
export function readDay(
  text: string,
  today: Temporal.PlainDate,
  country: string,
  near: Temporal.PlainDate = today,
  meant?: DaysMeant,
): DayFound | undefined {
  const found =
    readFullDate(text, today, country) ??
    readAhead(text, today) ??
    readWeekOn(text, today) ??
    readWeekdayAndDay(text, today) ??
    readFeast(text, today) ??
    readRelative(text, today) ??
    readWeekday(text, today, meant) ??
    readDayOfMonth(text, today, near);
  return found === undefined ? undefined : withItsWeekday(text, found);
}

function readFullDate(text: string, today: Temporal.PlainDate, country: string): DayFound | undefined {
  const isoFound = iso.exec(text);
  if (isoFound !== null)
    return at(isoFound, [date(isoFound[1], isoFound[2], isoFound[3])]) ?? noSuchDay(isoFound);
  const hanFound = chinese.exec(text);
  if (hanFound !== null)
    return at(hanFound, [coming(today, hanFound[1], hanFound[2], hanFound[3])]) ?? noSuchDay(hanFound);
  const before = dayMonth.exec(text);
  if (before !== null)
    return (
      at(before, [coming(today, before[3], months.get(before[2] ?? ''), before[1])]) ?? noSuchDay(before)
    );
  const after = monthDay.exec(text);
  if (after !== null)
    return at(after, [coming(today, after[3], months.get(after[1] ?? ''), after[2])]) ?? noSuchDay(after);
  const digits = numeric.exec(text);
  if (digits === null) return undefined;
  const [, first, second, year] = digits;
  const [month, day] = monthFirst.has(country) ? [first, second] : [second, first];
  const found = at(digits, [coming(today, year, month, day) ?? coming(today, year, day, month)]);
  // "31/02" can be nothing but a day; "20-30" or "7.45" may be anything.
  const isDay = digits[0].includes('/') && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
  return found ?? (isDay ? noSuchDay(digits) : undefined);
}

function noSuchDay(found: RegExpExecArray): DayFound {
  return { days: [], start: found.index, end: found.index + found[0].length };
}

/** "Tuesday week", "mardi en huit", "de hoy en ocho": a week, or two, after a day. */
function readWeekOn(text: string, today: Temporal.PlainDate): DayFound | undefined {
  const found = weekOn.exec(text);
  if (found?.groups === undefined) return undefined;
  const { groups } = found;
  const word = groups['day1'] ?? groups['day2'] ?? groups['day3'] ?? groups['day4'] ?? groups['day5'] ?? '';
  const day = weekdays.get(word);
  const from =
    day === undefined
      ? today.add({ days: relative.find(([each]) => each === word)?.[1][0] ?? (word === 'manana' ? 1 : 0) })
      : comingWeekday(today, day);
  return at(found, [from.add({ weeks: groups['two'] === undefined ? 1 : 2 })]);
}

/** "Wednesday the 2nd", "el miércoles 2": the coming such day, if it is such a weekday. "Friday 5" is an hour else. */
function readWeekdayAndDay(text: string, today: Temporal.PlainDate): DayFound | undefined {
  const found = weekdayAndDay.exec(text);
  const weekday = weekdays.get(found?.[1] ?? '');
  const day = Number(found?.[2]);
  if (found === null || weekday === undefined || day < 1 || day > 31) return undefined;
  for (let month = 0; month < 3; month += 1) {
    const first = today.with({ day: 1 }).add({ months: month });
    if (day > first.daysInMonth) continue;
    const candidate = first.with({ day });
    const ahead = Temporal.PlainDate.compare(candidate, today) >= 0;
    if (ahead && candidate.dayOfWeek === weekday) return at(found, [candidate]);
  }
  return undefined;
}

/** "Wednesday, 2 December" is one day: the weekday beside a date that is such a weekday belongs to it. */
function withItsWeekday(text: string, found: DayFound): DayFound {
  const [day, another] = found.days;
  if (day === undefined || another !== undefined) return found;
  const before = weekdayBefore.exec(text.slice(0, found.start));
  if (before !== null && weekdays.get(before[1] ?? '') === day.dayOfWeek)
    return { ...found, start: before.index };
  const after = weekdayBehind.exec(text.slice(found.end));
  if (after !== null && weekdays.get(after[1] ?? '') === day.dayOfWeek)
    return { ...found, end: found.end + after[0].length };
  return found;
}

function readAhead(text: string, today: Temporal.PlainDate): DayFound | undefined {
  for (const pattern of ahead) {
    const found = pattern.exec(text);
    const groups = found?.groups;
    if (found === null || groups === undefined) continue;
    const two = (groups['day'] ?? groups['week'] ?? groups['month'] ?? '').endsWith('ين');
    const n = groups['n'] === undefined ? (two ? 2 : 1) : smallNumber(groups['n']);
    if (n === undefined) continue;
    const unit =
      groups['day'] !== undefined ? { days: n } : groups['week'] !== undefined ? { weeks: n } : { months: n };
    return at(found, [today.add(unit)]);
  }
  return undefined;
}

/** "Christmas", "元旦": the next one. */
function readFeast(text: string, today: Temporal.PlainDate): DayFound | undefined {
  for (const [pattern, month, day] of feasts) {
    const found = pattern.exec(text);
    if (found !== null) return at(found, [coming(today, undefined, month, String(day))]);
  }
  return undefined;
}

function readRelative(text: string, today: Temporal.PlainDate): DayFound | undefined {
  // "Por la mañana", "de manhã": the morning and not tomorrow.
  const words = text.replace(/\b(?:por|en|de|a) la manana\b/u, (found) => ' '.repeat(found.length));
  const spanish = /(?<![\p{L}])manana(?![\p{L}])/u.exec(words);
  const found = relativeDay.exec(text) ?? chineseRelative.exec(text);
  if (found === null) return spanish === null ? undefined : at(spanish, [today.add({ days: 1 })]);
  const days = relative.find(([word]) => word === found[0])?.[1] ?? [];
  return at(
    found,
    days.map((n) => today.add({ days: n })),
  );
}

function readWeekday(
  text: string,
  today: Temporal.PlainDate,
  meant: DaysMeant | undefined,
): DayFound | undefined {
  const han = chineseWeekday.exec(text);
  if (han !== null) {
    const day = '一二三四五六日'.indexOf((han[2] ?? '').replace('天', '日')) + 1;
    const weeks = { 下: 1, 下下: 2, 上: -1 }[han[1] ?? ''];
    return weeks === undefined
      ? at(han, [han[1] === undefined ? weekdayMeant(today, day, meant) : comingWeekday(today, day)])
      : at(han, [today.add({ days: day - today.dayOfWeek }).add({ weeks })]);
  }
  const found = weekday.exec(text);
  const day = weekdays.get(found?.[2] ?? '');
  if (found === null || day === undefined) return undefined;
  const said = found[1] ?? found[3] ?? '';
  const soon = comingWeekday(today, day);
  if (lastWords.test(said)) return at(found, [soon.subtract({ weeks: 1 })]);
  // "Next Friday", said on a Monday, is this week's to some and next week's to others.
  const thisWeek = soon.dayOfWeek > today.dayOfWeek;
  if (nextWords.test(said) && thisWeek) return at(found, [soon, soon.add({ weeks: 1 })]);
  return at(found, [said === '' ? weekdayMeant(today, day, meant) : soon]);
}

/** Such a weekday among the days that are spoken of; else the next one. */
function weekdayMeant(
  today: Temporal.PlainDate,
  day: number,
  meant: DaysMeant | undefined,
): Temporal.PlainDate {
  const coming = comingWeekday(today, day);
  if (meant === undefined) return coming;
  const first = meant.first.add({ days: (day - meant.first.dayOfWeek + 7) % 7 });
  const inside = Temporal.PlainDate.compare(first, meant.last) <= 0;
  return inside && Temporal.PlainDate.compare(first, today) >= 0 ? first : coming;
}

function readDayOfMonth(
  text: string,
  today: Temporal.PlainDate,
  near: Temporal.PlainDate,
): DayFound | undefined {
  const found = monthDayOnly.exec(text);
  const day = Number(found?.slice(1).find((group) => group !== undefined));
  if (found === null || day < 1 || day > 31) return undefined;
  const days: Temporal.PlainDate[] = [];
  for (let month = 0; month < 12; month += 1) {
    const first = today.with({ day: 1 }).add({ months: month });
    if (day > first.daysInMonth) continue;
    const candidate = first.with({ day });
    if (Temporal.PlainDate.compare(candidate, today) >= 0) days.push(candidate);
  }
  const off = (candidate: Temporal.PlainDate): number => Math.abs(near.until(candidate).days);
  const [closest] = days.toSorted((a, b) => off(a) - off(b));
  return at(found, [closest]);
}

/** The next such weekday after today. */
function comingWeekday(today: Temporal.PlainDate, day: number): Temporal.PlainDate {
  return today.add({ days: ((day - today.dayOfWeek + 6) % 7) + 1 });
}

/** Without a year, the next such day from today on. */
function coming(
  today: Temporal.PlainDate,
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): Temporal.PlainDate | undefined {
  if (year !== undefined) return date(year.length === 2 ? `20${year}` : year, month, day);
  const thisYear = date(today.year, month, day);
  if (thisYear !== undefined && Temporal.PlainDate.compare(thisYear, today) >= 0) return thisYear;
  return date(today.year + 1, month, day) ?? thisYear;
}

function date(
  year: string | number | undefined,
  month: string | number | undefined,
  day: string | number | undefined,
): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch (cause) {
    // No such day: 31 April, month 13.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function at(found: RegExpExecArray, days: readonly (Temporal.PlainDate | undefined)[]): DayFound | undefined {
  const real = days.filter((day) => day !== undefined);
  return real.length === 0
    ? undefined
    : { days: real, start: found.index, end: found.index + found[0].length };
}

function alternatives(words: Iterable<string>): string {
  return [...words]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}
