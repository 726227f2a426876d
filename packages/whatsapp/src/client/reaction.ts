/**
 * What to do after Meta has said no. The sender decides when and how; this says what is right.
 *
 * `retry`: backoff with jitter from `atLeastMs` on, bounded number of times.
 * `pause-number`: send nothing from this number and raise an alarm; what waits is kept.
 * `stop-country`: send nothing to the recipient's country and raise an alarm.
 * `slow-number`: keep sending, more slowly (`calls` tells which limit was met).
 * `delay-recipient`: only this person's messages wait, see `pairRateDelayMs`.
 * `stop-business-initiated`: replies go on, all else stops, a person is told.
 * `wait-a-day`: not sooner than 24 hours, bounded; never as another category instead.
 * `suppress-marketing`: the person opted out, until `user_preferences` says resume.
 * `drop`: do not send this, ever.
 * `window-closed`: an approved template if consented to, else a person.
 * `unreachable`: no blind retry; after several, mark the contact.
 * `other-route`: this person or message needs another way than the one tried.
 * `template-problem`: stop using the template until a person or a sync has mended it.
 * `flow-problem`: say it without the Flow.
 * `re-fetch`: the customer's file did not come; ask for it again.
 * `re-upload`: our file was not taken; check its type and codec, upload, try once more.
 * `check-identity`: the person's keys have changed; verify before saying anything.
 * `feature-gated`: the number may not use this feature.
 * `operator-task`: somebody has to settle it in Meta's settings; no retry.
 * `fix`: our bug or our input: dead-letter and report.
 */
export type Reaction =
  | { kind: 'retry'; atLeastMs: number }
  | {
      kind: 'pause-number';
      why: 'token' | 'permission' | 'policy' | 'billing' | 'registration' | 'display-name' | 'certificate';
    }
  | { kind: 'stop-country' }
  | { kind: 'slow-number'; calls: 'number' | 'app' | 'account'; atLeastMs: number }
  | { kind: 'delay-recipient' }
  | { kind: 'stop-business-initiated'; why: 'spam' | 'classification' }
  | { kind: 'wait-a-day' }
  | { kind: 'suppress-marketing' }
  | { kind: 'drop' }
  | { kind: 'window-closed' }
  | { kind: 'unreachable' }
  | { kind: 'other-route'; needs: 'phone-number' | 'marketing-api' | 'messages-api' }
  | {
      kind: 'template-problem';
      why: 'parameters' | 'missing' | 'content' | 'paused' | 'disabled' | 'authoring';
    }
  | { kind: 'flow-problem'; why: 'blocked' | 'throttled' }
  | { kind: 're-fetch' }
  | { kind: 're-upload' }
  | { kind: 'check-identity' }
  | { kind: 'feature-gated'; feature: 'calling' | 'groups' }
  | { kind: 'operator-task'; about: 'registration' | 'username' }
  | { kind: 'fix' };

/**
 * How long a person's next message waits after `delay-recipient`, in milliseconds:
 * 4^X seconds. `attempt`: X, from 0; capped at 6 (68 minutes).
 * Source: Cloud API docs, "Throughput", pair rate limits, read 2026-11-21.
 */
export function pairRateDelayMs(attempt: number): number {
  return 4 ** Math.min(Math.max(attempt, 0), 6) * 1_000;
}

/** Whether the same request may be accepted later, without anything being changed. */
export function isTransient(
  reaction: Reaction,
): reaction is Extract<Reaction, { kind: 'retry' | 'slow-number' }> {
  return reaction.kind === 'retry' || reaction.kind === 'slow-number';
}
