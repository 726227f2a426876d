import type { Reaction } from './reaction.ts';

const RETRY: Reaction = { kind: 'retry', atLeastMs: 1_000 };
const FIX: Reaction = { kind: 'fix' };
const TOKEN: Reaction = { kind: 'pause-number', why: 'token' };
const PERMISSION: Reaction = { kind: 'pause-number', why: 'permission' };
const POLICY: Reaction = { kind: 'pause-number', why: 'policy' };
const PARAMETERS: Reaction = { kind: 'template-problem', why: 'parameters' };
const REGISTRATION: Reaction = { kind: 'operator-task', about: 'registration' };
const GROUPS: Reaction = { kind: 'feature-gated', feature: 'groups' };
const THROTTLED: Reaction = { kind: 'slow-number', calls: 'number', atLeastMs: 1_000 };
const HOUR_MS = 3_600_000;

const byCode = new Map<number, Reaction>([
  [0, TOKEN],
  [190, TOKEN],
  [3, PERMISSION],
  [10, PERMISSION],
  [131005, PERMISSION],
  [1, RETRY],
  [2, RETRY],
  [131000, RETRY],
  [131016, RETRY],
  [133004, RETRY],
  [131057, { kind: 'retry', atLeastMs: 60_000 }],
  [131055, { kind: 'retry', atLeastMs: 600_000 }],
  [134101, { kind: 'retry', atLeastMs: 600_000 }],
  [4, { kind: 'slow-number', calls: 'app', atLeastMs: 60_000 }],
  [80007, { kind: 'slow-number', calls: 'account', atLeastMs: HOUR_MS }],
  [80008, { kind: 'slow-number', calls: 'account', atLeastMs: HOUR_MS }],
  [130429, THROTTLED],
  [131056, { kind: 'delay-recipient' }],
  [131048, { kind: 'stop-business-initiated', why: 'spam' }],
  [131064, { kind: 'stop-business-initiated', why: 'classification' }],
  [131049, { kind: 'wait-a-day' }],
  [131050, { kind: 'suppress-marketing' }],
  [130472, { kind: 'drop' }],
  [131047, { kind: 'window-closed' }],
  [131026, { kind: 'unreachable' }],
  [131062, { kind: 'other-route', needs: 'phone-number' }],
  [131063, { kind: 'other-route', needs: 'marketing-api' }],
  [134100, { kind: 'other-route', needs: 'messages-api' }],
  [134102, { kind: 'other-route', needs: 'messages-api' }],
  [33, FIX],
  [100, FIX],
  [131008, FIX],
  [131009, FIX],
  [131021, FIX],
  [131030, FIX],
  [131051, FIX],
  [135000, FIX],
  [131052, { kind: 're-fetch' }],
  [131053, { kind: 're-upload' }],
  [131031, POLICY],
  [368, POLICY],
  [130497, { kind: 'stop-country' }],
  [131037, { kind: 'pause-number', why: 'display-name' }],
  [131042, { kind: 'pause-number', why: 'billing' }],
  [131045, { kind: 'pause-number', why: 'certificate' }],
  [133010, { kind: 'pause-number', why: 'registration' }],
  [132000, PARAMETERS],
  [132005, PARAMETERS],
  [132008, PARAMETERS],
  [132012, PARAMETERS],
  [132001, { kind: 'template-problem', why: 'missing' }],
  [132007, { kind: 'template-problem', why: 'content' }],
  [132015, { kind: 'template-problem', why: 'paused' }],
  [132016, { kind: 'template-problem', why: 'disabled' }],
  [132068, { kind: 'flow-problem', why: 'blocked' }],
  [132069, { kind: 'flow-problem', why: 'throttled' }],
  [137000, { kind: 'check-identity' }],
  [613, { kind: 'feature-gated', feature: 'calling' }],
  [131020, GROUPS],
  [131041, GROUPS],
  [131059, GROUPS],
  [133015, { kind: 'retry', atLeastMs: 300_000 }],
  ...[133000, 133005, 133006, 133008, 133009, 133016].map((code): [number, Reaction] => [code, REGISTRATION]),
  ...[2388019, 2388040, 2388047, 2388072, 2388073, 2388293, 2388299].map((code): [number, Reaction] => [
    code,
    { kind: 'template-problem', why: 'authoring' },
  ]),
]);

const byRange: readonly { from: number; to: number; reaction: Reaction }[] = [
  { from: 200, to: 299, reaction: PERMISSION },
  { from: 131201, to: 131215, reaction: GROUPS },
  { from: 138000, to: 138018, reaction: { kind: 'feature-gated', feature: 'calling' } },
  { from: 139000, to: 139103, reaction: FIX },
  { from: 147001, to: 147005, reaction: { kind: 'operator-task', about: 'username' } },
];

/**
 * What to do about an error of Meta's. The code decides; the HTTP status only where the code
 * is not known or there is none (`code` undefined: an answer without a Graph error in it).
 * For an error out of a status webhook, which has no HTTP status, give 400.
 * Source: Cloud API docs, "Error codes", "Throughput" and "Messaging limits", read
 * 2026-11-21; how open-source clients treat the same codes was compared.
 */
export function reactionTo(code: number | undefined, httpStatus: number): Reaction {
  const known = code === undefined ? undefined : (byCode.get(code) ?? rangeOf(code));
  return known ?? byHttpStatus(httpStatus);
}

function rangeOf(code: number): Reaction | undefined {
  return byRange.find(({ from, to }) => code >= from && code <= to)?.reaction;
}

function byHttpStatus(httpStatus: number): Reaction {
  if (httpStatus >= 500) return RETRY;
  if (httpStatus === 429) return THROTTLED;
  if (httpStatus === 401) return TOKEN;
  return FIX;
}
