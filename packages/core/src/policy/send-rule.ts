import type { Draft } from '../message/draft.ts';
import type { Instant } from '../schedule/instant.ts';
import type { ClearanceContext } from './clearance-context.ts';
import type { PolicyPack, Severity } from './pack.ts';

/** One outbound message with all a rule may look at. `disclosure`: see `planDisclosure`. */
export type Subject = {
  readonly draft: Draft;
  readonly context: ClearanceContext;
  readonly pack: PolicyPack;
  readonly now: Instant;
  readonly disclosure: DisclosurePlan;
};

/** Whether the notice that this is an automated assistant goes with the message. */
export type DisclosurePlan =
  | { readonly kind: 'not-due'; readonly why: string }
  | { readonly kind: 'put-before'; readonly sentence: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-long'; readonly length: number; readonly limit: number };

/** What a rule found. `evidence` names what it looked at, for the record. */
export type RuleFinding = {
  readonly verdict: 'passed' | 'refused' | 'warned';
  readonly evidence: string;
  /** Replaces the rule's own fix where the case needs another. */
  readonly fix?: string;
};

/** A rule that looks at each outbound message. */
export type SendRule = {
  readonly id: string;
  readonly severity: Severity;
  readonly source: string;
  readonly checkedAt: 'send';
  readonly check: (subject: Subject) => RuleFinding;
  readonly message: string;
  readonly fix: string;
};
