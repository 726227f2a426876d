import { z } from 'zod';
import type { World } from '../world.ts';
import { answered, succeeded, type GraphCall, type GraphReply } from './call.ts';
import { flag, parsed } from './field.ts';
import { withLine } from './line-of.ts';

const Commerce = z.looseObject({ is_catalog_visible: flag.optional(), is_cart_enabled: flag.optional() });

/** `GET /{phone number id}/whatsapp_commerce_settings`. */
export function getCommerce(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) => answered({ data: [{ id: line.phoneNumberId, ...line.commerce }] }));
}

/** `POST /{phone number id}/whatsapp_commerce_settings`, fields in body or query. */
export function setCommerce(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) =>
    parsed(Commerce, { ...Object.fromEntries(call.query), ...objectOf(call.body) }, (asked) => {
      line.commerce.is_catalog_visible = asked.is_catalog_visible ?? line.commerce.is_catalog_visible;
      line.commerce.is_cart_enabled = asked.is_cart_enabled ?? line.commerce.is_cart_enabled;
      return succeeded();
    }),
  );
}

function objectOf(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {};
}
