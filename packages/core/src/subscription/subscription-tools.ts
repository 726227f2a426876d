import { z } from 'zod';
import type { ToolSpec } from '../flow/validate/flow-finding.ts';
import type { Subscription } from './subscription.ts';

/** Which of their own subscriptions the asker means. */
export const SubscriptionInput = z.object({ subscriptionId: z.string().trim().min(1).max(60) });
export type SubscriptionInput = z.infer<typeof SubscriptionInput>;

/** `said`: what the customer wrote, which may name one of several. */
export const MySubscriptionsInput = z.object({ said: z.string().max(5_000).optional() });

/** `from`: a day, with or without a time; `lasting`: how many days, or the last day. */
export const PauseInput = SubscriptionInput.extend({
  from: z
    .string()
    .transform((day) => day.slice(0, 10))
    .pipe(z.iso.date()),
  lasting: z.union([
    z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number),
    z
      .string()
      .transform((day) => day.slice(0, 10))
      .pipe(z.iso.date()),
  ]),
});
export type PauseInput = z.infer<typeof PauseInput>;

/** `several`: those that are not over, unless the customer named one; `one` may be over where there is no other. */
export type MySubscriptionsOutput =
  | { readonly kind: 'one'; readonly subscription: Subscription }
  | { readonly kind: 'several'; readonly subscriptions: readonly Subscription[] }
  | { readonly kind: 'none' };

const whyNoPause = [
  'already-paused',
  'not-active',
  'passed',
  'after-end',
  'too-short',
  'too-long',
  'not-offered',
  'not-shown',
];
const whyNoCancellation = ['already-cancelled', 'not-active', 'too-late', 'not-offered', 'not-shown'];
const which = Object.keys(SubscriptionInput.shape);
const pausing = Object.keys(PauseInput.shape);

/** The subscription tools as flows know them; they see nothing but what belongs to the person who writes. */
export const subscriptionToolSpecs: readonly ToolSpec[] = [
  {
    name: 'my-subscriptions',
    effect: false,
    inputs: Object.keys(MySubscriptionsInput.shape),
    outcomes: ['one', 'several', 'none'],
  },
  { name: 'check-pause', effect: false, inputs: pausing, outcomes: ['possible', ...whyNoPause] },
  { name: 'pause-subscription', effect: true, inputs: pausing, outcomes: ['paused', ...whyNoPause] },
  {
    name: 'resume-subscription',
    effect: true,
    inputs: which,
    outcomes: ['resumed', 'not-paused', 'not-offered', 'not-shown'],
  },
  { name: 'check-cancellation', effect: false, inputs: which, outcomes: ['possible', ...whyNoCancellation] },
  { name: 'cancel-subscription', effect: true, inputs: which, outcomes: ['cancelled', ...whyNoCancellation] },
];
