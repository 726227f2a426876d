import type { Cleared } from '@ambit/core/policy/clear';

/** What to do about a rejected send. The channel's own table maps its codes to one of these. */
export type Reaction =
  /** Passing trouble: try again with growing delays, a bounded number of times. */
  | { kind: 'retry' }
  /** The number sends too fast: wait, for everybody. */
  | { kind: 'slow-number' }
  /** This recipient gets too much: wait for this recipient alone. */
  | { kind: 'delay-recipient' }
  /** Nothing more can be sent from this number until somebody mends it. */
  | { kind: 'pause-number'; why: string }
  /** The service window is closed at Meta's end. */
  | { kind: 'window-closed' }
  /**
   * This message will never arrive; the conversation goes to a person. `why`: "template-problem" where it is the
   * template that cannot be sent, to anybody.
   */
  | { kind: 'give-up'; why: string };

/** What came of one send. `unknown`: nobody knows whether it was accepted; never resent by a program. */
export type SendOutcome =
  | { kind: 'accepted'; messageId: string }
  | {
      kind: 'rejected';
      code: number | undefined;
      reason: string;
      reaction: Reaction;
      retryAfterMs: number | undefined;
    }
  | { kind: 'not-sent'; reason: string }
  | { kind: 'unknown'; reason: string };

/** A connected endpoint. It carries nothing but what clearance has cleared. */
export type Channel = {
  readonly channelId: string;
  send(message: Cleared, signal: AbortSignal): Promise<SendOutcome>;
  /** Marks a customer's message read and, if asked, shows that a reply is being written. Best effort. */
  markRead(messageId: string, typing: boolean, signal: AbortSignal): Promise<void>;
};
