import { sentencesIn } from '../language/sentences-in.ts';
import { handOff } from '../conversation/hand-off.ts';
import type { CallResult } from '../conversation/call.ts';
import type { ConversationState, Pending } from '../conversation/state.ts';
import type { CancellationWaiting, Moment, OrderWaiting, Step } from '../conversation/turn-state.ts';
import { dayMs, type Instant } from '../schedule/instant.ts';
import { LookUpOrderOutput, type Order } from '../tool/order-tools.ts';
import { ask } from './questions.ts';

/** The tools' names; the business's tables or systems stand behind them. */
const lookUpOrderTool = 'look-up-order';
export const cancelOrderTool = 'cancel-order';

/** What a tool call of an order task may come back with. */
export type OrderResult = Extract<CallResult, { kind: 'tool-answered' | 'tool-failed' | 'in-doubt' }>;

/** Asks for one order, showing what the customer can prove; not once too many wrong details came in. */
export function lookUpOrder(
  moment: Moment,
  kind: OrderWaiting['kind'],
  request: Pick<OrderWaiting, 'task' | 'orderNumber' | 'proof' | 'left' | 'told' | 'missed'>,
): Step {
  const { conversation, business } = moment;
  if (guessesAt(conversation, moment.at) > business.agent.guessesPerDay)
    return tooManyGuesses(moment, conversation, request.task);
  const proof = request.proof ?? conversation.proofs[request.orderNumber];
  const waiting: OrderWaiting = { ...request, kind, ...(proof === undefined ? {} : { proof }) };
  return {
    kind: 'call',
    turn: moment.turn,
    call: { kind: 'call-tool', tool: lookUpOrderTool, input: orderInput(moment, waiting), effect: false },
    waiting,
    conversation,
  };
}

/** What both order tools get: the number, and whatever the customer can show for it. */
export function orderInput(
  moment: Moment,
  { orderNumber, proof }: { readonly orderNumber: string; readonly proof?: string },
): Record<string, string> {
  const { contactPhone } = moment.turn;
  return {
    orderNumber,
    ...(contactPhone === undefined ? {} : { contactPhone }),
    ...(proof === undefined ? {} : { proof }),
  };
}

export type LookedUp =
  | { readonly kind: 'order'; readonly order: Order; readonly conversation: ConversationState }
  /** Nothing to show; what to do then is decided already. */
  | { readonly kind: 'not-shown'; readonly step: Step }
  | { readonly kind: 'failed'; readonly step: Step };

/** What a look-up came to. The proof that opened the order is remembered for the calls to come. */
export function readLookUp(moment: Moment, waiting: OrderWaiting, result: OrderResult): LookedUp {
  if (result.kind !== 'tool-answered')
    return { kind: 'failed', step: lookUpFailed(moment, waiting, result.why) };
  const output = LookUpOrderOutput.safeParse(result.output);
  if (!output.success) {
    const why = `its answer has the wrong shape: ${output.error.message}`;
    return { kind: 'failed', step: lookUpFailed(moment, waiting, why) };
  }
  if (output.data.kind === 'not-shown') return { kind: 'not-shown', step: notShown(moment, waiting) };
  const { order } = output.data;
  const proofs =
    waiting.proof === undefined
      ? moment.conversation.proofs
      : { ...moment.conversation.proofs, [order.orderNumber]: waiting.proof };
  const recentOrder = { orderNumber: order.orderNumber, at: moment.at };
  const { shownOrders, ...rest } = moment.conversation;
  const together = shownOrders?.orderNumbers.includes(order.orderNumber) === true ? { shownOrders } : {};
  return { kind: 'order', order, conversation: { ...rest, ...together, proofs, recentOrder } };
}

/** The same words for unknown and foreign orders; either counts as a guess, and too many bring a person. */
export function notShown(moment: Moment, waiting: OrderWaiting | CancellationWaiting): Step {
  const { [waiting.orderNumber]: _refused, ...proofs } = moment.conversation.proofs;
  const guesses = oneMoreGuess(moment);
  const conversation: ConversationState = { ...moment.conversation, proofs, guesses };
  if (guesses.count > moment.business.agent.guessesPerDay)
    return tooManyGuesses(moment, conversation, waiting.task);
  const { task, orderNumber, left = [] } = waiting;
  const others = left.length === 0 ? {} : { left: [...left] };
  const pending: Pending = { kind: 'order-proof', task, orderNumber, ...others };
  return ask(moment, conversation, pending);
}

/** People look into it: the customer has had too many wrong order details. */
export function tooManyGuesses(moment: Moment, conversation: ConversationState, task: string): Step {
  return handOff(moment, conversation, {
    lead: sentencesIn(moment.turn.language).order.noMatch,
    why: `More than ${moment.business.agent.guessesPerDay} wrong order details in 24 hours`,
    task,
  });
}

function lookUpFailed(moment: Moment, waiting: OrderWaiting, why: string): Step {
  return handOff(moment, moment.conversation, {
    lead: sentencesIn(moment.turn.language).order.unavailable,
    why: `Looking up order ${waiting.orderNumber} failed: ${why}`,
    reason: 'trouble',
    task: waiting.task,
  });
}

/** The wrong order details of a customer, with one more. */
export function oneMoreGuess({ conversation, at }: Moment): NonNullable<ConversationState['guesses']> {
  const count = guessesAt(conversation, at) + 1;
  return { count, since: count === 1 ? at : (conversation.guesses?.since ?? at) };
}

/** How many wrong order details a customer has given in the last 24 hours. */
export function guessesAt(conversation: ConversationState, at: Instant): number {
  const { guesses } = conversation;
  return guesses === undefined || at - guesses.since >= dayMs ? 0 : guesses.count;
}
