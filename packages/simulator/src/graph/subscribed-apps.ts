import { z } from 'zod';
import type { World } from '../world.ts';
import { answered, succeeded, type GraphCall, type GraphReply } from './call.ts';
import { parsed } from './field.ts';

const Subscription = z.looseObject({
  override_callback_uri: z.url().max(200).optional(),
  verify_token: z.string().optional(),
});

/** `GET /{waba}/subscribed_apps`. */
export function listSubscribedApps(world: World): GraphReply {
  const { account } = world;
  return answered({
    data: account.subscribed
      ? [
          {
            whatsapp_business_api_data: { id: account.appId, link: '', name: 'Simulated app' },
            ...(account.overrideCallbackUri === undefined
              ? {}
              : { override_callback_uri: account.overrideCallbackUri }),
          },
        ]
      : [],
  });
}

/** `POST /{waba}/subscribed_apps`. The override is kept and told; webhooks go where the simulator was told to post. */
export function subscribe(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return parsed(Subscription, call.body, (asked) => {
    world.account.subscribed = true;
    world.account.overrideCallbackUri = asked.override_callback_uri;
    filterWebhooks(world);
    return succeeded();
  });
}

/** `DELETE /{waba}/subscribed_apps`: no webhooks from now on. */
export function unsubscribe(world: World): GraphReply {
  world.account.subscribed = false;
  filterWebhooks(world);
  return succeeded();
}

const Fields = z.looseObject({
  object: z.literal('whatsapp_business_account'),
  callback_url: z.url().optional(),
  fields: z.union([
    z.array(z.string()),
    z.string().transform((text) => text.split(',').map((one) => one.trim())),
  ]),
});

/** `GET /{app}/subscriptions`. */
export function listSubscriptions(world: World): GraphReply {
  const { fields } = world.account;
  return answered({
    data: [
      {
        object: 'whatsapp_business_account',
        callback_url: world.options.webhookUrl,
        active: true,
        fields: (fields ?? []).map((name) => ({ name, version: world.options.graphVersion })),
      },
    ],
  });
}

/** `POST /{app}/subscriptions`: only these fields come from now on; what else happens is lost silently. */
export function setSubscriptions(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return parsed(Fields, call.body, ({ fields }) => {
    world.account.fields = fields;
    filterWebhooks(world);
    return succeeded();
  });
}

function filterWebhooks(world: World): void {
  const { subscribed, fields } = world.account;
  const wanted = fields === undefined ? undefined : new Set(fields);
  world.queue.setFilter((field) => subscribed && (wanted?.has(field) ?? true));
  world.live.tell({ kind: 'account' });
}
