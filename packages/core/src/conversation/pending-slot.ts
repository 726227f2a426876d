import { asksForOtherOrder } from '../order/other-order-words.ts';
import { ownOrderMeant } from '../order/own-order-meant.ts';
import { beginTask } from '../task/begin-task.ts';
import { lookUpOrder } from '../task/look-up-order.ts';
import { topFlow } from '../task/open-flows.ts';
import { orderNotMeant } from '../task/order-requested.ts';
import { findOrderNumber, findOrderNumbers, orderNumberAlone } from '../task/order-number.ts';
import { speaksOfCancelling } from '../flow/cancel-words.ts';
import { meaningsOf } from '../knowledge/meanings.ts';
import { wordsOf } from '../knowledge/plain-words.ts';
import { findOrderProof } from '../task/order-proof.ts';
import { beginFlow, repeatFlowQuestion } from '../task/run-flow.ts';
import { findTask } from '../scope/task-button.ts';
import type { Pending } from './state.ts';
import type { Moment, OrderWaiting, Step } from './turn-state.ts';

/** Longer texts say more than the slot can hold, even if they contain an e-mail address. */
const mostWordsOfAnAnswer = 15;

/**
 * Goes on with the open question if the text is an answer to it and nothing more; undefined leaves
 * the text to the scope guard. With nothing open, an order number alone asks how that order stands.
 */
export function fillSlot(moment: Moment, text: string): Step | undefined {
  const { pending } = moment.conversation;
  const alone = orderNumberAlone(text);
  if (pending === undefined) {
    if (alone === undefined && onlyNumbers(text) && !wantsMore(text)) return statusTaskOf(moment, text);
    if (alone !== undefined) return orderOfFlow(moment, alone) ?? statusOf(moment, text);
    // "And the other one?", with an order just shown.
    const other = asksForOtherOrder(text) && orderNotMeant(moment, text) !== undefined;
    return other ? statusTaskOf(moment, text) : undefined;
  }
  switch (pending.kind) {
    case 'order-number': {
      const several = onlyNumbers(text) ? beginSeveralOf(moment, pending.task, text) : undefined;
      if (several !== undefined) return several;
      const meant = alone ?? ownOrderMeant(text, pending.own ?? [])?.orderNumber;
      return meant === undefined ? undefined : lookUpFor(moment, pending, meant);
    }
    case 'order-proof': {
      const proof =
        text.split(/\s+/u).length > mostWordsOfAnAnswer
          ? undefined
          : findOrderProof(text, pending.orderNumber);
      if (proof !== undefined) return lookUpFor(moment, pending, pending.orderNumber, proof);
      return alone === undefined ? undefined : lookUpFor(moment, pending, alone);
    }
    case 'confirm-cancel':
      return alone === undefined ? undefined : lookUpFor(moment, pending, alone);
  }
}

/** Whether a text says what is to be done with orders: "cancel A-1057 and A-1042" is no question how they stand. */
function wantsMore(text: string): boolean {
  const meanings = wordsOf(text).flatMap(meaningsOf);
  return speaksOfCancelling(text) || changing.some((meaning) => meanings.includes(meaning));
}

const changing = ['stop', 'change', 'return', 'refund', 'swap', 'broken', 'wrong'];

/** The numbers of several orders and hardly anything else: "N-1 e N-2", "查一下 N-1 还有 N-2". */
function onlyNumbers(text: string): boolean {
  const numbers = findOrderNumbers(text);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return numbers.length > 1 && letters <= numbers.length * 6;
}

/** An order number anywhere in a text nobody could place, while one was asked for. */
export function fillSlotLoosely(moment: Moment, text: string): Step | undefined {
  const { pending } = moment.conversation;
  const found = findOrderNumber(text);
  if (pending === undefined || pending.kind === 'confirm-cancel' || found === undefined) return undefined;
  const several = findOrderNumbers(text).length > 1 ? beginSeveralOf(moment, pending.task, text) : undefined;
  return several ?? lookUpFor(moment, pending, found);
}

/** Several numbers at once, for the tasks that take one after the other. */
function beginSeveralOf(moment: Moment, taskId: string, text: string): Step | undefined {
  const task = findTask(moment.business, taskId);
  return task?.does === 'order-status' || task?.does === 'cancel-order'
    ? beginTask(moment, task, text)
    : undefined;
}

function lookUpFor(moment: Moment, pending: Pending, orderNumber: string, proof?: string): Step | undefined {
  const kind = lookUpKind(moment, pending.task);
  if (kind === undefined) return undefined;
  const named = pending.kind === 'order-number' ? [] : (pending.left ?? []);
  const left = named.filter((other) => other !== orderNumber);
  return lookUpOrder(moment, kind, {
    task: pending.task,
    orderNumber,
    ...(proof === undefined ? {} : { proof }),
    ...(left.length === 0 ? {} : { left }),
  });
}

function lookUpKind(moment: Moment, taskId: string): OrderWaiting['kind'] | undefined {
  const does = findTask(moment.business, taskId)?.does;
  switch (does) {
    case 'order-status':
      return 'order-for-status';
    case 'cancel-order':
      return 'order-for-cancel';
    case 'answer-from-knowledge':
    case 'hand-off':
    case 'flow':
    case undefined:
      return undefined;
  }
}

/**
 * A number, while a flow is about an order: of that same one it answers nothing, so the question comes again;
 * of another it is the one that was meant.
 */
function orderOfFlow(moment: Moment, orderNumber: string): Step | undefined {
  const open = topFlow(moment.conversation);
  const task = open === undefined ? undefined : findTask(moment.business, open.task);
  const known = open?.state.variables['orderNumber'];
  if (task === undefined || typeof known !== 'string') return undefined;
  return known === orderNumber
    ? repeatFlowQuestion(moment)
    : beginFlow(moment, task, '', { order: orderNumber });
}

/** Bare digits could be anything when nothing was asked; a letter, "#" or the word "order" makes them an order. */
function statusOf(moment: Moment, text: string): Step | undefined {
  return /\p{L}|#/u.test(text) ? statusTaskOf(moment, text) : undefined;
}

function statusTaskOf(moment: Moment, text: string): Step | undefined {
  const task = moment.business.agent.tasks.find(({ does }) => does === 'order-status');
  return task === undefined ? undefined : beginTask(moment, task, text);
}
