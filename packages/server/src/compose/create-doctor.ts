import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { readBusinessVersion } from '../db/business-versions.ts';
import { readChannels } from '../db/channels.ts';
import type { Database } from '../db/database.ts';
import { takeDoctorEvent } from '../db/doctor-event.ts';
import { readSchemaState } from '../db/migrate.ts';
import { openSecret } from '../db/sealed-secrets.ts';
import { readVectorExtension } from '../db/vector-extension.ts';
import { readDatabaseFacts } from '../db/views/database-facts.ts';
import { readEngineDepth } from '../db/views/engine-depth.ts';
import { askGraph } from '../doctor/ask-graph.ts';
import { judgeCatalogue } from '../doctor/judge-catalogue.ts';
import { judgeDatabase } from '../doctor/judge-database.ts';
import { judgeDisk, judgeWork } from '../doctor/judge-work.ts';
import { tryWebhook } from '../doctor/try-webhook.ts';
import { cataloguesOf, compareCatalogues } from '../pipeline/compare-catalogues.ts';
import { freeDiskBytes } from '../health/free-disk.ts';
import type { Check, Doctor } from '../ports/doctor.ts';

/** A node's doctor. `webhookUrl`: where this node takes webhooks, once it listens. */
export function createDoctor(
  config: Config,
  database: Database,
  settings: { readonly overdueAfterMs: number },
  webhookUrl: () => string,
): Doctor {
  async function examineDatabase(): Promise<readonly Check[]> {
    const facts = await readDatabaseFacts(database);
    const schema = await readSchemaState(database);
    const vectors = await readVectorExtension(database);
    return judgeDatabase({
      ...facts,
      schema,
      skewMs: facts.nowMs - Date.now(),
      poolSize: config.database.poolSize,
      vectors,
    });
  }

  async function examineChannels(): Promise<readonly Check[]> {
    const { apiUrl, apiVersion, authHeader } = config.whatsapp;
    const rows = await readChannels(database);
    const asked = await Promise.all(
      rows.map((row) => {
        const token = openSecret(row.secrets, config.secretKey);
        const value = authHeader.toLowerCase() === 'authorization' ? `Bearer ${token}` : token;
        const place = { apiUrl, apiVersion, header: authHeader, value, phoneNumberId: row.address };
        return askGraph(place, Date.now);
      }),
    );
    return asked.flat();
  }

  async function examineWork(): Promise<readonly Check[]> {
    const depth = await readEngineDepth(database, settings.overdueAfterMs);
    const paused = (await readChannels(database)).flatMap(({ address, pausedWhy }) =>
      pausedWhy === undefined ? [] : [{ address, why: pausedWhy }],
    );
    return judgeWork({
      alarmsOpen: depth.alarmsOpen,
      overdue: depth.mailboxes.overdue,
      unknown: depth.outbox.unknown,
      paused,
    });
  }

  const parts: readonly (readonly [string, () => Promise<readonly Check[]>])[] = [
    ['database', examineDatabase],
    [
      'disk',
      async () => {
        const free = await freeDiskBytes(resolve(config.home));
        return [judgeDisk(free, config.database.url === undefined ? 'database' : 'files')];
      },
    ],
    ['channel', examineChannels],
    [
      'webhook',
      async () => [
        await tryWebhook({
          url: webhookUrl(),
          appSecret: config.whatsapp.appSecret,
          take: (field) => takeDoctorEvent(database, field),
        }),
      ],
    ],
    ['work', examineWork],
    ['catalogue', () => examineCatalogues(database)],
  ];
  return {
    async examine() {
      const found = await Promise.all(
        parts.map(([name, part]) => part().catch((cause: unknown) => [unexamined(name, cause)])),
      );
      return found.flat();
    },
  };
}

async function examineCatalogues(database: Database): Promise<readonly Check[]> {
  const published = await readBusinessVersion(database);
  if (published === undefined) return [];
  const compared = await compareCatalogues(database, cataloguesOf(published.business));
  return compared.flatMap((each) =>
    each.kind === 'no-catalogue'
      ? []
      : [
          judgeCatalogue({
            ...each.catalogue,
            differences: each.kind === 'unread' ? undefined : each.drift.length,
          }),
        ],
  );
}

function unexamined(name: string, cause: unknown): Check {
  return {
    name,
    verdict: 'problem',
    says: `it could not be looked at: ${cause instanceof Error ? cause.message : String(cause)}`,
    fix: 'Mend that, then run the doctor again.',
  };
}
