import type { RuleFinding, SendRule, Subject } from '../send-rule.ts';

/**
 * The recipient is the one the draft was written for: they share an identity, and no identity
 * both have differs. A known phone that comes with another user id is another person.
 */
export const recipientRule: SendRule = {
  id: 'WA-DATA-006',
  severity: 'critical',
  source: 'Messaging Policy',
  checkedAt: 'send',
  check,
  message: "Another customer's data in this reply.",
  fix: 'Fix tool auth.',
};

/** Evidence carries no identity: it is shown and stored. */
function check({ context: { recipient, recipientOfDraft } }: Subject): RuleFinding {
  const phone = compare(recipient.phone, recipientOfDraft.phone);
  const bsuid = compare(recipient.bsuid, recipientOfDraft.bsuid);
  const evidence = `phone ${phone}, user id ${bsuid}`;
  const same = phone !== 'differs' && bsuid !== 'differs' && (phone === 'same' || bsuid === 'same');
  if (same) return { verdict: 'passed', evidence };
  return {
    verdict: 'refused',
    evidence,
    fix: 'Write the reply again for the person this conversation now belongs to.',
  };
}

function compare(now: string | undefined, then: string | undefined): 'same' | 'differs' | 'not in both' {
  if (now === undefined || then === undefined) return 'not in both';
  return now === then ? 'same' : 'differs';
}
