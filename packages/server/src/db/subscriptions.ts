import { z } from 'zod';
import type { Pause } from '@ambit/core/subscription/change-subscription';
import { SubscriptionRecord } from '@ambit/core/subscription/subscription';
import type { Asker } from '@ambit/core/tool/asker';
import { optionalColumn } from './columns.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

const { shape } = SubscriptionRecord;

/** A row of the table of subscriptions. */
export const SubscriptionRow = z
  .object({
    subscription_id: z.string(),
    contact_phone: z.string(),
    plan: z.string(),
    status: shape.status,
    price: optionalColumn(z.coerce.number()),
    renews_on: optionalColumn(z.string()),
    ends_on: optionalColumn(z.string()),
    paused_from: optionalColumn(z.string()),
    paused_until: optionalColumn(z.string()),
    fields: shape.fields,
  })
  .transform((row): SubscriptionRecord => ({
    subscriptionId: row.subscription_id,
    contactPhone: row.contact_phone,
    plan: row.plan,
    status: row.status,
    fields: row.fields,
    ...(row.price === undefined ? {} : { price: row.price }),
    ...(row.renews_on === undefined ? {} : { renewsOn: row.renews_on }),
    ...(row.ends_on === undefined ? {} : { endsOn: row.ends_on }),
    ...(row.paused_from === undefined ? {} : { pausedFrom: row.paused_from }),
    ...(row.paused_until === undefined ? {} : { pausedUntil: row.paused_until }),
  }));

/** What `SubscriptionRow` reads. */
export const subscriptionColumns = `subscription_id, contact_phone, plan, status, price, renews_on::text, ends_on::text,
                      paused_from::text, paused_until::text, fields`;

/** A subscription with the pauses that were settled in a chat, the oldest first. */
export type StoredSubscription = {
  readonly record: SubscriptionRecord;
  readonly pauses: readonly Pause[];
};

const Pauses = z.array(z.object({ from: z.string(), until: z.string() }));

/**
 * The subscriptions of the person who asks, what ends last the last: those of their number, and of the numbers under which
 * the business knows them as a customer. A number that is another customer's proves nothing. `lock` holds them
 * against a change until commit.
 */
export async function subscriptionsOf(
  client: Queryable,
  { contactId, phone }: Asker,
  lock: boolean,
): Promise<readonly StoredSubscription[]> {
  const found = await client.query({
    name: lock ? 'subscriptions-to-change' : 'subscriptions-of',
    text: `select ${subscriptionColumns}, pauses from subscriptions s
            where s.contact_phone in (
                    select c.phone from customers c where c.contact_id = $1
                    union all
                    select $2 where not exists (
                      select 1 from customers c where c.phone = $2 and c.contact_id <> $1))
            order by coalesce(s.ends_on, s.renews_on) nulls last, s.subscription_id ${lock ? 'for update' : ''}`,
    values: [contactId, phone?.replaceAll(/\D/g, '') ?? ''],
  });
  return found.rows.map((row) => ({
    record: SubscriptionRow.parse(row),
    pauses: Pauses.parse(row['pauses']),
  }));
}

/** Writes what a customer settled. */
export async function changeSubscription(
  client: Queryable,
  { record, pauses }: StoredSubscription,
): Promise<void> {
  await client.query({
    text: `update subscriptions
              set status = $2, renews_on = $3, ends_on = $4, paused_from = $5, paused_until = $6, pauses = $7,
                  changed_at = now()
            where subscription_id = $1`,
    values: [
      record.subscriptionId,
      record.status,
      record.renewsOn ?? null,
      record.endsOn ?? null,
      record.pausedFrom ?? null,
      record.pausedUntil ?? null,
      jsonText(pauses),
    ],
  });
}
