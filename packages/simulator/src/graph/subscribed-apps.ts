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
    world.queue.setSubscribed(true);
    return succeeded();
  });
}

/** `DELETE /{waba}/subscribed_apps`: no webhooks from now on. */
export function unsubscribe(world: World): GraphReply {
  world.account.subscribed = false;
  world.queue.setSubscribed(false);
  return succeeded();
}
