import { consentRule, optOutRule } from './rules/consent.ts';
import { disclosureRule } from './rules/disclosure.ts';
import { neverHumanRule } from './rules/never-claim-to-be-human.ts';
import { noAnswerInRefusalRule } from './rules/no-answer-in-refusal.ts';
import { ownerRule } from './rules/owner.ts';
import { recipientRule } from './rules/recipient-unchanged.ts';
import { regionRule } from './rules/region-resolved.ts';
import { noSensitiveIdentifiersRule } from './rules/no-sensitive-identifiers.ts';
import { windowRule } from './rules/service-window.ts';
import { templateRule } from './rules/template-sendable.ts';
import type { SendRule } from './send-rule.ts';

/** Every rule an outbound message must pass, whatever it is, in the order the desk shows them. */
export const sendRules: readonly SendRule[] = [
  ownerRule,
  windowRule,
  recipientRule,
  disclosureRule,
  noAnswerInRefusalRule,
  neverHumanRule,
  noSensitiveIdentifiersRule,
  regionRule,
];

/** What a template must pass beside them. */
export const templateRules: readonly SendRule[] = [templateRule, optOutRule, consentRule];
