import { z } from 'zod';
import { WireId, maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { AccountAccess } from './graph-access.ts';
import { createGraphCaller, Success } from './graph-caller.ts';

/** Where webhooks go instead of to the app's own address, and the token its handshake must know. */
const WebhookOverride = z.object({
  override_callback_uri: z.url({ protocol: /^https$/ }).max(200),
  verify_token: z.string().min(1),
});

const App = z
  .looseObject({
    whatsapp_business_api_data: z.looseObject({
      id: WireId,
      name: maybe(z.string()),
      link: maybe(z.string()),
    }),
    override_callback_uri: maybe(z.string()),
  })
  .transform(({ whatsapp_business_api_data: { id, name, link }, override_callback_uri: overrideUri }) => ({
    id,
    name,
    link,
    overrideUri,
  }));
/** An app that gets the account's webhooks. `overrideUri`: where, if not at the app's own address. */
export type SubscribedApp = z.output<typeof App>;

const Apps = z
  .object({ data: z.array(z.unknown()) })
  .transform(({ data }) => data.flatMap((raw) => App.safeParse(raw).data ?? []));
const NumberOverride = z
  .object({ webhook_configuration: z.looseObject({ phone_number: maybe(z.string()) }).optional() })
  .transform((wire) => wire.webhook_configuration?.phone_number);

type Succeeded = CallResult<{ success: true }>;

export type SubscriptionsClient = {
  apps(signal: AbortSignal): Promise<CallResult<readonly SubscribedApp[]>>;
  /** Subscribes the app whose token is used; without `override` it goes back to the app's address. */
  subscribe(
    override: { uri: string; verifyToken: string } | undefined,
    signal: AbortSignal,
  ): Promise<Succeeded>;
  unsubscribe(signal: AbortSignal): Promise<Succeeded>;
  /** Sends one number's webhooks elsewhere; without `override` no longer. */
  overrideNumber(
    phoneNumberId: string,
    override: { uri: string; verifyToken: string } | undefined,
    signal: AbortSignal,
  ): Promise<Succeeded>;
  /** Where one number's webhooks go, if not where the account's go. */
  numberOverride(phoneNumberId: string, signal: AbortSignal): Promise<CallResult<string | undefined>>;
};

/**
 * Who gets the webhooks of one account.
 * Source: Cloud API docs, "Webhook overrides", read 2026-11-21; Meta's OpenAPI file of the Business
 * Messaging API, v23.0.
 */
export function createSubscriptionsClient(options: AccountAccess): SubscriptionsClient {
  const call = createGraphCaller(options);
  const path = [options.wabaId, 'subscribed_apps'];
  return {
    apps: (signal) => call({ method: 'GET', path, answer: Apps }, signal),
    subscribe: (override, signal) =>
      call(
        {
          method: 'POST',
          path,
          body:
            override === undefined
              ? { kind: 'json', json: {} }
              : { kind: 'json', json: wireOverride(override), rules: WebhookOverride },
          answer: Success,
        },
        signal,
      ),
    unsubscribe: (signal) => call({ method: 'DELETE', path, answer: Success }, signal),
    overrideNumber: (phoneNumberId, override, signal) =>
      call(
        {
          method: 'POST',
          path: [phoneNumberId],
          body:
            override === undefined
              ? { kind: 'json', json: { webhook_configuration: { override_callback_uri: '' } } }
              : {
                  kind: 'json',
                  json: { webhook_configuration: wireOverride(override) },
                  rules: z.object({ webhook_configuration: WebhookOverride }),
                },
          answer: Success,
        },
        signal,
      ),
    numberOverride: (phoneNumberId, signal) =>
      call(
        {
          method: 'GET',
          path: [phoneNumberId],
          query: { fields: 'webhook_configuration' },
          answer: NumberOverride,
        },
        signal,
      ),
  };
}

function wireOverride({ uri, verifyToken }: { uri: string; verifyToken: string }) {
  return { override_callback_uri: uri, verify_token: verifyToken };
}
