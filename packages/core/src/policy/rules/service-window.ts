import { needsOpenWindow } from '../../message/outbound.ts';
import type { RuleFinding, SendRule, Subject } from '../send-rule.ts';

/** Free-form messages go only inside the 24 hours after the customer's last message or call. */
export const windowRule: SendRule = {
  id: 'WA-WIN-001',
  severity: 'error',
  source: 'Messaging Policy; send-messages doc',
  checkedAt: 'send',
  check,
  message: '24 h window closed: only a template may go.',
  fix: 'Choose an approved template.',
};

function check({ draft, context, pack, now }: Subject): RuleFinding {
  if (!needsOpenWindow(draft.content)) return { verdict: 'passed', evidence: 'a template needs no window' };
  if (context.windowClosesAt === undefined)
    return { verdict: 'refused', evidence: 'the window never opened' };
  const leftMs = context.windowClosesAt - now;
  return {
    verdict: leftMs > pack.limits.windowMarginMs ? 'passed' : 'refused',
    evidence: `${leftMs} ms left, more than ${pack.limits.windowMarginMs} ms are needed`,
  };
}
