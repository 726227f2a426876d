import type { Objection } from '../business/check-business.ts';
import type { FieldKinds } from '../business/custom-fields.ts';
import { subscriptionColumns } from './read-subscriptions.ts';
import { planKey, type SubscriptionSettings } from './subscription-settings.ts';

/** What is wrong with what customers may do with their subscriptions, beyond what a schema can say. */
export function checkSubscriptions(settings: SubscriptionSettings | undefined): readonly Objection[] {
  if (settings === undefined) return [];
  const names = settings.plans.map(({ name }) => planKey(name));
  const plans = settings.plans.flatMap(({ name, pause }, index): readonly Objection[] => {
    const path = ['subscriptions', 'plans', index];
    const repeated: readonly Objection[] =
      names.indexOf(names[index] ?? '') < index
        ? [{ path, message: `there are already rules for "${name}"`, fix: 'keep one of the two' }]
        : [];
    if (pause === undefined || pause.leastDays <= pause.mostDays) return repeated;
    const never = {
      path: [...path, 'pause'],
      message: `no pause has at least ${pause.leastDays} and at most ${pause.mostDays} days`,
      fix: 'make "leastDays" the smaller one',
    };
    return [...repeated, never];
  });
  return [...plans, ...checkOwnFields('subscriptions', settings.fields, subscriptionColumns)];
}

/** A field of the business's own cannot have the name of a column that every business has. */
export function checkOwnFields(
  table: 'customers' | 'subscriptions',
  fields: FieldKinds,
  usual: readonly string[],
): readonly Objection[] {
  return Object.keys(fields)
    .filter((field) => usual.includes(field))
    .map((field) => ({
      path: [table, 'fields', field],
      message: `"${field}" is a column that every business has`,
      fix: 'leave it out here, or give yours another name',
    }));
}
