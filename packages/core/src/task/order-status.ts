import type { Task } from '../business/business.ts';
import { afterProgress } from '../conversation/progress.ts';
import { finish } from '../conversation/reply.ts';
import type { ConversationState } from '../conversation/state.ts';
import type { Moment, OrderWaiting, Step } from '../conversation/turn-state.ts';
import type { Sentences } from '../language/sentences.ts';
import type { Order } from '../tool/order-tools.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { isAllowedLink } from '../order/allowed-link.ts';
import { paymentLine } from '../order/order-sentences.ts';
import { parcelLines } from './parcel-lines.ts';
import { describeDeliveryDate } from './delivery-date.ts';
import { lookUpOrder, readLookUp, type OrderResult } from './look-up-order.ts';
import { findOrderNumbers } from './order-number.ts';
import { proofBeside } from './order-proof.ts';
import { askForOrder, orderRequested } from './order-requested.ts';
import { answerDraft, ask } from './questions.ts';

/** Tells a customer how their order stands, or each of several; asks for its number when the text has none. */
export function beginOrderStatus(moment: Moment, task: Task, text: string): Step {
  const [first, ...left] = findOrderNumbers(text);
  if (first !== undefined && left.length > 0)
    return lookUpOrder(moment, 'order-for-status', { task: task.id, orderNumber: first, left });
  const orderNumber = orderRequested(moment, text);
  if (orderNumber !== undefined)
    return lookUpOrder(moment, 'order-for-status', { task: task.id, orderNumber, ...proofBeside(text) });
  return askForOrder(moment, task, { look: 'order-for-status', said: text });
}

/** What the look-up found, in reviewed sentences; of several orders all in one message, before what is missing. */
export function afterLookUpForStatus(moment: Moment, waiting: OrderWaiting, result: OrderResult): Step {
  const lookedUp = readLookUp(moment, waiting, result);
  if (lookedUp.kind === 'failed') return lookedUp.step;
  const { task, told = 0 } = waiting;
  const together = waiting.told === undefined ? [] : (moment.conversation.shownOrders?.orderNumbers ?? []);
  const [next, ...left] = waiting.left ?? [];
  const missed = waiting.missed ?? (lookedUp.kind === 'order' ? undefined : waiting.orderNumber);
  if (next !== undefined) {
    const on =
      lookedUp.kind === 'order'
        ? shownIn(moment, shownWith(moment, together, lookedUp))
        : withGuess(moment, lookedUp.step);
    const others = { left, told: told + 1, ...(missed === undefined ? {} : { missed }) };
    return lookUpOrder(on, 'order-for-status', { task, orderNumber: next, ...others });
  }
  if (lookedUp.kind === 'not-shown') return lookedUp.step;
  if (missed !== undefined) {
    const shown = shownIn(moment, shownWith(moment, together, lookedUp));
    return ask(shown, shown.conversation, { kind: 'order-proof', task, orderNumber: missed });
  }
  const { conversation: looked } = told === 0 ? lookedUp : shownWith(moment, together, lookedUp);
  const conversation = afterShown(looked);
  return finish(moment, conversation, {
    drafts: [
      answerDraft(moment, conversation, {
        reason: { kind: 'answer', task, grounds: moment.turn.made.slice(-1 - told) },
        body: describeOrder(lookedUp.order, moment),
      }),
    ],
    outcome: { kind: 'answered', task },
  });
}

/** A cancellation that waits for its yes goes on waiting; what the look-up itself waited for is done. */
function afterShown(looked: ConversationState): ConversationState {
  const { pending, ...rest } = afterProgress(looked);
  return pending?.kind === 'confirm-cancel' ? { ...rest, pending } : rest;
}

/** An order that was looked up, with those told of before it in the same reply. */
function shownWith(
  { at }: Moment,
  before: readonly string[],
  looked: { readonly order: Order; readonly conversation: ConversationState },
): { readonly order: Order; readonly conversation: ConversationState } {
  const shownOrders = { orderNumbers: [...before, looked.order.orderNumber], at };
  return { ...looked, conversation: { ...looked.conversation, shownOrders } };
}

/** The moment with an order told of, before whatever is said next. */
function shownIn(
  moment: Moment,
  { order, conversation }: { readonly order: Order; readonly conversation: ConversationState },
): Moment {
  const notes = [...moment.turn.notes, describeOrder(order, moment)];
  return { ...moment, conversation: afterShown(conversation), turn: { ...moment.turn, notes } };
}

/** The moment with one more wrong detail counted. */
function withGuess(moment: Moment, step: Step): Moment {
  const { guesses } = step.conversation;
  return guesses === undefined ? moment : { ...moment, conversation: { ...moment.conversation, guesses } };
}

/** "Order A-1042 is on its way with DHL.", when it is expected, what is in it, where to follow it. */
function describeOrder(order: Order, moment: Moment): string {
  const { order: sentences } = sentencesIn(moment.turn.language);
  const lines = [statusSentence(order, sentences)];
  const expected = expectation(order, moment);
  if (expected !== undefined) lines.push(expected);
  if (order.items.length > 0) lines.push(sentences.contents(describeItems(order)));
  const paid = paymentOf(order);
  if (paid !== undefined) lines.push(paymentLine(moment.turn.language, paid));
  if (order.status === 'cancelled') return lines.join('\n');
  lines.push(...parcelLines(order, moment));
  const hosts = moment.business.orders?.linkHosts;
  const { trackingUrl } = order;
  if (trackingUrl !== undefined && (hosts === undefined || isAllowedLink(trackingUrl, hosts)))
    lines.push(sentences.follow(trackingUrl));
  return lines.join('\n');
}

/** Money that was never asked for is not missing from an order that was cancelled. */
function paymentOf({ status, paymentStatus }: Order): Order['paymentStatus'] {
  return status === 'cancelled' && paymentStatus === 'unpaid' ? undefined : paymentStatus;
}

/** "2 × Blue mug, 1 × Tea towel". */
export function describeItems(order: Order): string {
  return order.items.map(({ quantity, name }) => `${quantity} × ${name}`).join(', ');
}

function statusSentence(order: Order, { status }: Sentences['order']): string {
  return order.status === 'shipped'
    ? status.shipped(order.orderNumber, order.carrier)
    : status[order.status](order.orderNumber);
}

function expectation(order: Order, { at, business, turn }: Moment): string | undefined {
  if (order.expectedDelivery === undefined) return undefined;
  switch (order.status) {
    case 'processing':
    case 'packed':
    case 'shipped': {
      const { timeZone } = business.hours;
      const { text, passed } = describeDeliveryDate(order.expectedDelivery, at, timeZone, turn.language);
      const { order: sentences } = sentencesIn(turn.language);
      return passed ? sentences.late(text) : sentences.expected(text);
    }
    case 'delivered':
    case 'cancelled':
    case 'returned':
      return undefined;
  }
}
