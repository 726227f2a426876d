import { z } from 'zod';
import { FieldKinds } from '../business/custom-fields.ts';
import { comparableText } from '../message/comparable-text.ts';

const days = z.number().int().positive().max(3_650);

/**
 * What customers may do with a plan by themselves; what is left out is for people.
 * `pause`: how long one pause, and all within a year, may be; a day of renewal moves by as many days.
 * `cancel`: at the end of what is paid, told `noticeDays` before the day of renewal.
 */
const Plan = z.strictObject({
  name: z.string().min(1).max(80),
  pause: z
    .strictObject({
      leastDays: days.default(1),
      mostDays: days,
      mostDaysPerYear: days.optional(),
    })
    .optional(),
  cancel: z.strictObject({ noticeDays: z.number().int().nonnegative().max(365).default(0) }).optional(),
});
export type Plan = z.infer<typeof Plan>;

/** What customers may subscribe to. `fields`: what is kept of each subscription beside the usual. */
export const SubscriptionSettings = z.strictObject({
  fields: FieldKinds,
  plans: z.array(Plan).max(100).default([]),
});
export type SubscriptionSettings = z.infer<typeof SubscriptionSettings>;

/** The rules of a plan, however its name is written. */
export function planOf(settings: SubscriptionSettings | undefined, name: string): Plan | undefined {
  const wanted = planKey(name);
  return settings?.plans.find((plan) => planKey(plan.name) === wanted);
}

/** What names a plan: capitals, accents and the number of spaces say nothing. */
export function planKey(name: string): string {
  return comparableText(name)
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1');
}
