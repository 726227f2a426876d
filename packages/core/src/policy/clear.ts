import type { ConversationId, ChannelId, OutboxId } from '../conversation/identifiers.ts';
import type { Draft } from '../message/draft.ts';
import type { Outbound } from '../message/outbound.ts';
import { priceOf } from '../pricing/price-of.ts';
import type { Instant } from '../schedule/instant.ts';
import { categoryOf } from '../template/template-at-meta.ts';
import type { ClearanceContext } from './clearance-context.ts';
import type { Clearance } from './clearance.ts';
import { applyDisclosure, planDisclosure } from './disclosure.ts';
import type { PolicyPack } from './pack.ts';
import type { Recipient } from './recipient.ts';
import { sendRules, templateRules } from './send-rules.ts';
import type { SendRule, Subject } from './send-rule.ts';

/** The clearance is recorded either way; only a cleared message can reach a channel. */
export type ClearResult =
  | { readonly kind: 'cleared'; readonly message: Cleared; readonly clearance: Clearance }
  | { readonly kind: 'refused'; readonly clearance: Clearance };

/**
 * Asks every send rule about a draft and makes the only thing a channel accepts. A rule of any
 * severity but `warn` that refuses, refuses the message; the gravest names the refusal.
 */
export function clear(draft: Draft, context: ClearanceContext, pack: PolicyPack, now: Instant): ClearResult {
  const disclosure = planDisclosure(draft, context, pack, now);
  const rules = draft.content.kind === 'template' ? [...sendRules, ...templateRules] : sendRules;
  const judged = rules.map((rule) => judge(rule, { draft, context, pack, now, disclosure }));
  const refusal = judged.find(refuses('critical')) ?? judged.find(refuses('error'));
  const content = applyDisclosure(draft.content, disclosure);
  const clearance: Clearance = {
    pack: pack.id,
    at: now,
    verdict: refusal === undefined ? 'cleared' : 'refused',
    findings: judged.map(({ rule, verdict, evidence }) => ({ rule: rule.id, verdict, evidence })),
    windowClosesAt: context.windowClosesAt,
    disclosure: disclosure.kind === 'put-before' ? disclosure.sentence : undefined,
    price: priceOf({ ...context, content, at: now, ...templateCategory(content, context) }),
    refusal: refusal && { rule: refusal.rule.id, message: refusal.rule.message, fix: refusal.fix },
  };
  return refusal === undefined
    ? { kind: 'cleared', message: new ClearedMessage(context, content), clearance }
    : { kind: 'refused', clearance };
}

function templateCategory(content: Outbound, { templates }: ClearanceContext) {
  return content.kind === 'template' && templates !== undefined
    ? { templateCategory: categoryOf(templates, content) }
    : {};
}

/**
 * A message the policy let through, with the disclosure already before its text when it is due.
 * Nothing but `clear` makes one; it is never stored.
 */
export type Cleared = ClearedMessage;

/** A class, unlike the rest of core, because a copy with other content (`{ ...cleared }`) loses its seal. */
class ClearedMessage {
  readonly #seal = true;
  readonly outboxId: OutboxId;
  readonly conversationId: ConversationId;
  readonly channelId: ChannelId;
  readonly recipient: Readonly<Recipient>;
  readonly content: Readonly<Outbound>;
  readonly replyTo: string | undefined;

  constructor(context: ClearanceContext, content: Outbound) {
    this.outboxId = context.outboxId;
    this.conversationId = context.conversationId;
    this.channelId = context.channelId;
    this.recipient = Object.freeze({ ...context.recipient });
    this.content = Object.freeze(content);
    this.replyTo = context.replyTo;
    Object.freeze(this);
  }

  /** Whether a value of unknown origin was made by `clear`. */
  static made(value: object): boolean {
    return #seal in value && value.#seal;
  }
}

/** Whether a value of unknown origin was made by `clear`, for callers the compiler does not see. */
export function isCleared(value: object): value is Cleared {
  return ClearedMessage.made(value);
}

type Judged = {
  readonly rule: SendRule;
  readonly verdict: 'passed' | 'refused' | 'warned';
  readonly evidence: string;
  readonly fix: string;
};

function judge(rule: SendRule, subject: Subject): Judged {
  const { verdict, evidence, fix } = rule.check(subject);
  const softened = verdict === 'refused' && rule.severity === 'warn' ? 'warned' : verdict;
  return { rule, verdict: softened, evidence, fix: fix ?? rule.fix };
}

function refuses(severity: SendRule['severity']): (judged: Judged) => boolean {
  return (judged) => judged.verdict === 'refused' && judged.rule.severity === severity;
}
