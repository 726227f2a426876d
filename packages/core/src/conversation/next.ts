import type { Language } from '../language/language.ts';
import type { Draft } from '../message/draft.ts';
import type { Instant } from '../schedule/instant.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Call } from './call.ts';
import type { CallKey } from './identifiers.ts';
import type { Outcome } from './outcome.ts';

/** A thing to happen later in this conversation; it fires as a message of the mailbox. One per name. */
export type Timer = { readonly name: string; readonly dueAt: Instant };

/** Giving the conversation to people. `why` is for the desk, not the customer. */
export type HandOff = { readonly why: string; readonly ticket: Ticket };

/** A question the knowledge has no answer to, personal data masked; it may become a suggestion. */
export type Unanswered = { readonly text: string; readonly language: Language; readonly task: string };

/** Something people should look at now. `about` is one line for the desk. */
export type Alarm = { readonly kind: string; readonly about: string };

/** How a turn ends; the pipeline commits all of it at once. */
export type Close = {
  readonly kind: 'close';
  readonly drafts: readonly Draft[];
  readonly setTimers: readonly Timer[];
  readonly clearTimers: readonly string[];
  readonly handOff?: HandOff;
  readonly alarms: readonly Alarm[];
  /** Message ids whose text the customer took back: hidden from then on. */
  readonly hide: readonly string[];
  readonly outcome: Outcome;
  readonly unanswered?: Unanswered;
};

/** What a turn wants next: one call performed and settled under its key, or to be closed. */
export type Next = { readonly kind: 'await'; readonly call: Call; readonly key: CallKey } | Close;
