/** An error as the Graph API answers it. `httpStatus` is not part of the body. */
export type GraphError = {
  readonly httpStatus: number;
  readonly code: number;
  readonly subcode?: number;
  readonly type: 'OAuthException' | 'GraphMethodException';
  readonly message: string;
  readonly details?: string;
  /** What Meta would show to a person; template and flow endpoints have it. */
  readonly userTitle?: string;
  readonly userMessage?: string;
};

type Known = { readonly httpStatus: number; readonly title: string };

/** Codes this simulator can answer with. Source: Cloud API error codes page, read 2026-11-21. */
const known: ReadonlyMap<number, Known> = new Map([
  [0, { httpStatus: 401, title: 'AuthException' }],
  [1, { httpStatus: 500, title: 'API Unknown' }],
  [2, { httpStatus: 503, title: 'API Service' }],
  [3, { httpStatus: 403, title: 'API Method' }],
  [4, { httpStatus: 400, title: 'API Too Many Calls' }],
  [10, { httpStatus: 403, title: 'Permission Denied' }],
  [33, { httpStatus: 400, title: 'Parameter value is not valid' }],
  [100, { httpStatus: 400, title: 'Invalid parameter' }],
  [190, { httpStatus: 401, title: 'Access token has expired' }],
  [368, { httpStatus: 403, title: 'Temporarily blocked for policies violations' }],
  [80007, { httpStatus: 400, title: 'Rate limit issues' }],
  [130429, { httpStatus: 429, title: 'Rate limit hit' }],
  [130472, { httpStatus: 400, title: "User's number is part of an experiment" }],
  [130497, { httpStatus: 403, title: 'Business account is restricted from messaging users in this country' }],
  [131000, { httpStatus: 500, title: 'Something went wrong' }],
  [131005, { httpStatus: 403, title: 'Access denied' }],
  [131008, { httpStatus: 400, title: 'Required parameter is missing' }],
  [131009, { httpStatus: 400, title: 'Parameter value is not valid' }],
  [131016, { httpStatus: 500, title: 'Service unavailable' }],
  [131021, { httpStatus: 400, title: 'Recipient cannot be sender' }],
  [131026, { httpStatus: 400, title: 'Message undeliverable' }],
  [131031, { httpStatus: 403, title: 'Account has been locked' }],
  [131037, { httpStatus: 400, title: 'Display name approval needed' }],
  [131042, { httpStatus: 400, title: 'Business eligibility payment issue' }],
  [131045, { httpStatus: 500, title: 'Incorrect certificate' }],
  [131047, { httpStatus: 400, title: 'Re-engagement message' }],
  [131048, { httpStatus: 400, title: 'Spam rate limit hit' }],
  [
    131049,
    { httpStatus: 400, title: 'This message was not delivered to maintain healthy ecosystem engagement.' },
  ],
  [131050, { httpStatus: 400, title: 'User has stopped marketing messages' }],
  [131051, { httpStatus: 400, title: 'Unsupported message type' }],
  [131052, { httpStatus: 400, title: 'Media download error' }],
  [131053, { httpStatus: 400, title: 'Media upload error' }],
  [131056, { httpStatus: 400, title: '(Business Account, Consumer Account) pair rate limit hit' }],
  [131057, { httpStatus: 500, title: 'Account in maintenance mode' }],
  [131062, { httpStatus: 400, title: 'Business-scoped user ids are not supported for this message' }],
  [132000, { httpStatus: 400, title: 'Number of parameters does not match the expected number of params' }],
  [132001, { httpStatus: 404, title: 'Template name does not exist in the translation' }],
  [132007, { httpStatus: 400, title: 'Template Format Character Policy Violated' }],
  [132012, { httpStatus: 400, title: 'Parameter format does not match format in the created template' }],
  [132015, { httpStatus: 400, title: 'Template is Paused' }],
  [132016, { httpStatus: 400, title: 'Template is Disabled' }],
  [133010, { httpStatus: 400, title: 'Phone number not registered' }],
  [131055, { httpStatus: 400, title: 'Method not allowed' }],
  [131059, { httpStatus: 400, title: 'Group is unavailable' }],
  [131063, { httpStatus: 400, title: 'Marketing messages are disabled on Cloud API' }],
  [131064, { httpStatus: 400, title: 'Limit reached due to classification violations' }],
  [132005, { httpStatus: 400, title: 'Template hydrated text too long' }],
  [132068, { httpStatus: 400, title: 'Flow is in blocked state' }],
  [132069, { httpStatus: 400, title: 'Flow is in throttled state' }],
  [133000, { httpStatus: 500, title: 'Incomplete deregistration' }],
  [133005, { httpStatus: 400, title: 'Two step verification PIN mismatch' }],
  [133006, { httpStatus: 400, title: 'Phone number re-verification needed' }],
  [134100, { httpStatus: 400, title: 'Only marketing messages are supported' }],
  [134101, { httpStatus: 400, title: 'Template is syncing' }],
  [134102, { httpStatus: 400, title: 'Template is unavailable for use' }],
  [137000, { httpStatus: 400, title: 'Recipient identity key hash mismatch' }],
  [138000, { httpStatus: 400, title: 'Calling is not enabled' }],
  [138006, { httpStatus: 400, title: 'No approved call permission from the recipient' }],
  [139000, { httpStatus: 400, title: 'Blocked by integrity' }],
  [139001, { httpStatus: 400, title: "Flow can't be updated" }],
  [139002, { httpStatus: 400, title: "Flow can't be published" }],
  [139003, { httpStatus: 400, title: "Flow can't be deprecated" }],
  [139004, { httpStatus: 400, title: "Flow can't be deleted" }],
  [139100, { httpStatus: 400, title: 'Failed to block or unblock some users' }],
  [139101, { httpStatus: 400, title: 'Block list limit reached' }],
  [139102, { httpStatus: 400, title: 'Block list was updated meanwhile' }],
  [139200, { httpStatus: 400, title: 'Direct Send is blocked' }],
  [147001, { httpStatus: 400, title: 'Username is not available' }],
  [135000, { httpStatus: 400, title: 'Generic user error' }],
]);

/** The title Meta gives to a code, as in `statuses[].errors[].title`. */
export function titleOf(code: number): string {
  return known.get(code)?.title ?? 'Something went wrong';
}

/** The error for a code, worded as Meta does: `(#131009) Parameter value is not valid`. */
export function graphError(code: number, details?: string, httpStatus?: number): GraphError {
  return {
    httpStatus: httpStatus ?? known.get(code)?.httpStatus ?? 400,
    code,
    type: code === 33 ? 'GraphMethodException' : 'OAuthException',
    message: `(#${code}) ${titleOf(code)}`,
    ...(details === undefined ? {} : { details }),
  };
}

/** The response body of an error. */
export function graphErrorBody(error: GraphError, traceId: string): Record<string, unknown> {
  return {
    error: {
      message: error.message,
      type: error.type,
      code: error.code,
      ...(error.subcode === undefined ? {} : { error_subcode: error.subcode }),
      ...(error.details === undefined
        ? {}
        : { error_data: { messaging_product: 'whatsapp', details: error.details } }),
      ...(error.userTitle === undefined ? {} : { is_transient: false, error_user_title: error.userTitle }),
      ...(error.userMessage === undefined ? {} : { error_user_msg: error.userMessage }),
      fbtrace_id: traceId,
    },
  };
}

/** The same failure as it comes in a `failed` status. */
export function statusError(code: number, details: string): Record<string, unknown> {
  return {
    code,
    title: titleOf(code),
    message: titleOf(code),
    error_data: { details },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  };
}
