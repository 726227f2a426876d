import type { Business } from '../business/business.ts';
import type { ConversationId, ChannelId, OutboxId } from '../conversation/identifiers.ts';
import type { Owner } from '../conversation/owner.ts';
import type { ConversationState } from '../conversation/state.ts';
import type { Instant } from '../schedule/instant.ts';
import type { KnownTemplates } from '../template/template-at-meta.ts';
import type { Recipient } from './recipient.ts';

/**
 * What clearance must know of the world, read in the transaction that marks the message as
 * sending: a take-over or a closed window may have come after the draft was written.
 */
export type ClearanceContext = {
  readonly outboxId: OutboxId;
  readonly conversationId: ConversationId;
  readonly channelId: ChannelId;
  /** Whom the message goes to now. */
  readonly recipient: Recipient;
  /** Whom the draft was written for, bound when it was made. */
  readonly recipientOfDraft: Recipient;
  /** Names, tasks and paths a refusal may state. */
  readonly business: Pick<Business, 'name' | 'escalation' | 'agent'> & Partial<Pick<Business, 'fallbacks'>>;
  readonly owner: Owner;
  readonly ownerVersion: number;
  /** When the service window closes; absent if it never opened. */
  readonly windowClosesAt?: Instant | undefined;
  /** When the channel last accepted a free-form message of the agent; absent if never. */
  readonly agentLastSpokeAt?: Instant | undefined;
  /** Service messages this number delivered in this calendar month. */
  readonly serviceMessagesThisMonth: number;
  /** Whether an ad's free entry window is open for this customer. */
  readonly freeEntryWindow?: boolean | undefined;
  /** What templates there are; without it no template goes out. */
  readonly templates?: KnownTemplates | undefined;
  /** What the customer agreed to, and when they wanted no more promotions. */
  readonly consents?: ConversationState['consents'];
  readonly stoppedAt?: Instant | undefined;
  /** Id of the customer's message to quote. */
  readonly replyTo?: string | undefined;
};
