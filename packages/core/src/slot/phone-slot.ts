import {
  findPhoneNumbersInText,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { withAsciiDigits } from './digits.ts';
import type { SlotType } from './slot-type.ts';

/**
 * One phone number, as "+5215512345678". A number without a country is one of the business's
 * country; one that cannot exist there is none.
 */
export const phoneSlot: SlotType = {
  name: 'phone',
  findsInside: true,
  read(text, _language, { country }) {
    const written = withAsciiDigits(text.normalize('NFKC')).trim();
    const calling = isSupportedCountry(country) ? { defaultCountry: country } : {};
    const whole = parsePhoneNumberFromString(written, calling);
    if (whole?.isValid() === true && /^[\d\s()+./-]+$/.test(written))
      return { kind: 'filled', value: whole.number, shown: whole.formatInternational(), whole: true };
    const [first, second] = findPhoneNumbersInText(written, calling);
    if (first === undefined || second !== undefined || !first.number.isValid()) return { kind: 'not-this' };
    const { number } = first;
    return { kind: 'filled', value: number.number, shown: number.formatInternational(), whole: false };
  },
};
