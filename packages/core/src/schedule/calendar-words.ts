/** Words for days, in the languages Ambit speaks. Month and weekday names are CLDR's, by way of Intl. */

const locales = ['en', 'es', 'pt', 'fr', 'id', 'hi', 'ar-EG', 'ar-SY', 'zh'];

/** Month names and their short forms, in lower case, to the month's number from 1. */
export const monthWords: ReadonlyMap<string, number> = new Map(
  locales.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((style) => {
      const format = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, n): readonly [string, number] => [
        format
          .format(Date.UTC(2026, n, 15))
          .toLowerCase()
          .replace(/\.$/, ''),
        n + 1,
      ]).filter(([word]) => word.length > 2 && !/\d/.test(word));
    }),
  ),
);

const romanisedHindi = [
  'ravivaar',
  'somvaar',
  'mangalvaar',
  'budhvaar',
  'guruvaar',
  'shukravaar',
  'shanivaar',
];
const shortChinese = ['日', '一', '二', '三', '四', '五', '六'];

/** Weekday names in lower case to the weekday's number, Sunday being 0. */
export const weekdayWords: ReadonlyMap<string, number> = new Map([
  ...locales.flatMap((locale) => {
    const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    // 2026-11-22 is a Sunday.
    return Array.from({ length: 7 }, (_, n): readonly [string, number] => [
      format.format(Date.UTC(2026, 10, 22 + n)).toLowerCase(),
      n,
    ]);
  }),
  ...romanisedHindi.flatMap((word, n): (readonly [string, number])[] =>
    ['vaar', 'var', 'waar', 'war'].map((ending) => [word.replace(/vaar$/u, ending), n]),
  ),
  ...shortChinese.flatMap((sign, n): (readonly [string, number])[] => [
    [`周${sign}`, n],
    [`礼拜${sign}`, n],
  ]),
]);

/** Words for days seen from today, to how many days away; Hindi's "kal" is both. The longest go first. */
export const relativeDays: readonly (readonly [string, readonly number[]])[] = [
  ['the day after tomorrow', [2]],
  ['day after tomorrow', [2]],
  ['pasado mañana', [2]],
  ['depois de amanhã', [2]],
  ['après-demain', [2]],
  ['بعد غد', [2]],
  ['tomorrow', [1]],
  ['yesterday', [-1]],
  ['tonight', [0]],
  ['today', [0]],
  ['mañana', [1]],
  ['hoy', [0]],
  ['ayer', [-1]],
  ['amanhã', [1]],
  ['hoje', [0]],
  ['ontem', [-1]],
  ["aujourd'hui", [0]],
  ['aujourd’hui', [0]],
  ['demain', [1]],
  ['hier', [-1]],
  ['hari ini', [0]],
  ['besok', [1]],
  ['lusa', [2]],
  ['kemarin', [-1]],
  ['आज', [0]],
  ['कल', [1, -1]],
  ['परसों', [2, -2]],
  ['aaj', [0]],
  ['kal', [1, -1]],
  ['parson', [2, -2]],
  ['اليوم', [0]],
  ['غدًا', [1]],
  ['غداً', [1]],
  ['غدا', [1]],
  ['أمس', [-1]],
  ['今天', [0]],
  ['明天', [1]],
  ['后天', [2]],
  ['昨天', [-1]],
];
