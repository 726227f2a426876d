import type { GraphAuth } from './graph-address.ts';
import type { RetryPolicy } from './retry-policy.ts';

/**
 * Where and as whom to call. `baseUrl`: `https://graph.facebook.com`, the simulator, or a
 * provider's. `version` (`v24.0`) may be empty: a provider such as 360dialog has none in its
 * paths. `auth`: `Authorization` and `Bearer …`, or the provider's own header. `timeoutMs`: for
 * one whole exchange. `retry`: what differs from `defaultRetryPolicy`; messages are never
 * sent twice whatever it says.
 */
export type GraphAccess = {
  baseUrl: string;
  version: string;
  auth: GraphAuth;
  timeoutMs: number;
  fetch?: typeof globalThis.fetch;
  retry?: Partial<RetryPolicy>;
};

/**
 * A number to act as or on. Empty for a provider whose key stands for one number, such as
 * 360dialog: it has no number in its paths.
 */
export type NumberAccess = GraphAccess & { phoneNumberId: string };

/** A WhatsApp Business Account to act on. */
export type AccountAccess = GraphAccess & { wabaId: string };
