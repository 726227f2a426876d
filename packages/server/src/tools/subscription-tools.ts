import { tellStart } from '@ambit/core/appointment/local-start';
import type { Business } from '@ambit/core/business/business';
import {
  addDays,
  judgeCancellation,
  judgePause,
  withoutPause,
  withPause,
  type CancellationVerdict,
  type PauseVerdict,
} from '@ambit/core/subscription/change-subscription';
import { planOf } from '@ambit/core/subscription/subscription-settings';
import { subscriptionNamed } from '@ambit/core/subscription/subscription-named';
import {
  MySubscriptionsInput,
  PauseInput,
  SubscriptionInput,
  type MySubscriptionsOutput,
} from '@ambit/core/subscription/subscription-tools';
import { shownOn, stateOn, subscriptionKey } from '@ambit/core/subscription/subscription';
import type { Asker } from '@ambit/core/tool/asker';
import type { Queryable } from '../db/database.ts';
import { changeSubscription, subscriptionsOf, type StoredSubscription } from '../db/subscriptions.ts';
import type { Tool } from '../ports/tools.ts';
import { answering, answeringOnce } from './answering.ts';
import type { OrderDesk } from './order-change-tools.ts';

/** What one call goes by. `today`: the business's day. */
type Asked = {
  readonly client: Queryable;
  readonly business: Business;
  readonly today: string;
  readonly input: unknown;
  readonly asker: Asker;
};

/**
 * The tools over the built-in table of subscriptions. They show and change nothing but what belongs to the person
 * who writes, by the number that the channel knows; not theirs and not there look alike.
 */
export function createSubscriptionTools(desk: OrderDesk): readonly Tool[] {
  const todayAt = (business: Business): string => tellStart(desk.clock.now(), business.hours.timeZone).day;
  const reading = (name: string, work: (asked: Asked) => Promise<unknown>): Tool => ({
    name,
    effects: 'none',
    call: (input, _key, _signal, asker) =>
      answering(async () => {
        const business = await desk.business();
        return work({ client: desk.database, business, today: todayAt(business), input, asker });
      }),
  });
  const changing = (name: string, work: (asked: Asked) => Promise<unknown>): Tool => ({
    name,
    // The key is stored with what was done under it, so the same call twice does it once.
    effects: 'repeatable',
    call: (input, key, _signal, asker) =>
      answeringOnce(desk.database, { tool: name, key, given: desk.business }, (client, business) =>
        work({ client, business, today: todayAt(business), input, asker }),
      ),
  });
  return [
    reading('my-subscriptions', mySubscriptions),
    reading('check-pause', async (asked) => {
      const found = await pauseAsked(asked, false);
      return 'verdict' in found ? found.verdict : found;
    }),
    changing('pause-subscription', pause),
    changing('resume-subscription', resume),
    reading('check-cancellation', async (asked) => {
      const found = await cancellationAsked(asked, false);
      return 'verdict' in found ? found.verdict : found;
    }),
    changing('cancel-subscription', cancel),
  ];
}

async function mySubscriptions({ client, asker, today, input }: Asked): Promise<MySubscriptionsOutput> {
  const all = (await subscriptionsOf(client, asker, false)).map(({ record }) =>
    shownOn(record, stateOn(record, today)),
  );
  const running = all.filter(({ state }) => state !== 'cancelled' && state !== 'expired');
  const { said = '' } = MySubscriptionsInput.parse(input);
  const named = subscriptionNamed(running, said);
  const [first, second] = named !== undefined ? [named] : running.length > 0 ? running : all.slice(-1);
  if (first === undefined) return { kind: 'none' };
  return second === undefined
    ? { kind: 'one', subscription: first }
    : { kind: 'several', subscriptions: running };
}

const notShown = { kind: 'not-shown' } as const;

type Found<Verdict> =
  | typeof notShown
  | { readonly kind: 'found'; readonly stored: StoredSubscription; readonly verdict: Verdict };

async function pauseAsked(
  { client, business, today, input, asker }: Asked,
  lock: boolean,
): Promise<Found<PauseVerdict>> {
  const { subscriptionId, from, lasting } = PauseInput.parse(input);
  const stored = await theirs(client, asker, subscriptionId, lock);
  if (stored === undefined) return notShown;
  const { record, pauses } = stored;
  const plan = planOf(business.subscriptions, record.plan);
  return { kind: 'found', stored, verdict: judgePause(record, { from, lasting, plan, pauses, today }) };
}

async function pause(asked: Asked): Promise<unknown> {
  const found = await pauseAsked(asked, true);
  if (found.kind === 'not-shown') return found;
  const { stored, verdict } = found;
  if (verdict.kind !== 'possible') return verdict;
  const { from, until } = verdict.pause;
  const record = withPause(stored.record, verdict.pause);
  await changeSubscription(asked.client, { record, pauses: [...stored.pauses, { from, until }] });
  return { kind: 'paused', subscription: shownOn(record, stateOn(record, asked.today)) };
}

async function resume({ client, business, today, input, asker }: Asked): Promise<unknown> {
  const { subscriptionId } = SubscriptionInput.parse(input);
  const stored = await theirs(client, asker, subscriptionId, true);
  if (stored === undefined) return notShown;
  const state = stateOn(stored.record, today);
  if (state !== 'paused' && state !== 'pause-to-come') return { kind: 'not-paused' };
  if (planOf(business.subscriptions, stored.record.plan)?.pause === undefined) return { kind: 'not-offered' };
  const record = withoutPause(stored.record, today);
  // Only days that were used count towards the year.
  const pauses = stored.pauses.flatMap((each) => {
    if (each.until < today) return [each];
    return each.from < today ? [{ from: each.from, until: addDays(today, -1) }] : [];
  });
  await changeSubscription(client, { record, pauses });
  return { kind: 'resumed', subscription: shownOn(record, 'active') };
}

async function cancellationAsked(
  { client, business, today, input, asker }: Asked,
  lock: boolean,
): Promise<Found<CancellationVerdict>> {
  const { subscriptionId } = SubscriptionInput.parse(input);
  const stored = await theirs(client, asker, subscriptionId, lock);
  if (stored === undefined) return notShown;
  const plan = planOf(business.subscriptions, stored.record.plan);
  return { kind: 'found', stored, verdict: judgeCancellation(stored.record, { plan, today }) };
}

async function cancel(asked: Asked): Promise<unknown> {
  const found = await cancellationAsked(asked, true);
  if (found.kind === 'not-shown') return found;
  const { stored, verdict } = found;
  if (verdict.kind !== 'possible') return verdict;
  const record = { ...stored.record, status: 'cancelled' as const, endsOn: verdict.endsOn };
  await changeSubscription(asked.client, { ...stored, record });
  return { kind: 'cancelled', subscription: shownOn(record, stateOn(record, asked.today)) };
}

async function theirs(
  client: Queryable,
  asker: Asker,
  subscriptionId: string,
  lock: boolean,
): Promise<StoredSubscription | undefined> {
  const own = await subscriptionsOf(client, asker, lock);
  const wanted = subscriptionKey(subscriptionId);
  return own.find(({ record }) => subscriptionKey(record.subscriptionId) === wanted);
}
