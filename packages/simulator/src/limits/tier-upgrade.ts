import { capabilityUpdate } from '../meta/account-webhook.ts';
import type { World } from '../world.ts';
import { nextTier, peopleOfTier, type MessagingTier } from './messaging-tier.ts';

/** Meta raises the limit within 6 h once half of it was used. Source: "Messaging limits", read 2026-11-21. */
const upgradeMs = 6 * 3_600_000;
/** Delivered templates that raise an unverified business from 250 people. */
const templatesForFirstUpgrade = 2_000;

/** Plans the upgrade to the next tier if it has been earned. */
export function noteTierUse(world: World, nowMs: number): void {
  const { account } = world;
  if (account.upgradePending || world.settings.limits === 'none') return;
  const next = nextTier(account.tier);
  if (next === undefined) return;
  const earned =
    account.tier === 'TIER_250'
      ? account.verified || account.templatesDelivered >= templatesForFirstUpgrade
      : world.limits.tier.used(nowMs) * 2 >= peopleOfTier[account.tier];
  const isGood = [...world.lines.values()].every((line) => line.quality !== 'RED');
  if (!earned || !isGood || account.standing.kind !== 'good') return;
  account.upgradePending = true;
  world.agenda.at(nowMs + upgradeMs, () => {
    account.upgradePending = false;
    if (nextTier(account.tier) === next) setTier(world, next);
  });
}

/** Sets the portfolio's tier and tells the business. */
export function setTier(world: World, tier: MessagingTier): void {
  world.account.tier = tier;
  world.queue.enqueue([capabilityUpdate(world)]);
  world.live.tell({ kind: 'account' });
}
