import { Temporal } from 'temporal-polyfill';
import { dateTitle, dateWords } from './date-title.ts';
import { folded } from './folded.ts';
import { readDay } from './read-day.ts';
import { readTime } from './read-time.ts';
import type { SlotType } from '../slot-type.ts';

/**
 * A day, with the time of day where the text says one: "2026-11-27" or "2026-11-27T17:00", in the
 * business's time zone. Words that mean two days or two hours ("kal", "next Friday", "at 8") are
 * asked back. A time without a day is none: free times are chosen from a list.
 */
export const dateSlot: SlotType = {
  name: 'date',
  findsInside: true,
  read(text, language, { at, timeZone, country }) {
    const words = folded(text);
    const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
    const day = readDay(words, today, country);
    if (day === undefined) return { kind: 'not-this' };
    const rest = words.slice(0, day.start) + ' '.repeat(day.end - day.start) + words.slice(day.end);
    const time = readTime(rest);
    const values = day.days.flatMap((date) =>
      time === undefined ? [{ date }] : time.minutes.map((minutes) => ({ date, minutes })),
    );
    const [only, another] = values;
    if (only === undefined) return { kind: 'not-this' };
    if (another !== undefined)
      return {
        kind: 'ambiguous',
        choices: values
          .slice(0, 3)
          .map((value) => ({ value: isoOf(value), title: dateTitle(value, language) })),
      };
    const left = (time === undefined ? rest : rest.slice(0, time.start) + ' ' + rest.slice(time.end)).trim();
    return { kind: 'filled', value: isoOf(only), shown: dateWords(only, language), whole: isNothing(left) };
  },
};

export type DayAndTime = { readonly date: Temporal.PlainDate; readonly minutes?: number };

function isoOf({ date, minutes }: DayAndTime): string {
  return minutes === undefined
    ? date.toString()
    : date
        .toPlainDateTime(Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 }))
        .toString({ smallestUnit: 'minute' });
}

/** What people put around a date: "on", "please", "el", punctuation. */
function isNothing(rest: string): boolean {
  return /^(?:on|at|for|the|please|pls|maybe|no|yes|hmm?|ok|okay|el|la|las|a|para|por favor|pf|sim|nao|em|no|na|le|la|pour|svp|non|oui|di|pada|untuk|hari|ya|tolong|को|के|लिए|ko|ke|liye|في|يوم|من فضلك|就|在|吧|的|[\s,.!?…。，！？、-])*$/u.test(
    rest,
  );
}
