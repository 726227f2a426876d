import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Business } from '../business/business.ts';

/** Whom to call in a country. `emergency`: police, ambulance or both; `crisis`: somebody to talk to. */
export type EmergencyNumbers = { readonly emergency: string; readonly crisis?: string };

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
    return business.emergencyNumbers[country] ?? shippedNumbers[country] ?? [];
  });
  const emergency = [...new Set(known.map((numbers) => numbers.emergency))].join(' / ');
  const crisis = [...new Set(known.flatMap((numbers) => numbers.crisis ?? []))].join(' / ');
  return {
    ...(emergency === '' ? {} : { emergency }),
    ...(crisis === '' ? {} : { crisis }),
  };
}

/**
 * What is shipped, by ISO 3166 code. Written from general knowledge in November 2026; no official page
 * was opened for it. A business checks its own country's and declares it under `emergencyNumbers`.
 */
const shippedNumbers: Readonly<Record<string, EmergencyNumbers>> = {
  US: { emergency: '911', crisis: '988' },
  CA: { emergency: '911', crisis: '988' },
  GB: { emergency: '999', crisis: '116 123' },
  IE: { emergency: '112', crisis: '116 123' },
  AU: { emergency: '000', crisis: '13 11 14' },
  NZ: { emergency: '111', crisis: '1737' },
  ZA: { emergency: '112', crisis: '0800 567 567' },
  NG: { emergency: '112' },
  KE: { emergency: '999' },
  PH: { emergency: '911', crisis: '1553' },
  IN: { emergency: '112', crisis: '14416' },
  SG: { emergency: '995 / 999', crisis: '1767' },
  MY: { emergency: '999', crisis: '15555' },
  ID: { emergency: '112', crisis: '119' },
  CN: { emergency: '120 / 110', crisis: '12356' },
  TW: { emergency: '119 / 110', crisis: '1925' },
  HK: { emergency: '999', crisis: '18111' },
  MO: { emergency: '999' },
  ES: { emergency: '112', crisis: '024' },
  MX: { emergency: '911', crisis: '800 911 2000' },
  AR: { emergency: '911 / 107', crisis: '135' },
  CO: { emergency: '123', crisis: '106' },
  CL: { emergency: '131 / 133', crisis: '*4141' },
  PE: { emergency: '106 / 105', crisis: '113' },
  EC: { emergency: '911' },
  UY: { emergency: '911', crisis: '*0767' },
  VE: { emergency: '911' },
  BO: { emergency: '110' },
  PY: { emergency: '911' },
  CR: { emergency: '911' },
  PA: { emergency: '911' },
  DO: { emergency: '911' },
  HN: { emergency: '911' },
  SV: { emergency: '911' },
  GT: { emergency: '110 / 122' },
  BR: { emergency: '192 / 190', crisis: '188' },
  PT: { emergency: '112', crisis: '808 24 24 24' },
  AO: { emergency: '112' },
  FR: { emergency: '112', crisis: '3114' },
  BE: { emergency: '112', crisis: '1813' },
  CH: { emergency: '112', crisis: '143' },
  LU: { emergency: '112' },
  DE: { emergency: '112', crisis: '0800 111 0 111' },
  AT: { emergency: '112', crisis: '142' },
  NL: { emergency: '112', crisis: '113' },
  IT: { emergency: '112' },
  SE: { emergency: '112' },
  DK: { emergency: '112' },
  FI: { emergency: '112' },
  NO: { emergency: '113 / 112', crisis: '116 123' },
  PL: { emergency: '112', crisis: '116 123' },
  TR: { emergency: '112' },
  MA: { emergency: '150 / 190' },
  DZ: { emergency: '14 / 17' },
  TN: { emergency: '190 / 197' },
  EG: { emergency: '123 / 122', crisis: '16328' },
  SA: { emergency: '997 / 911', crisis: '920033360' },
  AE: { emergency: '998 / 999', crisis: '800 4673' },
  QA: { emergency: '999' },
  KW: { emergency: '112' },
  BH: { emergency: '999' },
  OM: { emergency: '9999' },
  JO: { emergency: '911' },
  LB: { emergency: '140 / 112', crisis: '1564' },
};
