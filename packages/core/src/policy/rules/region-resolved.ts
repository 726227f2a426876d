import { regionAt } from '../region.ts';
import type { RuleFinding, SendRule, Subject } from '../send-rule.ts';

/** A policy row is known for the recipient's country. It widens nothing: the agent stays scoped. */
export const regionRule: SendRule = {
  id: 'WA-SCOPE-011',
  severity: 'error',
  source: 'AI Providers page (2026-09-01)',
  checkedAt: 'send',
  check,
  message: 'No current policy row for this country.',
  fix: 'Update policy pack.',
};

function check({ context, pack, now }: Subject): RuleFinding {
  const row = regionAt(context.recipient, pack, now);
  if (row === undefined) return { verdict: 'refused', evidence: `pack ${pack.id} has no row` };
  const evidence = `${row.region}: general-purpose AI ${row.generalPurposeAi}; this agent is scoped regardless`;
  const stale = now - Date.parse(pack.readOn) > pack.limits.staleAfterMs;
  return stale
    ? { verdict: 'warned', evidence: `${evidence}; pack read on ${pack.readOn} is stale` }
    : { verdict: 'passed', evidence };
}
