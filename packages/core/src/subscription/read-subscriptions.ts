import { suggestion } from '../business/did-you-mean.ts';
import { readCustomFields, type FieldKinds } from '../business/custom-fields.ts';
import type { FileProblem } from '../business/file-problem.ts';
import { optionalAmount, optionalDay, requiredText } from '../business/read-columns.ts';
import { noteRepeat, optionalPhone, readRows } from '../business/read-rows.ts';
import type { TableFiles } from '../business/table-files.ts';
import { SubscriptionRecord, subscriptionStatuses } from './subscription.ts';

export const subscriptionsFile = 'data/subscriptions.csv';

const columnsOfAll = {
  required: ['subscription', 'phone', 'plan', 'status'],
  optional: ['price', 'renews_on', 'ends_on', 'paused_from', 'paused_until'],
};

/** The columns that every business has. */
export const subscriptionColumns: readonly string[] = [...columnsOfAll.required, ...columnsOfAll.optional];

/** Reads what the customers of a business are subscribed to. `fields`: what it declares beside the usual columns. */
export function readSubscriptions(
  files: TableFiles,
  { defaultCountry, fields }: { readonly defaultCountry: string | undefined; readonly fields: FieldKinds },
  problems: FileProblem[],
): readonly SubscriptionRecord[] {
  const columns = { ...columnsOfAll, optional: [...columnsOfAll.optional, ...Object.keys(fields)] };
  const seen = new Map<string, number>();
  return readRows(files, subscriptionsFile, columns, problems, (reader) => {
    const { note } = reader;
    const subscriptionId = requiredText(reader, 'subscription');
    noteRepeat(reader, 'subscription', subscriptionId.toUpperCase(), seen);
    requiredText(reader, 'phone');
    const written = requiredText(reader, 'status');
    const status = SubscriptionRecord.shape.status.safeParse(written.toLowerCase());
    if (!status.success && written !== '')
      note('status', `"${written}" is not a status`, suggestion(written, subscriptionStatuses));
    const pausedFrom = optionalDay(reader, 'paused_from');
    const pausedUntil = optionalDay(reader, 'paused_until');
    if (pausedFrom !== undefined && pausedUntil !== undefined && pausedUntil < pausedFrom)
      note('paused_until', `${pausedUntil} is before the pause begins`, 'correct one of the two dates');
    return {
      subscriptionId,
      contactPhone: optionalPhone(reader, defaultCountry) ?? '',
      plan: requiredText(reader, 'plan'),
      status: status.data ?? 'active',
      price: optionalAmount(reader, 'price'),
      renewsOn: optionalDay(reader, 'renews_on'),
      endsOn: optionalDay(reader, 'ends_on'),
      pausedFrom,
      pausedUntil,
      fields: readCustomFields(reader, fields),
    };
  });
}
