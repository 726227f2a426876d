import { isSupportedCountry } from 'libphonenumber-js/max';
import type { EscalationPath, OpeningHours, Shift } from './business.ts';
import { phoneDigits } from './phone-number.ts';
import { isCalendarDay } from './read-columns.ts';

/** Something a schema cannot say about a value, and where the value is. */
export type Objection = {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly fix: string;
};

/** What is wrong with opening hours that have the right shape. Paths are relative to the hours. */
export function checkHours(hours: OpeningHours): readonly Objection[] {
  const zone: readonly Objection[] = isTimeZone(hours.timeZone)
    ? []
    : [
        {
          path: ['timeZone'],
          message: `"${hours.timeZone}" is not a time zone`,
          fix: 'use an IANA name such as "Europe/Berlin" or "America/New_York"',
        },
      ];
  const week = Object.entries(hours.week).flatMap(([day, shifts]) => checkShifts(shifts, ['week', day]));
  const holidays = hours.holidays.flatMap(({ date, shifts }, index) => {
    const path = ['holidays', index];
    const first = hours.holidays.findIndex((each) => each.date === date);
    return [
      ...(isCalendarDay(date)
        ? []
        : [
            {
              path: [...path, 'date'],
              message: `there is no day ${date}`,
              fix: 'write a day of the calendar',
            },
          ]),
      ...(first === index
        ? []
        : [{ path: [...path, 'date'], message: `${date} is already listed`, fix: 'keep one of the two' }]),
      ...checkShifts(shifts, [...path, 'shifts']),
    ];
  });
  return [...zone, ...week, ...holidays];
}

function checkShifts(shifts: readonly Shift[], path: readonly PropertyKey[]): readonly Objection[] {
  return shifts.flatMap(({ from, to }, index) => {
    if (from >= to) {
      const fix =
        'let a shift end later the same day ("24:00" is midnight); continue after midnight on the next day';
      return [
        { path: [...path, index, 'to'], message: `the shift ends at ${to} but starts at ${from}`, fix },
      ];
    }
    const other = shifts.findIndex((each, at) => at < index && from < each.to && each.from < to);
    if (other === -1) return [];
    const message = `${from} to ${to} overlaps another shift of the day`;
    return [{ path: [...path, index, 'from'], message, fix: 'join the two, or leave a break between them' }];
  });
}

/** What is wrong with a business's country, currency and languages. */
export function checkLocale(business: {
  readonly defaultCountry: string;
  readonly currency: string;
  readonly languages: readonly string[];
}): readonly Objection[] {
  const { defaultCountry, currency, languages } = business;
  return [
    ...(isSupportedCountry(defaultCountry)
      ? []
      : [
          {
            path: ['defaultCountry'],
            message: `"${defaultCountry}" is not a country code`,
            fix: 'use two capital letters such as "US" or "DE"',
          },
        ]),
    ...(Intl.supportedValuesOf('currency').includes(currency)
      ? []
      : [
          {
            path: ['currency'],
            message: `"${currency}" is not a currency code`,
            fix: 'use three capital letters such as "USD" or "EUR"',
          },
        ]),
    ...languages.flatMap((language, index) =>
      isLanguage(language)
        ? []
        : [
            {
              path: ['languages', index],
              message: `"${language}" is not a language code`,
              fix: 'use a code such as "en" or "pt-BR"',
            },
          ],
    ),
  ];
}

/** Phone numbers among the ways to a person that nobody could call. */
export function checkEscalation(
  paths: readonly EscalationPath[],
  defaultCountry: string,
): readonly Objection[] {
  return paths.flatMap((path, index) =>
    path.kind !== 'phone' || phoneDigits(path.number, defaultCountry) !== undefined
      ? []
      : [
          {
            path: ['escalation', index, 'number'],
            message: `"${path.number}" is not a phone number`,
            fix: 'write it with "+" and the country code, such as "+1 415 555 0100"',
          },
        ],
  );
}

function isTimeZone(name: string): boolean {
  return doesNotThrowRangeError(() => new Intl.DateTimeFormat('en', { timeZone: name }));
}

/** Whether it has the form of a code, and there is a language of that code. */
function isLanguage(code: string): boolean {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return doesNotThrowRangeError(() => Intl.getCanonicalLocales(code)) && names.of(code) !== undefined;
}

function doesNotThrowRangeError(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}
