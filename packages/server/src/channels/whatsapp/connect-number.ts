import type { GraphClientOptions } from '@ambit/whatsapp/client/graph-client';
import type { Channel } from '../../ports/channel.ts';
import type { MediaSource } from '../../ports/media-source.ts';
import { createWhatsAppChannel } from './whatsapp-channel.ts';
import { createWhatsAppMedia } from './whatsapp-media.ts';

/** What one number sends by, and where its customers' files come from. */
export type WhatsAppNumber = { readonly channel: Channel; readonly media: MediaSource };

/** Connects a number. `address`: its phone_number_id. `token`: as Meta or the provider gave it, without "Bearer". */
export function connectNumber(
  number: { readonly channelId: string; readonly address: string },
  api: {
    readonly apiUrl: string;
    readonly apiVersion: string;
    readonly authHeader: string;
    readonly token: string;
  },
): WhatsAppNumber {
  const options: GraphClientOptions = {
    baseUrl: api.apiUrl,
    version: api.apiVersion,
    phoneNumberId: number.address,
    auth: graphAuth(api.authHeader, api.token),
    timeoutMs: 20_000,
    // Whoever calls has a queue that says when to try again.
    retry: { mostAttempts: 1 },
  };
  return {
    channel: createWhatsAppChannel(number.channelId, options),
    media: createWhatsAppMedia(options),
  };
}

/** How a call says who makes it. `token`: without "Bearer". */
export function graphAuth(header: string, token: string): GraphClientOptions['auth'] {
  return { header, value: header.toLowerCase() === 'authorization' ? `Bearer ${token}` : token };
}
