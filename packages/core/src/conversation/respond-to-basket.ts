import { checkText } from '../scope/checks/check-text.ts';
import { beginFlow } from '../task/run-flow.ts';
import { taskOfEvent } from '../task/trigger-flow.ts';
import { handOff } from './hand-off.ts';
import { heardIn } from './hear.ts';
import type { OrderedItems } from './settle-inputs.ts';
import type { Moment, Step } from './turn-state.ts';
import { actOnChecks } from './urgent.ts';

/** What starts a flow that takes the basket a customer sent from the catalogue. */
const basketSent = 'basket-sent';

/**
 * Gives a basket from the catalogue to the task that takes orders: the products and how many, and what
 * the customer saw that it comes to. A business whose agent takes no orders has people look at it.
 */
export function respondToBasket(before: Moment, items: OrderedItems, text: string): Step {
  const urgent = text === '' ? undefined : actOnChecks(before, text, checkText(text));
  if (urgent !== undefined) return urgent;
  const moment = text === '' ? before : heardIn(before, text);
  const task = taskOfEvent(moment.business, basketSent);
  if (task === undefined)
    return handOff(moment, moment.conversation, {
      why: `The customer sent a basket of ${items.length} products, which no task takes`,
      reason: 'flow',
    });
  const seen = items.reduce((sum, { price, quantity }) => sum + (price ?? Number.NaN) * quantity, 0);
  return beginFlow(moment, task, '', {
    basket: items.map(({ product, quantity }) => ({ product, quantity })),
    ...(Number.isFinite(seen) ? { seen: Math.round(seen * 1_000) / 1_000 } : {}),
  });
}
