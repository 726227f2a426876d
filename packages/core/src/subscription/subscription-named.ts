import { folded } from '../slot/date/folded.ts';
import { planKey } from './subscription-settings.ts';
import type { Subscription } from './subscription.ts';

/**
 * The one of somebody's subscriptions that their text names: by its id, or by the words of its plan that the plans of
 * the others do not have. Undefined when it names none, or several.
 */
export function subscriptionNamed(
  subscriptions: readonly Subscription[],
  text: string,
): Subscription | undefined {
  const said = new Set(wordsOf(text));
  const named = subscriptions.filter(({ subscriptionId, plan }) => {
    const id = wordsOf(subscriptionId);
    if (id.length > 0 && ` ${[...wordsOf(text)].join(' ')} `.includes(` ${id.join(' ')} `)) return true;
    const others = new Set(
      subscriptions.flatMap((other) => (planKey(other.plan) === planKey(plan) ? [] : wordsOf(other.plan))),
    );
    const own = wordsOf(plan).filter((word) => !others.has(word));
    return own.length > 0 && own.every((word) => said.has(word));
  });
  return named.length === 1 ? named[0] : undefined;
}

function wordsOf(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
