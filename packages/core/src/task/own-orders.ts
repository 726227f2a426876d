import type { Business, Task } from '../business/business.ts';
import type { CallResult } from '../conversation/call.ts';
import { afterProgress } from '../conversation/progress.ts';
import { agentDraft, finish } from '../conversation/reply.ts';
import type { Pending } from '../conversation/state.ts';
import type { Moment, OwnOrdersWaiting, Step } from '../conversation/turn-state.ts';
import { whichOrder } from '../order/order-sentences.ts';
import { OwnOrdersOutput, ownOrdersTool, type OrderWish, type OwnOrder } from '../tool/own-orders.ts';
import { toolSpecs } from '../tool/tool-specs.ts';
import { lookUpOrder } from './look-up-order.ts';
import { withOwnOrders } from './own-orders-list.ts';
import { ask } from './questions.ts';

/** What a customer wants of their order, by the task that opens it. */
const wishes = { 'order-for-status': 'see', 'order-for-cancel': 'cancel' } as const satisfies Record<
  OwnOrdersWaiting['look'],
  OrderWish
>;

/**
 * Asks which orders are the customer's own, so that they need no number at hand. `except`: the one that
 * they do not mean. Where orders are in a system that does not list them, the number is asked for.
 */
export function askOwnOrders(
  moment: Moment,
  task: Task,
  { look, said, except }: { look: OwnOrdersWaiting['look']; said: string; except?: string | undefined },
): Step {
  const conversation = afterProgress(moment.conversation);
  if (!listsOrders(moment.business))
    return ask(moment, conversation, { kind: 'order-number', task: task.id });
  const { language } = moment.turn;
  const input = { said, wish: wishes[look], language, ...(except === undefined ? {} : { except }) };
  return {
    kind: 'call',
    turn: moment.turn,
    call: { kind: 'call-tool', tool: ownOrdersTool, input, effect: false },
    waiting: { kind: 'own-orders', task: task.id, look },
    conversation,
  };
}

/** Opens the only order there is, lets the customer choose from several, or asks for the number. */
export function afterOwnOrders(moment: Moment, { task, look }: OwnOrdersWaiting, result: CallResult): Step {
  const found = result.kind === 'tool-answered' ? OwnOrdersOutput.safeParse(result.output).data : undefined;
  switch (found?.kind) {
    case 'one':
      return lookUpOrder(moment, look, { task, orderNumber: found.orderNumber });
    case 'several':
      return offerOrders(moment, { kind: 'order-number', task, own: found.orders });
    case 'none':
    case undefined:
      return ask(moment, moment.conversation, { kind: 'order-number', task });
  }
}

function offerOrders(moment: Moment, pending: Pending & { readonly own: readonly OwnOrder[] }): Step {
  const { which } = whichOrder(moment.turn.language);
  return finish(
    moment,
    {
      ...moment.conversation,
      pending: { ...pending, askedAt: moment.at },
      shownOrders: { orderNumbers: pending.own.map(({ orderNumber }) => orderNumber), at: moment.at },
    },
    {
      drafts: [
        withOwnOrders(moment, agentDraft(moment, { kind: 'question', task: pending.task }, which), pending),
      ],
      outcome: { kind: 'clarified', task: pending.task },
    },
  );
}

/** Whether the orders that a look-up finds are the ones that can be listed. */
function listsOrders({ tools }: Business): boolean {
  const declared = toolSpecs(tools).map(({ name }) => name);
  return declared.includes(ownOrdersTool) || !declared.includes('look-up-order');
}
