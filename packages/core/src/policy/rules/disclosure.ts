import type { RuleFinding, SendRule, Subject } from '../send-rule.ts';

/** The customer learns at first contact, and after 24 hours of silence, that a program answers. */
export const disclosureRule: SendRule = {
  id: 'WA-AI-001',
  severity: 'error',
  source: 'EU AI Act Art 50(1) (from 2026-08-02); CA B&P 17941; Maine; model-vendor terms',
  checkedAt: 'send',
  check,
  message: 'Users must know they talk to an AI.',
  fix: 'Keep the notice line.',
};

function check({ disclosure }: Subject): RuleFinding {
  switch (disclosure.kind) {
    case 'not-due':
      return { verdict: 'passed', evidence: `not due: ${disclosure.why}` };
    case 'put-before':
      return { verdict: 'passed', evidence: 'due, put before the text' };
    case 'missing':
      return { verdict: 'refused', evidence: 'due, but the draft carries none' };
    case 'too-long':
      return {
        verdict: 'refused',
        evidence: `due, but with it the text has ${disclosure.length} characters of ${disclosure.limit}`,
        fix: `Shorten the text by ${disclosure.length - disclosure.limit} characters so that the notice fits.`,
      };
  }
}
