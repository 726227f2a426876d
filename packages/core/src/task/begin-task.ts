import type { Task } from '../business/business.ts';
import { handOff } from '../conversation/hand-off.ts';
import type { Moment, Step } from '../conversation/turn-state.ts';
import { beginAnswerFromKnowledge } from './answer-from-knowledge.ts';
import { beginCancelOrder } from './cancel-order.ts';
import type { FlowValues } from '../flow/flow-values.ts';
import { orderNotMeant, orderRequested } from './order-requested.ts';
import { beginOrderStatus } from './order-status.ts';
import { beginFlow } from './run-flow.ts';
import { beginSeveral } from './several-questions.ts';

/** Starts the behaviour that carries a task out. `text`: what the customer said, "" when they only tapped its button. */
export function beginTask(moment: Moment, task: Task, text: string): Step {
  switch (task.does) {
    case 'order-status':
      return beginOrderStatus(moment, task, text);
    case 'cancel-order':
      return beginCancelOrder(moment, task, text);
    case 'answer-from-knowledge':
      return beginSeveral(moment, task, text) ?? beginAnswerFromKnowledge(moment, task, text);
    case 'flow':
      return beginFlow(moment, task, text, orderMeant(moment, text));
    case 'hand-off':
      return handOff(moment, moment.conversation, {
        why: `The customer needs a person for: ${task.title}`,
        reason: 'flow',
        task: task.id,
      });
  }
}

/** What the conversation tells of the order a text is about, for flows that are about orders. */
function orderMeant(moment: Moment, text: string): FlowValues {
  const order = orderRequested(moment, text);
  const except = orderNotMeant(moment, text);
  return { ...(order === undefined ? {} : { order }), ...(except === undefined ? {} : { except }) };
}
