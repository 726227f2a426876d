import { agreesTo } from '../../conversation/consents.ts';
import { categoryOf } from '../../template/template-at-meta.ts';
import type { RuleFinding, SendRule, Subject } from '../send-rule.ts';

/**
 * Who is written to first has agreed to it: to promotions always, to notices when the window is closed and
 * the template does not go on with what the customer began.
 */
export const consentRule: SendRule = {
  id: 'WA-OPT-001',
  severity: 'error',
  source: 'Messaging Policy',
  checkedAt: 'send',
  check,
  message: 'No opt-in on record.',
  fix: 'Collect opt-in naming the business.',
};

/** Promotions end when the customer says so. */
export const optOutRule: SendRule = {
  id: 'WA-OPT-002',
  severity: 'critical',
  source: 'Messaging Policy; TCPA/LGPD/GDPR',
  checkedAt: 'send',
  check: checkOptOut,
  message: 'User opted out.',
  fix: 'Never resend marketing.',
};

function check({ draft, context, now, pack }: Subject): RuleFinding {
  const { content } = draft;
  if (content.kind !== 'template') return { verdict: 'passed', evidence: 'not a template' };
  const category = categoryOf(context.templates ?? { ours: [] }, content) ?? 'marketing';
  if (agreesTo(context, category)) return { verdict: 'passed', evidence: `agreed to ${category} messages` };
  const { windowClosesAt } = context;
  const open = windowClosesAt !== undefined && windowClosesAt - now > pack.limits.windowMarginMs;
  if (category === 'utility' && open)
    return { verdict: 'passed', evidence: 'the customer is in the conversation' };
  if (category === 'utility' && draft.priority === 'reply')
    return { verdict: 'passed', evidence: 'goes on with what the customer began' };
  return { verdict: 'refused', evidence: `has not agreed to ${category} messages` };
}

function checkOptOut({ draft, context }: Subject): RuleFinding {
  const { content } = draft;
  const { stoppedAt, consents } = context;
  if (content.kind !== 'template' || stoppedAt === undefined)
    return { verdict: 'passed', evidence: 'nothing that the customer has ended' };
  const category = categoryOf(context.templates ?? { ours: [] }, content) ?? 'marketing';
  const since = consents?.marketing?.at;
  if (category === 'utility' || (since !== undefined && since > stoppedAt))
    return { verdict: 'passed', evidence: category === 'utility' ? 'no promotion' : 'agreed anew' };
  return { verdict: 'refused', evidence: 'the customer wants no promotions' };
}
