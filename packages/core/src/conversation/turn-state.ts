import type { Business } from '../business/business.ts';
import type { KnownCustomer } from '../customer/customer.ts';
import type { Language } from '../language/language.ts';
import type { Draft } from '../message/draft.ts';
import type { Instant } from '../schedule/instant.ts';
import type { Call, Passage } from './call.ts';
import type { Event } from './event.ts';
import type { CallKey, TurnId } from './identifiers.ts';
import type { Verdict } from '../scope/verdict.ts';
import type { Alarm, Close, Timer, Unanswered } from './next.ts';
import type { ConversationState } from './state.ts';

/**
 * A turn between two events. Plain data: a turn is its list of events, and this is what they add up to.
 * `conversation`: at close, what the conversation remembers from then on.
 */
export type TurnState = { readonly conversation: ConversationState; readonly stage: Stage };

export type Stage =
  | { readonly kind: 'not-begun' }
  | {
      readonly kind: 'waiting';
      readonly turn: Turn;
      readonly waiting: Waiting;
      readonly call: Call;
      readonly key: CallKey;
    }
  | { readonly kind: 'closed' };

/**
 * What a turn of the agent knows from its opening on.
 * `carried`: what the turn's inputs already decided, whatever comes of its calls.
 * `notes`: sentences that belong before whatever the agent says, such as "I can't open pictures here."
 * `secret`: the customer sent a card number, a password or the like, and is told not to.
 * `made`: the keys of the calls asked for so far, in order.
 * `ad`: the ad that the customer came through with this message.
 * `unasked`: the turn begins without a word of the customer's: what it says is no reply.
 * `unanswered`: a question of this turn that the knowledge could not answer to a flow.
 * `language`: what the agent speaks in this turn; `heard`: the same, once the customer's words have told it;
 * `foreign`: what the customer writes, where the business does not speak it.
 */
export type Turn = {
  readonly turn: TurnId;
  readonly contactId: string;
  readonly contactPhone?: string;
  /** What the business keeps of them. */
  readonly customer?: KnownCustomer;
  readonly ownerVersion: number;
  readonly windowClosesAt?: Instant;
  readonly carried: Carried;
  readonly notes: readonly string[];
  readonly secret?: true;
  readonly made: readonly CallKey[];
  readonly ad?: string;
  readonly unasked?: true;
  readonly unanswered?: Unanswered;
  readonly language: Language;
  readonly heard?: Language;
  readonly foreign?: Language;
};

export type Carried = {
  readonly drafts: readonly Draft[];
  readonly alarms: readonly Alarm[];
  readonly hide: readonly string[];
  readonly clearTimers: readonly string[];
  /** Set when the turn ends, however it ends. */
  readonly setTimers?: readonly Timer[];
};

/** What the turn does with the result of the call it waits for. */
export type Waiting =
  /** `caution`: what the checks found in the text, short of a reason to answer without the guard. */
  | { readonly kind: 'verdict'; readonly text: string; readonly caution?: Caution }
  /** The turn opens once its voice notes have been listened to. */
  | { readonly kind: 'transcript'; readonly opening: Extract<Event, { kind: 'turn-began' }> }
  | { readonly kind: 'task-choice'; readonly text: string; readonly verdict: Verdict }
  | PassagesWaiting
  /** Whether a text that nobody could place goes on from the last question; if not, the verdict counts. */
  | { readonly kind: 'follow-up'; readonly task: string; readonly text: string; readonly verdict: Verdict }
  /** Whether a text that nobody could place has a sure answer all the same; if not, the verdict counts. */
  | {
      readonly kind: 'perhaps-question';
      readonly task: string;
      readonly text: string;
      readonly verdict: Verdict;
    }
  /** A model words what these passages answer; `extract` is said if it fails. */
  | PhrasingWaiting
  | OrderWaiting
  | OwnOrdersWaiting
  | ReadOrderWaiting
  | CancellationWaiting
  | FlowWaiting;

/**
 * What may answer a question. `several`: the other questions of the same message, what was found for those before,
 * and which of them nothing was found for.
 */
export type PassagesWaiting = {
  readonly kind: 'passages';
  readonly task: string;
  readonly several?: {
    readonly whole: string;
    readonly left: readonly string[];
    readonly found: readonly Passage[];
    readonly missed: readonly string[];
  };
};

/** `instructed`: a part that wanted to change the agent was left out; `insulting`: the text insults. */
export type Caution = { readonly instructed: boolean; readonly insulting: boolean };

/** `grounds`: the passages the model was given; `source`: the first; `asked`: what the answer is about. */
export type PhrasingWaiting = {
  readonly kind: 'phrasing';
  readonly task: string;
  readonly extract: string;
  readonly source: Passage;
  readonly asked: string;
  readonly grounds: readonly string[];
};

/** The flow of a task waits for its own call. */
export type FlowWaiting = {
  readonly kind: 'flow';
  readonly task: string;
  /** A model words what was found for this question; without a good text, what was found is said. */
  readonly found?: { readonly question: string; readonly passages: readonly Passage[] };
};

/**
 * `left`: the other orders of the same message; `told`: how many were looked up before; `missed`: the first of those
 * that could not be shown.
 */
export type OrderWaiting = {
  readonly kind: 'order-for-status' | 'order-for-cancel';
  readonly task: string;
  readonly orderNumber: string;
  readonly proof?: string;
  readonly left?: readonly string[];
  readonly told?: number;
  readonly missed?: string;
};

/** Which orders are the customer's own; `look`: what opening one of them is for. */
export type OwnOrdersWaiting = {
  readonly kind: 'own-orders';
  readonly task: string;
  readonly look: OrderWaiting['kind'];
};

/** Whether a text that the guard was not sure of names so many of what is sold; if not, the verdict counts. */
export type ReadOrderWaiting = {
  readonly kind: 'read-order';
  readonly text: string;
  readonly verdict: Verdict;
};

export type CancellationWaiting = {
  readonly kind: 'cancellation';
  readonly task: string;
  readonly orderNumber: string;
  readonly proof?: string;
  readonly left?: readonly string[];
};

/** Everything a rule may look at while it decides. `at`: the time of the event being handled. */
export type Moment = {
  readonly business: Business;
  readonly turn: Turn;
  readonly conversation: ConversationState;
  readonly at: Instant;
};

/** What a rule decided: ask for one call and go on with `turn`, or finish the turn. */
export type Step =
  | {
      readonly kind: 'call';
      readonly turn: Turn;
      readonly call: Call;
      readonly waiting: Waiting;
      readonly conversation: ConversationState;
    }
  | { readonly kind: 'finish'; readonly conversation: ConversationState; readonly close: Close };
