import type { GraphErrorBody } from '../graph-error-body.ts';
import type { Reaction } from './reaction.ts';
import type { GraphUsage } from './usage.ts';

/** Why an HTTP answer was no acceptance. `text`: the beginning of a body that holds no Graph error. */
export type GraphError = ({ kind: 'graph' } & GraphErrorBody) | { kind: 'http'; text: string };

/**
 * Meta answered, and it was no. `retryAfterMs`: from the Retry-After header or, while an account is
 * throttled, from the usage headers.
 */
export type Rejected = {
  kind: 'rejected';
  httpStatus: number;
  error: GraphError;
  reaction: Reaction;
  retryAfterMs?: number;
  usage?: GraphUsage;
};

/** Nothing was handed over: sending again cannot make a duplicate. */
export type NotSent = { kind: 'not-sent'; cause: unknown };

/** It may or may not have been handed over: only a status can tell, and a program must not send it again. */
export type Unknown = { kind: 'unknown'; cause: unknown };

/**
 * What became of a message. `accepted` means taken, not delivered.
 * `messageStatus`: `accepted`, `held_for_quality_assessment` or `paused`.
 */
export type SendResult =
  | {
      kind: 'accepted';
      messageId: string;
      recipientPhone?: string;
      recipientBsuid?: string;
      messageStatus?: string;
      usage?: GraphUsage;
    }
  | Rejected
  | NotSent
  | Unknown;

export type MarkReadResult = { kind: 'done' } | Rejected | NotSent | Unknown;
