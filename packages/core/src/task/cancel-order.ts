import type { Task } from '../business/business.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { handOff } from '../conversation/hand-off.ts';
import { oneAtATime } from '../order/one-at-a-time.ts';
import { afterProgress, withoutPending } from '../conversation/progress.ts';
import { agentDraft, finish, personButton, type ReplyButton } from '../conversation/reply.ts';
import type { Pending } from '../conversation/state.ts';
import type { CancellationWaiting, Moment, OrderWaiting, Step } from '../conversation/turn-state.ts';
import { CancelOrderOutput, type Order } from '../tool/order-tools.ts';
import {
  cancelOrderTool,
  lookUpOrder,
  notShown,
  orderInput,
  readLookUp,
  type OrderResult,
} from './look-up-order.ts';
import { describeItems } from './order-status.ts';
import { findOrderNumbers } from './order-number.ts';
import { proofBeside } from './order-proof.ts';
import { askForOrder, orderRequested } from './order-requested.ts';
import { ask } from './questions.ts';

type Confirmation = Extract<Pending, { kind: 'confirm-cancel' }>;

/** Cancels an order, once it is clear which, whose it is, and that the customer means it. */
export function beginCancelOrder(moment: Moment, task: Task, text: string): Step {
  const [first, ...left] = findOrderNumbers(text);
  if (first !== undefined && left.length > 0) {
    const note = oneAtATime(moment.turn.language, first, left);
    const told = { ...moment, turn: { ...moment.turn, notes: [...moment.turn.notes, note] } };
    return lookUpOrder(told, 'order-for-cancel', { task: task.id, orderNumber: first, left });
  }
  const orderNumber = orderRequested(moment, text);
  if (orderNumber !== undefined)
    return lookUpOrder(moment, 'order-for-cancel', { task: task.id, orderNumber, ...proofBeside(text) });
  return askForOrder(moment, task, { look: 'order-for-cancel', said: text });
}

/** Says what would be cancelled and asks for a yes, or why it cannot be cancelled here. */
export function afterLookUpForCancel(moment: Moment, waiting: OrderWaiting, result: OrderResult): Step {
  const lookedUp = readLookUp(moment, waiting, result);
  if (lookedUp.kind !== 'order') return lookedUp.step;
  const { order } = lookedUp;
  const conversation = afterProgress(lookedUp.conversation);
  switch (order.status) {
    case 'processing':
    case 'packed': {
      const items = order.items.length === 0 ? '' : ` (${describeItems(order)})`;
      const pending: Confirmation = {
        kind: 'confirm-cancel',
        task: waiting.task,
        orderNumber: order.orderNumber,
        ...(waiting.proof === undefined ? {} : { proof: waiting.proof }),
        ...(waiting.left === undefined || waiting.left.length === 0 ? {} : { left: [...waiting.left] }),
      };
      return ask(
        moment,
        conversation,
        pending,
        sentencesIn(moment.turn.language).order.wouldCancel(order.orderNumber, items),
      );
    }
    case 'shipped':
    case 'delivered':
    case 'cancelled':
    case 'returned':
      return said({ ...moment, conversation }, waiting, beyondCancelling(moment, order), [
        personButton(moment.turn.language),
      ]);
  }
}

/** The customer said yes. */
export function cancelConfirmed(moment: Moment, pending: Confirmation): Step {
  const { task, orderNumber, proof, left } = pending;
  const waiting: CancellationWaiting = {
    kind: 'cancellation',
    task,
    orderNumber,
    ...(proof === undefined ? {} : { proof }),
    ...(left === undefined ? {} : { left }),
  };
  return {
    kind: 'call',
    turn: moment.turn,
    call: { kind: 'call-tool', tool: cancelOrderTool, input: orderInput(moment, waiting), effect: true },
    waiting,
    conversation: withoutPending(moment.conversation),
  };
}

/** The customer said no. */
export function cancelDeclined(moment: Moment, pending: Confirmation): Step {
  return said(moment, pending, sentencesIn(moment.turn.language).order.stays(pending.orderNumber));
}

/** What became of the cancellation. Success is claimed only when the tool said so. */
export function afterCancellation(moment: Moment, waiting: CancellationWaiting, result: OrderResult): Step {
  if (result.kind !== 'tool-answered')
    return cancellationUncertain(moment, waiting, `${result.kind}: ${result.why}`);
  const output = CancelOrderOutput.safeParse(result.output);
  if (!output.success)
    return cancellationUncertain(moment, waiting, `its answer has the wrong shape: ${output.error.message}`);
  switch (output.data.kind) {
    case 'cancelled':
      return said(
        moment,
        waiting,
        sentencesIn(moment.turn.language).order.cancelled(output.data.order.orderNumber),
      );
    case 'too-late':
      return said(moment, waiting, beyondCancelling(moment, output.data.order), [
        personButton(moment.turn.language),
      ]);
    case 'not-shown':
      return notShown(moment, waiting);
  }
}

/** A tool that failed or was cut off may still have done its work: a person finds out, nothing is claimed. */
function cancellationUncertain(moment: Moment, waiting: CancellationWaiting, why: string): Step {
  const { left = [] } = waiting;
  const others = left.length === 0 ? '' : `; they want ${left.join(', ')} cancelled as well`;
  return handOff(moment, moment.conversation, {
    lead: sentencesIn(moment.turn.language).order.cancelUncertain(waiting.orderNumber),
    why: `Cancelling order ${waiting.orderNumber} is unsettled (${why}); check the order before doing it again${others}`,
    reason: 'trouble',
    task: waiting.task,
  });
}

/** The task, the orders that come next, and how many were told of before. */
type Following = {
  readonly task: string;
  readonly left?: readonly string[] | undefined;
  readonly told?: number;
};

/** Says what became of an order, and goes on with the next of those that were to be cancelled. */
function said(
  moment: Moment,
  { task, left = [], told = 0 }: Following,
  body: string,
  buttons: readonly ReplyButton[] = [],
): Step {
  const conversation = withoutPending(afterProgress(moment.conversation));
  const [next, ...others] = left;
  if (next !== undefined) {
    const turn = { ...moment.turn, notes: [...moment.turn.notes, body] };
    const request = { task, orderNumber: next, left: others, told: told + 1 };
    return lookUpOrder({ ...moment, turn, conversation }, 'order-for-cancel', request);
  }
  const grounds = moment.turn.made.slice(-1 - told);
  return finish(moment, conversation, {
    drafts: [agentDraft(moment, { kind: 'answer', task, grounds }, body, buttons)],
    outcome: { kind: 'answered', task },
  });
}

function beyondCancelling(moment: Moment, order: Order): string {
  return sentencesIn(moment.turn.language).order.cannotCancel[order.status](order.orderNumber);
}
