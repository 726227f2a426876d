import { setTier } from '../limits/tier-upgrade.ts';
import type { World } from '../world.ts';
import type { MetaOutcome } from './act-as-meta.ts';
import { accountUpdate } from './account-webhook.ts';
import type { AccountAct } from './meta-act.ts';

const hourMs = 3_600_000;

/** What Meta does with the account. */
export function actOnAccount(world: World, act: AccountAct): MetaOutcome {
  const { account } = world;
  const nowMs = world.clock.nowMs();
  switch (act.kind) {
    case 'restrict':
      restrict(world, act, nowMs);
      break;
    case 'lock':
      account.standing = { kind: 'locked' };
      world.queue.enqueue([
        accountUpdate('ACCOUNT_VIOLATION', { violation_info: { violation_type: 'SCAM' } }),
      ]);
      break;
    case 'ban':
      account.standing = { kind: 'banned' };
      world.queue.enqueue([disabledUpdate('DISABLE', nowMs)]);
      break;
    case 'reinstate':
      account.standing = { kind: 'good' };
      world.queue.enqueue([disabledUpdate('REINSTATE', nowMs)]);
      break;
    case 'set-tier':
      setTier(world, act.tier);
      break;
    case 'set-verified':
      account.verified = act.verified;
      break;
    case 'set-payment-method':
      account.paymentMethod = act.present;
      break;
    case 'set-service-used':
      world.meter.setServiceUsed(act.phoneNumberId ?? world.options.phoneNumberId, nowMs, act.count);
      break;
    case 'set-direct-send':
      account.directSend = { utility: act.utility, authentication: act.authentication };
      break;
    case 'set-international-authentication':
      account.internationalAuthentication = act.eligible;
      break;
    case 'alert':
      world.queue.enqueue([alertUpdate(world, act)]);
      break;
    case 'review-account':
      world.queue.enqueue([
        { lane: 'account', field: 'account_review_update', value: { decision: act.decision } },
      ]);
      break;
  }
  world.live.tell({ kind: 'account' });
  return { kind: 'done' };
}

function restrict(world: World, act: Extract<AccountAct, { kind: 'restrict' }>, nowMs: number): void {
  const untilMs = nowMs + act.hours * hourMs;
  const standing = { kind: 'restricted' as const, what: act.what, untilMs };
  world.account.standing = standing;
  const kinds =
    act.what === 'all'
      ? ['RESTRICTED_BIZ_INITIATED_MESSAGING', 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING']
      : ['RESTRICTED_BIZ_INITIATED_MESSAGING'];
  world.queue.enqueue([
    accountUpdate('ACCOUNT_RESTRICTION', {
      violation_info: { violation_type: act.violation },
      restriction_info: kinds.map((restriction_type) => ({
        restriction_type,
        expiration: Math.floor(untilMs / 1_000),
      })),
    }),
  ]);
  world.agenda.at(untilMs, () => {
    if (world.account.standing !== standing) return;
    world.account.standing = { kind: 'good' };
    world.live.tell({ kind: 'account' });
  });
}

function disabledUpdate(state: 'DISABLE' | 'REINSTATE', nowMs: number): ReturnType<typeof accountUpdate> {
  return accountUpdate('DISABLED_UPDATE', {
    ban_info: {
      waba_ban_state: state,
      waba_ban_date: new Date(nowMs).toISOString().slice(0, 10),
    },
  });
}

function alertUpdate(
  world: World,
  act: Extract<AccountAct, { kind: 'alert' }>,
): ReturnType<typeof accountUpdate> {
  return {
    lane: 'account',
    field: 'account_alerts',
    value: {
      entity_type: 'WABA',
      entity_id: world.account.id,
      alert_info: {
        alert_severity: act.severity,
        alert_status: 'ACTIVE',
        alert_type: act.alert,
        alert_description: act.alert.toLowerCase().replaceAll('_', ' '),
      },
    },
  };
}
