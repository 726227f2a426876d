import { latinDigits } from '../personal-data/latin-digits.ts';
import { monthWords, relativeDays, weekdayWords } from '../schedule/calendar-words.ts';
import { numberWordsIn } from './number-words.ts';

/**
 * Something checkable that a text states. `text`: as it stands there. What can be read in two ways
 * ("1.299", "03/04", Hindi's "kal") has several readings; one of them has to be right.
 */
export type Fact =
  | { kind: 'link' | 'mail' | 'code'; text: string; value: string }
  | { kind: 'number'; text: string; readings: readonly number[] }
  | { kind: 'date'; text: string; readings: readonly MonthDay[] }
  | { kind: 'time'; text: string; minutes: number }
  | { kind: 'weekday'; text: string; weekday: number }
  | { kind: 'relative-day'; text: string; readings: readonly number[] };

/** `year` only where the text names it. */
export type MonthDay = { readonly year?: number; readonly month: number; readonly day: number };

const months = alternatives([...monthWords.keys()]);
const weekdays = alternatives([...weekdayWords.keys()]);
const relatives = alternatives(relativeDays.map(([word]) => word));

const link =
  /\b(?:https?:\/\/|www\.)[^\s<>"'()]+|\b[a-z0-9-]+\.(?:com|net|org|io|shop|store|app|co|me|example)(?:\/[^\s<>"'()]*)?/giu;
const mail = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu;
const isoDate = /\b(\d{4})-(\d{2})-(\d{2})\b/g;
const numericDate = /(?<![\d.,/])(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/]|[.,]\d)/g;
const chineseDate = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]/g;
const dayMonth = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?(?: (?:of|de|du))? ?(${months})(?![\\p{L}\\p{M}])`,
  'giu',
);
const monthDay = new RegExp(`(?<![\\p{L}\\p{M}])(${months})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])`, 'giu');
const time =
  /(?<![\d:.])(\d{1,2})(?:[:h.](\d{2}))?\s?(am|pm|a\.m\.|p\.m\.)(?!\p{L})|(?<![\d:.,])([01]?\d|2[0-4])[:h](\d{2})(?!\d)/giu;
const code =
  /(?<![\p{Script=Latin}\d])(?=[\p{Lu}\d-]*\d)(?=[\p{Lu}\d-]*\p{Lu})[\p{Lu}\d]+(?:-[\p{Lu}\d]+)*(?![\p{Script=Latin}\d])/gu;
const number = /\d+(?:[.,\u00a0\u202f' ]\d{3})*(?:[.,]\d+)?/g;

/** What a text states. `language`: for number words; left out, the words of all languages count. */
export function readFacts(text: string, language?: string): readonly Fact[] {
  const facts: Fact[] = [];
  let rest = latinDigits(text.normalize('NFC'));
  const take = (
    pattern: RegExp,
    fact: (match: readonly (string | undefined)[]) => Fact | undefined,
  ): void => {
    rest = rest.replaceAll(pattern, (...given: (string | undefined)[]) => {
      const found = given.slice(0, -2);
      const read = fact(found);
      if (read === undefined) return found[0] ?? '';
      facts.push(read);
      return ' '.repeat((found[0] ?? '').length);
    });
  };
  take(mail, ([found = '']) => ({ kind: 'mail', text: found, value: found.toLowerCase() }));
  take(link, ([found = '']) => ({ kind: 'link', text: found, value: comparableLink(found) }));
  take(isoDate, ([found = '', y, m, d]) =>
    dateFact(found, [{ year: Number(y), month: Number(m), day: Number(d) }]),
  );
  take(chineseDate, ([found = '', y, m, d]) =>
    dateFact(found, [{ ...(y === undefined ? {} : { year: Number(y) }), month: Number(m), day: Number(d) }]),
  );
  take(dayMonth, ([found = '', d, word = '']) =>
    dateFact(found, [{ month: monthWords.get(word.toLowerCase()) ?? 0, day: Number(d) }]),
  );
  take(monthDay, ([found = '', word = '', d]) =>
    dateFact(found, [{ month: monthWords.get(word.toLowerCase()) ?? 0, day: Number(d) }]),
  );
  take(time, ([found = '', h1, m1, half, h2, m2]) =>
    timeFact(found, Number(h1 ?? h2), Number(m1 ?? m2 ?? 0), half),
  );
  take(numericDate, ([found = '', a, sign, b, y]) =>
    // "10.50" is a price more often than a day.
    sign === '.' && y === undefined
      ? undefined
      : dateFact(found, [
          { month: Number(b), day: Number(a) },
          { month: Number(a), day: Number(b) },
        ]),
  );
  take(
    new RegExp(`(?<![\\p{L}\\p{M}])(?:${relatives})(?![\\p{L}\\p{M}])|今天|明天|后天|昨天`, 'giu'),
    ([found = '']) => ({
      kind: 'relative-day',
      text: found,
      readings: relativeDays.find(([word]) => word === found.toLowerCase())?.[1] ?? [],
    }),
  );
  take(
    new RegExp(
      `(?<![\\p{L}\\p{M}])(?:${weekdays})s?(?![\\p{L}\\p{M}])|周[日一二三四五六]|星期[日一二三四五六]|礼拜[日一二三四五六]`,
      'giu',
    ),
    ([found = '']) =>
      // Indonesian "minggu" in small letters is a week.
      found === 'minggu' ? undefined : weekdayFact(found),
  );
  take(code, ([found = '']) =>
    /\p{Lu}/u.test(found) && found.length > 2
      ? { kind: 'code', text: found, value: found.replaceAll('-', '') }
      : undefined,
  );
  take(number, ([found = '']) => ({ kind: 'number', text: found, readings: numberReadings(found) }));
  const languages =
    language === undefined ? ['en', 'es', 'pt', 'fr', 'id', 'hi', 'hi-Latn', 'ar', 'zh'] : [language];
  for (const { text: word, value } of languages.flatMap((one) => numberWordsIn(rest, one)))
    facts.push({ kind: 'number', text: word, readings: [value] });
  return facts;
}

function alternatives(words: readonly string[]): string {
  return [...new Set(words)]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}

function dateFact(text: string, readings: readonly MonthDay[]): Fact | undefined {
  const possible = readings.filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
  return possible.length === 0 ? undefined : { kind: 'date', text, readings: possible };
}

function timeFact(text: string, hour: number, minute: number, half: string | undefined): Fact | undefined {
  if (hour > 24 || minute > 59) return undefined;
  const afternoon = half?.toLowerCase().startsWith('p') === true;
  const hours = half === undefined ? hour : (hour % 12) + (afternoon ? 12 : 0);
  return { kind: 'time', text, minutes: hours * 60 + minute };
}

function weekdayFact(found: string): Fact | undefined {
  const word = found.toLowerCase();
  const weekday = weekdayWords.get(word) ?? weekdayWords.get(word.replace(/s$/, ''));
  return weekday === undefined ? undefined : { kind: 'weekday', text: found, weekday };
}

/** "1.299,00", "1,299.00" and "1 299" are all read; "1.299" is both 1299 and 1.299. */
function numberReadings(text: string): readonly number[] {
  const plain = text.replaceAll(/[\u00a0\u202f' ]/g, '');
  const readings = new Set<number>();
  const whole = (digits: string): boolean => /^\d{1,3}([.,]\d{3})+$|^\d+$/.test(digits);
  if (whole(plain)) readings.add(Number(plain.replaceAll(/[.,]/g, '')));
  const fraction = /^(.*)[.,](\d+)$/.exec(plain);
  if (fraction !== null && whole(fraction[1] ?? ''))
    readings.add(Number(`${(fraction[1] ?? '').replaceAll(/[.,]/g, '')}.${fraction[2]}`));
  return [...readings];
}

function comparableLink(found: string): string {
  return found
    .replace(/[.,;:!?…]+$/u, '')
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
    .toLowerCase();
}
