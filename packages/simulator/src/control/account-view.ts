import type { Account } from '../account/account.ts';
import type { Profile, Quality } from '../account/line.ts';
import { peopleOfTier } from '../limits/messaging-tier.ts';
import type { ThroughputLevel } from '../limits/throughput.ts';
import type { LedgerRow } from '../pricing/ledger.ts';
import { freeServiceMessagesAMonth } from '../pricing/price-message.ts';
import type { World } from '../world.ts';

/** A number as the control panel shows it. */
export type LineView = {
  readonly phoneNumberId: string;
  readonly displayPhoneNumber: string;
  readonly verifiedName: string;
  readonly nameStatus: string;
  readonly registered: boolean;
  readonly quality: Quality;
  readonly throughput: ThroughputLevel;
  readonly profile: Profile;
  readonly identityCheck: boolean;
  readonly hasPublicKey: boolean;
  readonly username: string | null;
  readonly blockedCustomers: readonly string[];
  readonly qrCodes: readonly { code: string; prefilled: string }[];
  /** Service messages of this month, of which the first 1,000 are free. */
  readonly serviceUsed: number;
  readonly serviceFree: number;
};

/** The account, its numbers, limits and costs, as the control panel shows them. */
export type AccountView = Omit<Account, 'overrideCallbackUri'> & {
  /** People a day outside their window; null for unlimited. */
  readonly peopleLimit: number | null;
  readonly peopleUsed: number;
  readonly managementCallsUsed: number;
  readonly numbers: readonly LineView[];
  /** US dollars since the start. */
  readonly costTotal: number;
  readonly charges: readonly LedgerRow[];
};

export function accountView(world: World): AccountView {
  const nowMs = world.clock.nowMs();
  const limit = peopleOfTier[world.account.tier];
  const { overrideCallbackUri: _hidden, ...account } = world.account;
  return {
    ...account,
    peopleLimit: Number.isFinite(limit) ? limit : null,
    peopleUsed: world.limits.tier.used(nowMs),
    managementCallsUsed: world.limits.management.used(nowMs),
    numbers: [...world.lines.values()].map((line) => ({
      phoneNumberId: line.phoneNumberId,
      displayPhoneNumber: line.displayPhoneNumber,
      verifiedName: line.verifiedName,
      nameStatus: line.nameStatus,
      registered: line.registered,
      quality: line.quality,
      throughput: line.throughput,
      profile: line.profile,
      identityCheck: line.identityCheck,
      hasPublicKey: line.publicKey !== undefined,
      username: line.username ?? null,
      blockedCustomers: [...line.blockedCustomers],
      qrCodes: [...line.qrCodes.values()],
      serviceUsed: world.meter.serviceUsed(line.phoneNumberId, nowMs),
      serviceFree: freeServiceMessagesAMonth,
    })),
    costTotal: world.ledger.total(),
    charges: world.ledger.charges(),
  };
}
