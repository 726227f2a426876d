import type { Task } from '../business/business.ts';
import { afterProgress } from '../conversation/progress.ts';
import { finish } from '../conversation/reply.ts';
import type { Moment, OrderWaiting, Step } from '../conversation/turn-state.ts';
import type { Order } from '../tool/order-tools.ts';
import { describeDeliveryDate } from './delivery-date.ts';
import { lookUpOrder, readLookUp, type OrderResult } from './look-up-order.ts';
import { askForOrder, orderRequested } from './order-requested.ts';
import { answerDraft } from './questions.ts';

/** Tells a customer how their order stands; asks for its number when the text has none. */
export function beginOrderStatus(moment: Moment, task: Task, text: string): Step {
  const orderNumber = orderRequested(moment, text);
  if (orderNumber !== undefined)
    return lookUpOrder(moment, 'order-for-status', { task: task.id, orderNumber });
  return askForOrder(moment, task);
}

/** What the look-up found, in reviewed sentences. */
export function afterLookUpForStatus(moment: Moment, waiting: OrderWaiting, result: OrderResult): Step {
  const lookedUp = readLookUp(moment, waiting, result);
  if (lookedUp.kind === 'other') return lookedUp.step;
  const { pending, ...rest } = afterProgress(lookedUp.conversation);
  // A cancellation that waits for its yes goes on waiting; what this look-up itself waited for is done.
  const conversation = pending?.kind === 'confirm-cancel' ? { ...rest, pending } : rest;
  return finish(moment, conversation, {
    drafts: [
      answerDraft(moment, conversation, {
        reason: { kind: 'answer', task: waiting.task, grounds: moment.turn.made.slice(-1) },
        body: describeOrder(lookedUp.order, moment),
      }),
    ],
    outcome: { kind: 'answered', task: waiting.task },
  });
}

/** "Order A-1042 is on its way with DHL.", when it is expected, what is in it, where to follow it. */
function describeOrder(order: Order, moment: Pick<Moment, 'at' | 'business'>): string {
  const lines = [`Order ${order.orderNumber} ${statusPhrase(order)}.`];
  const expected = expectation(order, moment);
  if (expected !== undefined) lines.push(expected);
  if (order.items.length > 0) lines.push(`In it: ${describeItems(order)}.`);
  if (order.trackingUrl !== undefined && order.status !== 'cancelled')
    lines.push(`Follow it here: ${order.trackingUrl}`);
  return lines.join('\n');
}

/** "2 × Blue mug, 1 × Tea towel". */
export function describeItems(order: Order): string {
  return order.items.map(({ quantity, name }) => `${quantity} × ${name}`).join(', ');
}

function statusPhrase(order: Order): string {
  const carrier = order.carrier === undefined ? '' : ` with ${order.carrier}`;
  switch (order.status) {
    case 'processing':
      return 'is being prepared';
    case 'packed':
      return 'is packed and waits for the carrier';
    case 'shipped':
      return `is on its way${carrier}`;
    case 'delivered':
      return 'has been delivered';
    case 'cancelled':
      return 'has been cancelled';
    case 'returned':
      return 'has come back to us as a return';
  }
}

function expectation(order: Order, { at, business }: Pick<Moment, 'at' | 'business'>): string | undefined {
  if (order.expectedDelivery === undefined) return undefined;
  switch (order.status) {
    case 'processing':
    case 'packed':
    case 'shipped': {
      const { text, passed } = describeDeliveryDate(order.expectedDelivery, at, business.hours.timeZone);
      return passed
        ? `It was expected on ${text}, so it is late; sorry about that.`
        : `Expected delivery: ${text}.`;
    }
    case 'delivered':
    case 'cancelled':
    case 'returned':
      return undefined;
  }
}
