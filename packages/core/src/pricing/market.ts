import type { Instant } from '../schedule/instant.ts';
import type { Market, MarketCode } from './market-codes.ts';
import { marketCodeVersions } from './market-codes.ts';

/** What prices depend on: a phone number as digits with country code, or a user id (BSUID). */
export type Payer = { readonly phone?: string | undefined; readonly bsuid?: string | undefined };

/**
 * The market whose rates apply to a recipient at a time: by the longest dialling prefix, or by
 * the country in the first two letters of the user id when the phone is not known. Days start at
 * midnight UTC; a time before the first list on record takes that list.
 */
export function marketOf(recipient: Payer, at: Instant): Market {
  const table = tableAt(at);
  if (recipient.phone === undefined)
    return table.byCountry.get(recipient.bsuid?.slice(0, 2) ?? '') ?? 'Other';
  for (let length = longestPrefix; length > 0; length -= 1) {
    const market = table.byPrefix.get(recipient.phone.slice(0, length));
    if (market !== undefined) return market;
  }
  return 'Other';
}

const longestPrefix = 4;

type Table = {
  readonly from: Instant;
  readonly byPrefix: ReadonlyMap<string, Market>;
  readonly byCountry: ReadonlyMap<string, Market>;
};

const tables: readonly Table[] = marketCodeVersions.map((version, index) => {
  const codes: readonly MarketCode[] = marketCodeVersions
    .slice(0, index + 1)
    .flatMap((earlier) => earlier.codes);
  return {
    from: index === 0 ? -Infinity : Date.parse(version.effectiveFrom),
    byPrefix: new Map(codes.map((code) => [code.prefix, code.market])),
    byCountry: new Map(
      codes.flatMap((code) => code.countries.map((country) => [country, code.market] as const)),
    ),
  };
});

function tableAt(at: Instant): Table {
  const table = tables.findLast((candidate) => at >= candidate.from);
  if (table === undefined) throw new Error(`No market list covers the time ${at}; it must be a number`);
  return table;
}
