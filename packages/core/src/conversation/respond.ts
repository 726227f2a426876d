import { cancelConfirmed, cancelDeclined } from '../task/cancel-order.ts';
import { beginTask } from '../task/begin-task.ts';
import { readOfferId } from '../flow/flow-question.ts';
import { takeIntoFlow, tapInFlow } from '../task/run-flow.ts';
import { askAgain, readConfirmation, type Confirmation } from '../task/questions.ts';
import { asksForPerson } from '../scope/asks-for-person.ts';
import { asksIfBot } from '../scope/asks-if-bot.ts';
import { readsLikeEmergency } from '../scope/emergency-words.ts';
import { botAnswer } from '../scope/greeting.ts';
import { taskOfButton } from '../scope/task-button.ts';
import { asksToStop, isAcknowledgement, isThankfulAcknowledgement, yesOrNo } from '../scope/yes-no.ts';
import { clarify } from './clarify.ts';
import { handOff } from './hand-off.ts';
import { fillSlot } from './pending-slot.ts';
import { afterFailure, afterProgress, failuresTolerated, withoutPending } from './progress.ts';
import { agentDraft, finish, personButton, type ReplyButton } from './reply.ts';
import type { Unreadable } from './settle-inputs.ts';
import type { Moment, Step } from './turn-state.ts';

/**
 * What the agent does with a text. Checks that nothing can switch off come first (emergency, a
 * person, stop, am I talking to a bot), then the open question, then the scope guard.
 */
export function respondToText(moment: Moment, text: string, unreadable: readonly Unreadable[] = []): Step {
  const urgent = checkAlways(moment, text);
  if (urgent !== undefined) return urgent;
  const noted =
    unreadable.length === 0
      ? moment
      : withNote(moment, `I can't open ${named(unreadable)} here, so I go by what you wrote.`);
  const { asked, rest } = asksIfBot(text);
  if (!asked) return understand(noted, text);
  const answer = botAnswer(moment.business);
  if (rest.split(' ').length > 2) return understand(withNote(noted, answer), rest);
  return finish(noted, noted.conversation, {
    drafts: [agentDraft(noted, { kind: 'chit-chat' }, answer, [personButton])],
    outcome: { kind: 'answered' },
  });
}

/** What the agent does with a tapped button and whatever was written beside it. */
export function respondToChoice(moment: Moment, choice: ReplyButton, text: string): Step {
  const urgent = checkAlways(moment, text);
  if (urgent !== undefined) return urgent;
  if (choice.id === personButton.id) return toPerson(moment);
  const confirmation = readConfirmation(choice.id);
  if (confirmation !== undefined) return respondToConfirmation(moment, confirmation, text);
  const inFlow = tapInFlow(moment, choice.id);
  if (inFlow !== undefined) return inFlow;
  if (readOfferId(choice.id) !== undefined && text === '') return closedQuestion(moment);
  const task = taskOfButton(moment.business, choice.id);
  if (task === undefined)
    return respondToText(moment, [choice.title, text].filter((part) => part !== '').join('\n'));
  return beginTask(moment, task, text === '' ? (moment.conversation.unclear ?? '') : text);
}

/** Pictures, voice notes, places: the agent says that it cannot read them, and offers a person. */
export function respondToUnreadable(moment: Moment, unreadable: readonly Unreadable[]): Step {
  const conversation = afterFailure(moment.conversation);
  const what = `I can't open ${named(unreadable)} here.`;
  if (conversation.failedInARow > failuresTolerated)
    return handOff(moment, conversation, {
      lead: what,
      why: 'The customer keeps sending what the agent cannot read',
    });
  return finish(moment, conversation, {
    drafts: [
      agentDraft(
        moment,
        { kind: 'clarify' },
        `Sorry, ${what} Could you write it to me instead, or would you like to talk to a person?`,
        [personButton],
      ),
    ],
    outcome: { kind: 'clarified' },
  });
}

function checkAlways(moment: Moment, text: string): Step | undefined {
  if (text === '') return undefined;
  if (readsLikeEmergency(text)) return toEmergency(moment);
  if (asksForPerson(text)) return toPerson(moment);
  if (moment.conversation.pending === undefined && asksToStop(text))
    return handOff(moment, moment.conversation, { why: 'The customer asked to get no more messages' });
  return undefined;
}

function toPerson(moment: Moment): Step {
  return handOff(moment, moment.conversation, { why: 'The customer asked for a person' });
}

function toEmergency(moment: Moment): Step {
  const { turn } = moment;
  const alarm = {
    kind: 'emergency',
    about: `Contact ${turn.contactId} wrote something that reads like an emergency`,
  };
  const alarmed = { ...turn, carried: { ...turn.carried, alarms: [...turn.carried.alarms, alarm] } };
  return handOff({ ...moment, turn: alarmed }, moment.conversation, {
    lead: 'If you or anyone else is in danger, please call your local emergency number now; I cannot call for help from here.',
    why: 'The message reads like an emergency',
  });
}

/** A text that is no request for a person: an answer to the open question, or a matter for the scope guard. */
function understand(moment: Moment, text: string): Step {
  const inFlow = takeIntoFlow(moment, text);
  if (inFlow !== undefined) return inFlow;
  const { pending } = moment.conversation;
  const said = yesOrNo(text);
  if (pending !== undefined) {
    if (said === 'no') return drop(moment);
    if (said === 'yes')
      return pending.kind === 'confirm-cancel' ? cancelConfirmed(moment, pending) : askAgain(moment, pending);
  } else {
    if (said === 'no') return nothingToDrop(moment);
    if (said === 'yes') return yesToNothing(moment, text);
  }
  return fillSlot(moment, text) ?? judge(moment, text);
}

function respondToConfirmation(moment: Moment, tapped: Confirmation, text: string): Step {
  const { pending } = moment.conversation;
  if (pending?.kind !== 'confirm-cancel' || pending.orderNumber !== tapped.orderNumber)
    return text === '' ? closedQuestion(moment) : respondToText(moment, text);
  const wrote = text === '' ? tapped.answer : yesOrNo(text);
  // Words written beside the button overrule it: a cancellation needs an undisturbed yes.
  if (wrote === 'no') return cancelDeclined(moment, pending);
  if (wrote === 'yes' && tapped.answer === 'yes') return cancelConfirmed(moment, pending);
  if (tapped.answer === 'yes') return respondToText(moment, text);
  const kept = { ...moment, conversation: withoutPending(moment.conversation) };
  return respondToText(withNote(kept, 'Okay, your order stays as it is.'), text);
}

function closedQuestion(moment: Moment): Step {
  return clarify(
    moment,
    'That question is no longer open. What can I do for you?',
    moment.business.agent.tasks,
  );
}

/** "Never mind" to an open question. */
function drop(moment: Moment): Step {
  const { pending } = moment.conversation;
  if (pending === undefined) return nothingToDrop(moment);
  if (pending.kind === 'confirm-cancel') return cancelDeclined(moment, pending);
  return finish(moment, withoutPending(afterProgress(moment.conversation)), {
    drafts: [
      agentDraft(
        moment,
        { kind: 'answer', task: pending.task, grounds: [] },
        'Okay, never mind. Write again whenever you need me.',
      ),
    ],
    outcome: { kind: 'answered', task: pending.task },
  });
}

/** A "yes" to no question of a task's: to the offer of a person, a mere "ok", or nobody knows to what. */
function yesToNothing(moment: Moment, text: string): Step {
  if (moment.conversation.offeredPerson === true && !isThankfulAcknowledgement(text)) return toPerson(moment);
  if (isAcknowledgement(text))
    return finish(moment, moment.conversation, { outcome: { kind: 'ignored', rule: 'closing-thanks' } });
  return clarify(moment, 'Happy to help. What is it about?', moment.business.agent.tasks);
}

/** A "no" where nothing was asked; after task buttons it means "none of these". */
function nothingToDrop(moment: Moment): Step {
  if (moment.conversation.unclear === undefined)
    return finish(moment, moment.conversation, { outcome: { kind: 'ignored', rule: 'nothing-to-drop' } });
  return clarify(
    moment,
    'Okay. Could you tell me in other words, or would you like to talk to a person?',
    [],
  );
}

function judge(moment: Moment, text: string): Step {
  return {
    kind: 'call',
    turn: moment.turn,
    call: { kind: 'judge-scope', text },
    waiting: { kind: 'verdict', text },
    conversation: moment.conversation,
  };
}

function withNote(moment: Moment, note: string): Moment {
  return { ...moment, turn: { ...moment.turn, notes: [...moment.turn.notes, note] } };
}

const names: Record<Unreadable, string> = {
  image: 'pictures',
  video: 'videos',
  audio: 'voice messages',
  document: 'documents',
  location: 'locations',
  contacts: 'contacts',
  unsupported: 'this kind of message',
};

function named(unreadable: readonly Unreadable[]): string {
  return unreadable.map((kind) => names[kind]).join(' or ');
}
