import { Temporal } from 'temporal-polyfill';
import { months } from '../date/day-words.ts';
import { withAsciiDigits } from '../digits.ts';

/** A whole month that a folded text names, and where it stands. */
export type MonthFound = {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly start: number;
  readonly end: number;
};

/** "In July 2027", "en julio", "bulan depan", "7月份": the coming such month, from today where it is this one. */
export function readMonth(text: string, today: Temporal.PlainDate): MonthFound | undefined {
  const written = withAsciiDigits(text);
  const found = named.exec(written) ?? trailed.exec(written) ?? chinese.exec(written);
  const groups = found?.groups;
  if (found !== null && groups !== undefined) {
    const month = months.get(groups['word'] ?? '') ?? Number(groups['number']);
    if (!(month >= 1 && month <= 12)) return undefined;
    const soonest = month < today.month ? today.year + 1 : today.year;
    return monthOf(found, Number(groups['year'] ?? soonest), month, today);
  }
  const next = nextMonth.exec(written);
  if (next === null) return undefined;
  const { year, month } = today.with({ day: 1 }).add({ months: 1 });
  return monthOf(next, year, month, today);
}

function monthOf(found: RegExpExecArray, year: number, month: number, today: Temporal.PlainDate): MonthFound {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const to = first.add({ months: 1 }).subtract({ days: 1 });
  const current = first.year === today.year && first.month === today.month;
  return { from: current ? today : first, to, start: found.index, end: found.index + found[0].length };
}

const word = [...months.keys()].toSorted((a, b) => b.length - a.length).join('|');
const start = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const end = String.raw`(?![\p{L}\p{M}\p{N}])`;
const year = String.raw`(?:,? (?:of |de |del |do )?(?<year>20\d{2}))?`;

/** A month alone may be a name or a verb ("May", "mar"), so that something has to stand before it. */
const named = new RegExp(
  `${start}(?:in|during|for|sometime in|early|mid|late|end of|next|en|durante|a finales de|a mediados de|a principios de|em|no mes de|el mes de|au mois de|courant|fin|debut|bulan|pada bulan|di bulan|في|شهر|في شهر|خلال) (?<word>${word})${year}${end}`,
  'u',
);
const trailed = new RegExp(`${start}(?<word>${word}) (?:में|mein|me|ke mahine|के महीने|mahine)${end}`, 'u');
const chinese = /(?:(?<year>20\d{2})年)?(?<!\d)(?<number>1[0-2]|[1-9])月份?(?!\d|[一二三四五六七八九十])/u;
const nextMonth = new RegExp(
  `${start}(?:next month|(?:el )?(?:proximo mes|mes que viene|mes proximo)|(?:no )?(?:proximo mes|mes que vem)|(?:le )?mois prochain|bulan depan|अगले महीने|agle mahine|الشهر القادم|الشهر المقبل|الشهر الجاي)${end}|下个?月`,
  'u',
);
