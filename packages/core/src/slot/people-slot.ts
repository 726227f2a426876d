import { readDay } from './date/read-day.ts';
import { readTime } from './date/read-time.ts';
import { folded } from './date/folded.ts';
import { Temporal } from 'temporal-polyfill';
import { quantitySlot } from './quantity-slot.ts';
import type { SlotType } from './slot-type.ts';

/** How many people come, where the text may also say when: "a table for 4 on the 27th at 7". */
export const peopleSlot: SlotType = {
  name: 'people',
  findsInside: true,
  read(text, language, context) {
    const today = Temporal.Instant.fromEpochMilliseconds(context.at)
      .toZonedDateTimeISO(context.timeZone)
      .toPlainDate();
    const whole = quantitySlot.read(text, language, context);
    if (whole.kind === 'filled' && whole.whole) return whole;
    const words = folded(text);
    const named = counted.exec(words);
    if (named?.groups !== undefined) {
      const digits = Number(Object.values(named.groups).find((each) => each !== undefined));
      if (digits >= 1) return { kind: 'filled', value: digits, shown: String(digits), whole: false };
    }
    let rest = words;
    for (let count = 0; count < 3; count += 1) {
      const day = readDay(rest, today, context.country);
      if (day !== undefined) rest = rest.slice(0, day.start) + ' ' + rest.slice(day.end);
      const time = readTime(rest);
      if (time !== undefined) rest = rest.slice(0, time.start) + ' ' + rest.slice(time.end);
    }
    const reading = quantitySlot.read(rest, language, context);
    return reading.kind === 'filled' ? { ...reading, whole: reading.whole && rest === words } : reading;
  },
};

/** A number right beside a word for people, which no day and no time has. */
const counted =
  /(?<![\d.,:/-])(?<a>\d{1,3}) ?(?:people|persons?|ppl|pax|guests?|adults?|of us|personas?|pessoas?|personnes?|couverts?|orang|लोग|व्यक्ति|log|logon|logo|أشخاص|اشخاص|شخص|اشخاص|[个位名]?人|位)|(?:party of|table (?:for|of)|mesa (?:para|de)|table (?:pour|de)|meja (?:buat|untuk)|for|para|pour|buat|untuk) (?<b>\d{1,3})(?![\d.,:/]|h\d| ?(?:am|pm|h\b|hrs|horas|heures|de |jam|o'clock))/u;
