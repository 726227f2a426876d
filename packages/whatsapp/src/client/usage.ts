import { z } from 'zod';
import { present, type Present } from '../webhook/present.ts';
import { WireNumber, maybe } from '../webhook/wire-value.ts';

/** How much of an hour's allowance is used up, each in percent; Meta throttles at 100. */
export type UsageShare = { callPercent: number; timePercent: number; cpuTimePercent: number };

/**
 * What Meta's usage headers tell. `app`: of the calling app as a whole. `accounts`: of one business
 * account each; `regainAccessMs` is above 0 while it is throttled.
 * Source: Graph API docs, "Rate limits" (X-App-Usage, X-Business-Use-Case-Usage).
 */
export type GraphUsage = {
  app?: UsageShare;
  accounts: readonly (UsageShare & { accountId: string; useCase: string; regainAccessMs: number })[];
};

const percent = WireNumber.catch(0);
const Share = z
  .object({ call_count: percent, total_time: percent, total_cputime: percent })
  .transform((wire) => ({
    callPercent: wire.call_count,
    timePercent: wire.total_time,
    cpuTimePercent: wire.total_cputime,
  }));
const UseCase = z.object({ type: maybe(z.string()), estimated_time_to_regain_access: percent });
const Accounts = z.record(z.string(), z.array(z.unknown()).catch([]));

/** What the headers of an answer tell, or undefined if they tell nothing readable. */
export function usageOf(headers: Pick<Headers, 'get'>): GraphUsage | undefined {
  const [ofApp, ofAccounts] = [headers.get('x-app-usage'), headers.get('x-business-use-case-usage')];
  if (ofApp === null && ofAccounts === null) return undefined;
  const app = Share.safeParse(jsonIn(ofApp)).data;
  const accounts = Accounts.safeParse(jsonIn(ofAccounts)).data ?? {};
  const list = Object.entries(accounts).flatMap(([accountId, cases]) =>
    cases.flatMap((raw) => accountUsage(accountId, raw)),
  );
  if (app === undefined && list.length === 0) return undefined;
  return { accounts: list, ...present({ app }) };
}

/** The same as a field to spread into a result. */
export function usageField(headers: Pick<Headers, 'get'>): Present<{ usage: GraphUsage | undefined }> {
  return present({ usage: usageOf(headers) });
}

/** The longest time that any account has to wait, in milliseconds; 0 if none has. */
export function regainAccessMs(usage: GraphUsage | undefined): number {
  return Math.max(0, ...(usage?.accounts.map((account) => account.regainAccessMs) ?? []));
}

function accountUsage(accountId: string, raw: unknown): GraphUsage['accounts'] {
  const share = Share.safeParse(raw);
  const useCase = UseCase.safeParse(raw);
  if (!share.success || !useCase.success) return [];
  const { type, estimated_time_to_regain_access: minutes } = useCase.data;
  return [{ ...share.data, accountId, useCase: type ?? '', regainAccessMs: minutes * 60_000 }];
}

function jsonIn(header: string | null): unknown {
  try {
    return header === null ? undefined : JSON.parse(header);
  } catch {
    // A header that is not JSON tells nothing; the answer itself is not less valid for it.
    return undefined;
  }
}
