import type { Task } from '../business/business.ts';
import { afterProgress } from '../conversation/progress.ts';
import type { Moment, Step } from '../conversation/turn-state.ts';
import { findOrderNumber } from './order-number.ts';
import { ask, askAgain } from './questions.ts';

/** The order a text is about: the number in it, or the order whose cancellation waits for a yes. */
export function orderRequested(moment: Moment, text: string): string | undefined {
  const named = findOrderNumber(text);
  if (named !== undefined) return named;
  const { pending } = moment.conversation;
  return pending?.kind === 'confirm-cancel' ? pending.orderNumber : undefined;
}

/** Asks for what is missing to open an order: its number, or the proof that was already asked for. */
export function askForOrder(moment: Moment, task: Task): Step {
  const { pending } = moment.conversation;
  switch (pending?.kind) {
    case 'order-number':
    case 'order-proof':
      if (pending.task === task.id) return askAgain(moment, pending);
      return ask(moment, afterProgress(moment.conversation), { ...pending, task: task.id });
    case 'confirm-cancel':
    case undefined:
      return ask(moment, afterProgress(moment.conversation), { kind: 'order-number', task: task.id });
  }
}
