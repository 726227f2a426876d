import { dateSlot } from './date/date-slot.ts';
import { folded } from './date/folded.ts';
import { chineseNumber } from './quantity-slot.ts';
import { quantityWords } from './quantity-words.ts';
import type { SlotContext, SlotReading, SlotType } from './slot-type.ts';

/**
 * How long something lasts: a number of days ("30 dias", "two weeks"; a month has thirty), or the last day as a date
 * ("until 5 January"). A bare number, or a bare date, is an answer only where the text says nothing else.
 */
export const daysSlot: SlotType = {
  name: 'days',
  findsInside: false,
  read(text, language, context) {
    const inside = howLong(text, language, context);
    if (inside.kind !== 'not-this') return inside;
    const words = folded(text);
    const bare = /^[\p{L}\p{M}\p{N}]+$/u.test(words) ? numberIn(words, language) : undefined;
    if (bare !== undefined) return filled(bare, true);
    const day = dateSlot.read(text, language, context);
    return day.kind === 'filled' && day.whole ? day : { kind: 'not-this' };
  },
  inside: howLong,
};

/** How long something lasts, where the text says that it speaks of that: by a unit, or by "until". */
function howLong(text: string, language: string, context: SlotContext): SlotReading {
  const words = folded(text);
  const counted = units.flatMap(({ days, pattern }) =>
    [...words.matchAll(pattern)].flatMap((match) => {
      const count = numberIn(match.groups?.['n'] ?? '', language);
      return count === undefined ? [] : [{ days: count * days, said: match[0] }];
    }),
  );
  const named = wholes.flatMap(([pattern, days]) => {
    const said = pattern.exec(words)?.[0];
    return said === undefined ? [] : [{ days, said }];
  });
  const all = [...counted, ...named];
  const [only] = all;
  if (only === undefined) return lastDay(text, language, context);
  return new Set(all.map(({ days }) => days)).size === 1
    ? filled(only.days, only.said === words)
    : { kind: 'not-this' };
}

const most = 3_650;

function filled(days: number, whole: boolean): SlotReading {
  if (days < 1 || days > most) return { kind: 'not-this' };
  return { kind: 'filled', value: days, shown: String(days), whole };
}

/** The day behind "until". */
function lastDay(text: string, language: string, context: SlotContext): SlotReading {
  const after = before.exec(text);
  const day =
    after === null ? behindIt.exec(text)?.groups?.['day'] : text.slice(after.index + after[0].length);
  if (day === undefined) return { kind: 'not-this' };
  const reading = dateSlot.read(day, language, context);
  return reading.kind === 'filled'
    ? {
        ...reading,
        whole: reading.whole && (after === null ? day.length + 5 >= text.length : after.index === 0),
      }
    : reading;
}

/** The day from which something lasts: "from Monday", also where the text says until when. A day, as `date` reads it. */
export const firstDaySlot: SlotType = {
  name: 'first-day',
  findsInside: true,
  read(text, language, context) {
    const until = before.exec(text);
    const from = until === null || until.index === 0 ? text : text.slice(0, until.index);
    const first = fromBehind.exec(from)?.groups?.['day'] ?? from;
    const reading = dateSlot.read(first.replace(lead, ''), language, context);
    return reading.kind === 'filled'
      ? { ...reading, whole: reading.whole && first.length === text.length }
      : reading;
  },
};

/** Words for "from" before a day. */
const lead =
  /^\s*(?:(?:starting|beginning)(?: from| on)?|from|as of|desde|a partir de|a partir do|à partir de|à partir du|dès|depuis|mulai|mulai dari|dari|ابتداء من|اعتبارا من|من|从|自)(?![\p{L}\p{M}])\s*|^\s*[从自]/iu;
/** The day before "से", where another day comes behind it. */
const fromBehind = /^(?<day>.*?)\s(?:से|se)\s.*\s(?:तक|tak)(?![\p{L}\p{M}])/u;

/** Words for "until" before a day. */
const before =
  /(?<![\p{L}\p{M}])(?:until|till|til|through|hasta(?: el)?|até|ate|jusqu(?:['’]au|['’]à|['’]a|e)|sampai|hingga|حتى|لغاية|إلى|الى)(?![\p{L}\p{M}])|[到至]/iu;
/** The day before "तक", behind the day from which it counts. */
const behindIt = /(?:^|\s(?:से|se)\s)(?<day>(?:(?!\s(?:से|se)\s).)+?)\s(?:तक|tak)(?![\p{L}\p{M}])/u;

const number = String.raw`(?<![\p{L}\p{M}\p{N}.,/:-])(?<n>\d{1,4}|[\p{L}\p{M}]+)[ -]?`;
const end = String.raw`(?![\p{L}\p{M}])`;
const han = String.raw`(?<n>\d{1,4}|[一二两三四五六七八九十]{1,3}) ?`;

const unitWords = [
  {
    days: 1,
    words: ['days?', 'dias?', 'jours?', 'hari', 'दिन', 'दिनों', 'din', 'dino', 'dinon', 'يوما?', 'ايام'],
    han: '天',
  },
  {
    days: 7,
    words: [
      'weeks?',
      'semanas?',
      'semaines?',
      'minggu',
      'pekan',
      'हफ्ते',
      'हफ्तों',
      'हफ्ता',
      'हफ़्ते',
      'सप्ताह',
      'hafte',
      'hafton',
      'hafta',
      'اسبوعا?',
      'اسابيع',
    ],
    han: '(?:周|个?(?:星期|礼拜))',
  },
  {
    days: 30,
    words: [
      'months?',
      'mes',
      'meses',
      'mois',
      'bulan',
      'महीने',
      'महीनों',
      'महीना',
      'mahine',
      'mahino',
      'mahina',
      'شهرا?',
      'اشهر',
      'شهور',
    ],
    han: '个月',
  },
] as const;

const units = unitWords.flatMap(({ days, words, han: sign }) => [
  { days, pattern: new RegExp(`${number}(?:${words.map(folded).join('|')})${end}`, 'gu') },
  { days, pattern: new RegExp(`${han}${sign}`, 'gu') },
]);

/** Words that hold number and unit in one. */
const wholes: readonly (readonly [RegExp, number])[] = [
  [/(?<![\p{L}\p{M}])(?:يومين|يومان)(?![\p{L}\p{M}])/u, 2],
  [/(?<![\p{L}\p{M}])(?:seminggu|sepekan)(?![\p{L}\p{M}])/u, 7],
  [/(?<![\p{L}\p{M}])(?:fortnight|اسبوعين|اسبوعان)(?![\p{L}\p{M}])/u, 14],
  [/(?<![\p{L}\p{M}])(?:quincena|quinzena|quinze jours)(?![\p{L}\p{M}])/u, 15],
  [/(?<![\p{L}\p{M}])(?:sebulan)(?![\p{L}\p{M}])/u, 30],
  [/(?<![\p{L}\p{M}])(?:شهرين|شهران)(?![\p{L}\p{M}])/u, 60],
];

function numberIn(word: string, language: string): number | undefined {
  if (/^\d+$/u.test(word)) return Number(word);
  if (/^[一二两三四五六七八九十]+$/u.test(word)) return chineseNumber(word);
  const known = { ...quantityWords[language], ...moreWords };
  const entry = Object.entries(known).find(([said]) => folded(said) === word);
  return entry?.[1];
}

/** Tens that pauses often have, in the languages that write them in one word. */
const moreWords: Readonly<Record<string, number>> = {
  thirty: 30,
  sixty: 60,
  treinta: 30,
  sesenta: 60,
  trinta: 30,
  sessenta: 60,
  trente: 30,
  soixante: 60,
  तीस: 30,
  साठ: 60,
  tees: 30,
  saath: 60,
  ثلاثين: 30,
  ستين: 60,
};
