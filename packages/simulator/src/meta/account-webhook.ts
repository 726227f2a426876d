import type { Line } from '../account/line.ts';
import type { Json, Update } from '../webhooks/webhook-body.ts';
import type { World } from '../world.ts';

/** Numbers an account may have by its standing. */
const numbersPerBusiness = 20;

/** A change about the account. */
export function accountUpdate(event: string, rest: Json = {}): Update {
  return { lane: 'account', field: 'account_update', value: { event, ...rest } };
}

/** `business_capability_update`: the portfolio's messaging limit, as a tier. */
export function capabilityUpdate(world: World): Update {
  return {
    lane: 'account',
    field: 'business_capability_update',
    value: {
      max_daily_conversations_per_business: world.account.tier,
      max_phone_numbers_per_business: numbersPerBusiness,
    },
  };
}

/** `phone_number_quality_update` for one number. */
export function qualityUpdate(
  world: World,
  line: Line,
  event: 'ONBOARDING' | 'FLAGGED' | 'UNFLAGGED' | 'UPGRADE' | 'DOWNGRADE' | 'THROUGHPUT_UPGRADE',
): Update {
  return {
    lane: `number|${line.phoneNumberId}`,
    field: 'phone_number_quality_update',
    value: {
      display_phone_number: line.displayPhoneNumber,
      event,
      current_limit: world.account.tier,
      max_daily_conversations_per_business: world.account.tier,
    },
  };
}

/** `phone_number_name_update`: a display name was reviewed. */
export function nameUpdate(line: Line, decision: 'APPROVED' | 'REJECTED'): Update {
  return {
    lane: `number|${line.phoneNumberId}`,
    field: 'phone_number_name_update',
    value: {
      display_phone_number: line.displayPhoneNumber,
      decision,
      requested_verified_name: line.verifiedName,
      rejection_reason: decision === 'APPROVED' ? null : 'NAME_NOT_CONSISTENT_WITH_GUIDELINES',
    },
  };
}
