import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * A phone number as digits with country code and no "+", the form WhatsApp's `from` has; undefined
 * if it cannot be one. `defaultCountry`: ISO code, for numbers written without a country code.
 */
export function phoneDigits(written: string, defaultCountry: string | undefined): string | undefined {
  const country =
    defaultCountry !== undefined && isSupportedCountry(defaultCountry) ? { defaultCountry } : {};
  const phone = parsePhoneNumberFromString(written, { ...country, extract: false });
  return phone?.isValid() === true ? phone.number.slice(1) : undefined;
}
