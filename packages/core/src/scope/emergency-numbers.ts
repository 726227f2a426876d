import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Business } from '../business/business.ts';
import { shippedEmergencyNumbers } from './shipped-emergency-numbers.ts';

/**
 * The numbers for a customer: those of the country of their phone, and those of the business where
 * these differ. What the business declares counts before what is shipped.
 * `contactPhone`: digits with country code.
 */
export function emergencyNumbers(
  business: Pick<Business, 'emergencyNumbers' | 'defaultCountry'>,
  contactPhone: string | undefined,
): { readonly emergency?: string; readonly crisis?: string } {
  const phone = contactPhone === undefined ? undefined : parsePhoneNumberFromString(`+${contactPhone}`);
  const countries = [...new Set([phone?.country, business.defaultCountry])];
  const known = countries.flatMap((country) => {
    if (country === undefined) return [];
    return business.emergencyNumbers[country] ?? shippedEmergencyNumbers[country] ?? [];
  });
  const emergency = [...new Set(known.map((numbers) => numbers.emergency))].join(' / ');
  const crisis = [...new Set(known.flatMap((numbers) => numbers.crisis ?? []))].join(' / ');
  return {
    ...(emergency === '' ? {} : { emergency }),
    ...(crisis === '' ? {} : { crisis }),
  };
}
