import { connectNumber, graphAuth } from '../channels/whatsapp/connect-number.ts';
import { createWhatsAppCatalogue } from '../channels/whatsapp/whatsapp-catalogue.ts';
import { createWhatsAppTemplates } from '../channels/whatsapp/whatsapp-templates.ts';
import type { Config } from '../config.ts';
import { readChannels, saveChannel } from '../db/channels.ts';
import type { Database } from '../db/database.ts';
import { openSecret, sealSecret } from '../db/sealed-secrets.ts';
import type { Channel } from '../ports/channel.ts';
import type { CatalogueSource } from '../ports/catalogue-source.ts';
import type { MediaSource } from '../ports/media-source.ts';
import type { TemplateSource } from '../ports/template-source.ts';

const channelPrefix = 'whatsapp:';

/** The channel of an address of Meta's, or undefined for a number that is not ours. */
export function channelIdOf(connected: ReadonlyMap<string, Channel>, address: string): string | undefined {
  const channelId = `${channelPrefix}${address}`;
  return connected.has(channelId) ? channelId : undefined;
}

/** What every number sends by, and where its customers' files come from; by channel id. */
export type ConnectedChannels = {
  readonly connected: ReadonlyMap<string, Channel>;
  readonly sources: ReadonlyMap<string, MediaSource>;
};

/** Writes the configured numbers into the database, secrets sealed, and connects every number that is there. */
export async function connectChannels(database: Database, config: Config): Promise<ConnectedChannels> {
  const { whatsapp } = config;
  // Reading first: another secret key must not write over what it cannot read.
  const known = new Map(
    (await readChannels(database)).map((row) => [row.address, openSecret(row.secrets, config.secretKey)]),
  );
  for (const address of whatsapp.phoneNumberIds) {
    const channel = {
      channelId: `${channelPrefix}${address}`,
      kind: 'whatsapp',
      address,
      displayName: address,
    };
    await saveChannel(database, channel, whatsapp.messagesPerSecond, {
      sealed: sealSecret(whatsapp.accessToken, config.secretKey),
      renewed: known.get(address) !== whatsapp.accessToken,
    });
  }
  const rows = await readChannels(database);
  const numbers = rows.map((row) =>
    connectNumber(row, { ...whatsapp, token: openSecret(row.secrets, config.secretKey) }),
  );
  return {
    connected: new Map(numbers.map(({ channel }) => [channel.channelId, channel])),
    sources: new Map(numbers.map(({ channel, media }) => [channel.channelId, media])),
  };
}

/** Where catalogues at Meta are read. */
export function connectCatalogues({ whatsapp }: Config): CatalogueSource {
  const { apiUrl, apiVersion, authHeader, accessToken, accountId } = whatsapp;
  const access = {
    baseUrl: apiUrl,
    version: apiVersion,
    auth: graphAuth(authHeader, accessToken),
    timeoutMs: 20_000,
  };
  return createWhatsAppCatalogue(access, accountId);
}

/** Where templates are approved; undefined when the configuration names no account. */
export function connectTemplates({ whatsapp }: Config): TemplateSource | undefined {
  const { apiUrl, apiVersion, authHeader, accessToken, accountId } = whatsapp;
  if (accountId === undefined) return undefined;
  return createWhatsAppTemplates({
    baseUrl: apiUrl,
    version: apiVersion,
    wabaId: accountId,
    auth: graphAuth(authHeader, accessToken),
    timeoutMs: 20_000,
  });
}
