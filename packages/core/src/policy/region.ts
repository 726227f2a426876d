import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max';
import type { Instant } from '../schedule/instant.ts';
import { dayMs } from '../schedule/instant.ts';
import type { PolicyPack, PolicyRegion } from './pack.ts';
import type { Recipient } from './recipient.ts';

/** The policy row for a recipient at a time: the longest matching prefix, by country for a user id. */
export function regionAt(recipient: Recipient, pack: PolicyPack, at: Instant): PolicyRegion | undefined {
  const digits = recipient.phone ?? callingCodeOf(recipient.bsuid);
  let best: { readonly row: PolicyRegion; readonly length: number } | undefined;
  for (const row of pack.regions) {
    if (!inForce(row, at)) continue;
    for (const prefix of row.prefixes) {
      const length = prefix === '*' ? 0 : prefix.length;
      if ((prefix === '*' || digits.startsWith(prefix)) && length >= (best?.length ?? 0))
        best = { row, length };
    }
  }
  return best?.row;
}

/** Days are taken in UTC. */
function inForce(row: PolicyRegion, at: Instant): boolean {
  return at >= Date.parse(row.from) && (row.until === undefined || at < Date.parse(row.until) + dayMs);
}

function callingCodeOf(bsuid: string | undefined): string {
  const country = bsuid?.slice(0, 2) ?? '';
  return isSupportedCountry(country) ? getCountryCallingCode(country) : '';
}
