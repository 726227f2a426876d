import { z } from 'zod';
import type { MergedRow, Row } from '@ambit/core/business/merge-row';
import { renewalBeside } from '@ambit/core/subscription/change-subscription';
import { SubscriptionRecord, subscriptionKey } from '@ambit/core/subscription/subscription';
import type { Queryable } from '../database.ts';
import { jsonText } from '../json-text.ts';
import { flatRow, mergeRows, type ImportedRow, type WrittenRow } from './merge-rows.ts';
import { subscriptionColumns, SubscriptionRow } from '../subscriptions.ts';
import { rowsAtOnce, type ImportOptions, type TableChanges } from './table-changes.ts';

const usual: Readonly<Record<string, string>> = {
  subscription: 'subscriptionId',
  phone: 'contactPhone',
  plan: 'plan',
  status: 'status',
  price: 'price',
  renews_on: 'renewsOn',
  ends_on: 'endsOn',
  paused_from: 'pausedFrom',
  paused_until: 'pausedUntil',
};

/** Fills the table of subscriptions from a business's files. */
export async function importSubscriptions(
  client: Queryable,
  subscriptions: readonly SubscriptionRecord[],
): Promise<void> {
  for (let at = 0; at < subscriptions.length; at += rowsAtOnce)
    await writeSubscriptions(
      client,
      subscriptions.slice(at, at + rowsAtOnce).map((row) => ({ row, base: flatRow(row), before: undefined })),
    );
}

/** Reads subscriptions into a table that is in use: what customers paused or cancelled in a chat stays so. */
export function mergeSubscriptions(
  client: Queryable,
  { rows, columns }: { readonly rows: readonly SubscriptionRecord[]; readonly columns: readonly string[] },
  options: ImportOptions,
): Promise<TableChanges> {
  return mergeRows(
    {
      key: ({ subscriptionId }) => subscriptionKey(subscriptionId),
      keyField: 'subscriptionId',
      fieldOf: usual,
      schema: SubscriptionRecord,
      settled: besidePause,
      lock: (keys, brought) => lockSubscriptions(client, keys, brought),
      write: (written) => writeSubscriptions(client, written),
      remove: async (keys) => {
        await client.query({
          text: 'delete from subscriptions where upper(subscription_id) = any ($1)',
          values: [keys],
        });
      },
    },
    { rows, columns },
    options,
  );
}

/**
 * A pause that was settled in a chat moves the first renewal after it begins, also one that the file names only now. The
 * file does not speak of it, so that the row is named as kept.
 */
function besidePause(merged: MergedRow, { base, row: before }: ImportedRow, file: Row): MergedRow {
  const { renewsOn, pausedFrom, pausedUntil } = merged.row;
  if (typeof renewsOn !== 'string' || typeof pausedFrom !== 'string' || typeof pausedUntil !== 'string')
    return merged;
  const inChat = before['pausedFrom'] === pausedFrom && base?.['pausedFrom'] !== pausedFrom;
  if (!inChat || file['pausedFrom'] !== undefined || !merged.changed.includes('renewsOn')) return merged;
  const moved = renewalBeside(renewsOn, { from: pausedFrom, until: pausedUntil });
  if (moved === renewsOn) return merged;
  return { ...merged, row: { ...merged.row, renewsOn: moved }, kept: [...merged.kept, 'renewsOn'] };
}

async function lockSubscriptions(
  client: Queryable,
  ids: readonly string[],
  brought: boolean,
): Promise<readonly ImportedRow[]> {
  const found = await client.query({
    text: `select ${subscriptionColumns}, imported from subscriptions
            where upper(subscription_id) = any ($1) or ($2 and imported is not null)
            order by subscription_id for update`,
    values: [ids, brought],
  });
  return found.rows.map((each) => {
    const row = SubscriptionRow.parse(each);
    return {
      key: subscriptionKey(row.subscriptionId),
      row: flatRow(row),
      base: Imported.parse(each['imported']) ?? undefined,
    };
  });
}

const Imported = z.record(z.string(), z.unknown()).nullable();

async function writeSubscriptions(
  client: Queryable,
  subscriptions: readonly WrittenRow<SubscriptionRecord>[],
): Promise<void> {
  await client.query({
    name: 'write-subscriptions',
    text: `insert into subscriptions (subscription_id, contact_phone, plan, status, price, renews_on, ends_on,
                                      paused_from, paused_until, fields, imported)
           select "subscriptionId", "contactPhone", plan, status, price, "renewsOn", "endsOn", "pausedFrom",
                  "pausedUntil", fields, imported
             from jsonb_to_recordset($1::jsonb) as r(
                    "subscriptionId" text, "contactPhone" text, plan text, status text, price numeric,
                    "renewsOn" date, "endsOn" date, "pausedFrom" date, "pausedUntil" date, fields jsonb,
                    imported jsonb)
           on conflict (subscription_id) do update
              set (contact_phone, plan, status, price, renews_on, ends_on, paused_from, paused_until, fields, imported,
                   changed_at)
                = (excluded.contact_phone, excluded.plan, excluded.status, excluded.price, excluded.renews_on,
                   excluded.ends_on, excluded.paused_from, excluded.paused_until, excluded.fields, excluded.imported,
                   now())`,
    values: [jsonText(subscriptions.map(({ row, base }) => ({ ...row, imported: base })))],
  });
}
