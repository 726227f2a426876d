import type { Language } from '../language/language.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { handOff } from '../conversation/hand-off.ts';
import { afterFailure, failuresTolerated } from '../conversation/progress.ts';
import { whichOrder } from '../order/order-sentences.ts';
import { withOwnOrders } from './own-orders-list.ts';
import { agentDraft, finish, personButton, type ReplyButton } from '../conversation/reply.ts';
import type { ConversationState, Pending } from '../conversation/state.ts';
import type { Moment, Step } from '../conversation/turn-state.ts';
import type { Reason } from '../message/draft.ts';
import type { Draft } from '../message/draft.ts';

/** The customer's answer to "Shall I cancel it?", as a tapped button carries it. */
export type Confirmation = { readonly answer: 'yes' | 'no'; readonly orderNumber: string };

const confirmationId = /^confirm:(yes|no):(.+)$/;

/** What a button id confirms, or undefined for any other button. */
export function readConfirmation(buttonId: string): Confirmation | undefined {
  const [, answer, orderNumber] = confirmationId.exec(buttonId) ?? [];
  if (orderNumber === undefined) return undefined;
  return { answer: answer === 'yes' ? 'yes' : 'no', orderNumber };
}

/** The order is part of the id: a button further up the chat must never confirm another order. */
function confirmButtons(orderNumber: string, language: Language): readonly ReplyButton[] {
  const { yesCancel, noKeep } = sentencesIn(language).order;
  return [
    { id: `confirm:yes:${orderNumber}`, title: yesCancel },
    { id: `confirm:no:${orderNumber}`, title: noKeep },
  ];
}

/** Asks the customer for what a task needs, and remembers that it asked. `body` replaces the usual wording. */
export function ask(moment: Moment, conversation: ConversationState, pending: Pending, body?: string): Step {
  const question = wording(pending, moment.turn.language);
  return finish(
    moment,
    { ...conversation, pending: { ...pending, askedAt: moment.at } },
    {
      drafts: [
        agentDraft(moment, { kind: 'question', task: pending.task }, body ?? question.body, question.buttons),
      ],
      outcome: { kind: 'clarified', task: pending.task },
    },
  );
}

/** Asks again after an answer that did not fit; when that keeps happening, a person takes over. */
export function askAgain(moment: Moment, pending: Pending): Step {
  const conversation = afterFailure(moment.conversation);
  if (conversation.failedInARow > failuresTolerated)
    return handOff(moment, conversation, {
      why: `The customer did not answer the question for the ${slotName(pending)}`,
      task: pending.task,
    });
  const question = wording(pending, moment.turn.language);
  const buttons = question.buttons.length === 0 ? [personButton(moment.turn.language)] : question.buttons;
  return finish(
    moment,
    { ...conversation, pending: { ...pending, askedAt: moment.at } },
    {
      drafts: [
        withOwnOrders(
          moment,
          agentDraft(moment, { kind: 'question', task: pending.task }, question.body, buttons),
          pending,
        ),
      ],
      outcome: { kind: 'clarified', task: pending.task },
    },
  );
}

/** An answer; when the customer was asked something before that is still open, it says so in the same message. */
export function answerDraft(
  moment: Moment,
  conversation: ConversationState,
  answer: { readonly reason: Reason; readonly body: string; readonly buttons?: readonly ReplyButton[] },
): Draft {
  const { pending } = conversation;
  if (pending === undefined) return agentDraft(moment, answer.reason, answer.body, answer.buttons);
  const open = reminder(pending, moment.turn.language);
  return agentDraft(moment, answer.reason, `${answer.body}\n\n${open.body}`, open.buttons);
}

type Question = { readonly body: string; readonly buttons: readonly ReplyButton[] };

/** One wording for orders that do not exist and orders of somebody else: it must not tell them apart. */
function wording(pending: Pending, language: Language): Question {
  const { order } = sentencesIn(language);
  switch (pending.kind) {
    case 'order-number':
      return {
        body: pending.own === undefined ? order.askNumber : whichOrder(language).which,
        buttons: [],
      };
    case 'order-proof':
      return { body: order.askProof(pending.orderNumber), buttons: [] };
    case 'confirm-cancel':
      return {
        body: order.askCancel(pending.orderNumber),
        buttons: confirmButtons(pending.orderNumber, language),
      };
  }
}

function reminder(pending: Pending, language: Language): Question {
  const { order } = sentencesIn(language);
  switch (pending.kind) {
    case 'order-number':
      return { body: order.remindNumber, buttons: [] };
    case 'order-proof':
      return { body: order.remindProof(pending.orderNumber), buttons: [] };
    case 'confirm-cancel':
      return {
        body: order.remindCancel(pending.orderNumber),
        buttons: confirmButtons(pending.orderNumber, language),
      };
  }
}

function slotName(pending: Pending): string {
  switch (pending.kind) {
    case 'order-number':
      return 'order number';
    case 'order-proof':
      return `second fact of order ${pending.orderNumber}`;
    case 'confirm-cancel':
      return `confirmation to cancel order ${pending.orderNumber}`;
  }
}
