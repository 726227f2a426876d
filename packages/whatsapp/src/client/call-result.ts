import type { NotSent, Rejected, Unknown } from './send-result.ts';
import type { GraphUsage } from './usage.ts';

/** Nothing was asked for: the request breaks a documented limit. */
export type Invalid = { kind: 'invalid'; problems: readonly string[] };

/**
 * What became of a call that manages something. `unknown`: a write may have been done; a read has
 * simply not been answered.
 */
export type CallResult<T> =
  | { kind: 'done'; value: T; usage?: GraphUsage }
  | Invalid
  | Rejected
  | NotSent
  | Unknown;
