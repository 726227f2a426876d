import type { FlowConsent } from '../flow/flow-next.ts';
import type { Instant } from '../schedule/instant.ts';
import type { TemplateCategory } from '../template/business-template.ts';
import type { ConversationState } from './state.ts';

/** The conversation with what the customer agreed to, or took back, written down. `source`: what asked. */
export function withConsents(
  conversation: ConversationState,
  told: readonly FlowConsent[],
  at: Instant,
  source: string,
): ConversationState {
  return told.reduce((before, { purpose, given }) => {
    const { [purpose]: _former, ...others } = before.consents ?? {};
    return { ...before, consents: given ? { ...others, [purpose]: { at, source } } : others };
  }, conversation);
}

/** The conversation once the customer wants no more promotions. */
export function withoutPromotions(conversation: ConversationState, at: Instant): ConversationState {
  const { consents, ...rest } = conversation;
  const { marketing: _former, ...others } = consents ?? {};
  return { ...rest, stoppedAt: at, ...(consents === undefined ? {} : { consents: others }) };
}

/** Whether the customer may be sent templates of this category without having written first. */
export function agreesTo(
  { consents, stoppedAt }: Pick<ConversationState, 'consents' | 'stoppedAt'>,
  purpose: TemplateCategory,
): boolean {
  const consent = consents?.[purpose];
  if (consent === undefined) return false;
  return purpose !== 'marketing' || stoppedAt === undefined || stoppedAt < consent.at;
}
