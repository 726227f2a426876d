import { z } from 'zod';
import { WireNumber, maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { NumberAccess } from './graph-access.ts';
import { createGraphCaller } from './graph-caller.ts';

const Limit = z.looseObject({
  time_period: maybe(z.string()),
  current_usage: maybe(WireNumber),
  max_allowed: maybe(WireNumber),
  limit_expiration_time: maybe(WireNumber),
});
const CallPermission = z.looseObject({
  permission: z.looseObject({ status: z.string(), expiration_time: maybe(WireNumber) }),
  actions: z
    .array(
      z.looseObject({
        action_name: z.string(),
        can_perform_action: z.boolean(),
        limits: maybe(z.array(Limit)),
      }),
    )
    .catch([]),
});
/** Whether the business may call a person, ask whether it may, and how often. Times in seconds since 1970. */
export type CallPermission = z.output<typeof CallPermission>;

export type CallPermissionsClient = {
  get(userPhone: string, signal: AbortSignal): Promise<CallResult<CallPermission>>;
};

/** Source: Meta's OpenAPI file of the Business Messaging API, v23.0. */
export function createCallPermissionsClient(options: NumberAccess): CallPermissionsClient {
  const call = createGraphCaller(options);
  const path = [options.phoneNumberId, 'call_permissions'];
  return {
    get: (userPhone, signal) =>
      call({ method: 'GET', path, query: { user_wa_id: userPhone }, answer: CallPermission }, signal),
  };
}
