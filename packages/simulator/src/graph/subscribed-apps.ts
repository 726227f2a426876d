import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { World } from '../world.ts';
import { answered, refused, succeeded, type GraphCall, type GraphReply } from './call.ts';
import { createPoster, type Poster } from '../webhooks/post-webhook.ts';
import { parsed } from './field.ts';
import { graphError } from './graph-error.ts';

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

/** `POST /{waba}/subscribed_apps`: with an override, once its address has passed the handshake, webhooks go there. */
export function subscribe(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return parsed(Subscription, call.body, async (asked) => {
    const address = asked.override_callback_uri;
    const poster = address === undefined ? undefined : createPoster(address, overrideTimeoutMs, 24);
    if (poster !== undefined && !(await passesHandshake(poster, asked.verify_token ?? ''))) {
      poster.close();
      return refused({
        ...graphError(2200, 'The override did not answer the challenge.'),
        message: '(#2200) Callback verification failed',
      });
    }
    world.account.subscribed = true;
    world.account.overrideCallbackUri = address;
    world.queue.redirect(poster);
    filterWebhooks(world);
    return succeeded();
  });
}

const overrideTimeoutMs = 20_000;

async function passesHandshake(poster: Poster, verifyToken: string): Promise<boolean> {
  const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
  const answer = await poster.get({
    'hub.mode': 'subscribe',
    'hub.challenge': challenge,
    'hub.verify_token': verifyToken,
  });
  return answer.kind === 'answered' && answer.status === 200 && answer.answer === challenge;
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
