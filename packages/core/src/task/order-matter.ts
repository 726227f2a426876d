import type { Business, Task } from '../business/business.ts';
import type { Moment } from '../conversation/turn-state.ts';
import { findTask } from '../scope/task-button.ts';
import type { Verdict } from '../scope/verdict.ts';
import { newestFlow } from './open-flows.ts';
import { findOrderNumber } from './order-number.ts';
import { orderJustShown } from './order-requested.ts';

/**
 * What an unclear text is about when it names an order, or comes right after one was shown, and the guard takes it
 * most likely for a task about orders. Showing how an order stands changes nothing, and whatever would change it asks first.
 */
export function orderMatter(moment: Moment, text: string, verdict: Verdict): Task | undefined {
  const likely = verdict.task === undefined ? undefined : findTask(moment.business, verdict.task);
  // Bare digits may be anything, and are at most an order to be shown.
  const named =
    findOrderNumber(text) !== undefined && (likely?.does === 'order-status' || /\p{L}|#/u.test(text));
  const about = named || (saysSomething(text) && orderJustShown(moment) !== undefined);
  if (likely === undefined || !about) return undefined;
  return isAboutOrders(moment.business, likely) ? likely : undefined;
}

/** More than a number or a word or two, which may be about anything. */
function saysSomething(text: string): boolean {
  const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;
  return words >= 3 || (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4;
}

/** Whether a task changes or shows what was ordered. */
export function isAboutOrders(business: Business, { does, id, flow }: Task): boolean {
  switch (does) {
    case 'order-status':
    case 'cancel-order':
      return true;
    case 'flow':
      return newestFlow(business, flow ?? id)?.flow.given.includes('order') === true;
    case 'answer-from-knowledge':
    case 'hand-off':
      return false;
  }
}
