import type { Business, Task } from '../business/business.ts';
import { greeting } from '../scope/greeting.ts';
import { refusal } from '../scope/refusal.ts';
import { findTask, taskButton } from '../scope/task-button.ts';
import type { Verdict } from '../scope/verdict.ts';
import { beginTask } from '../task/begin-task.ts';
import { findOrderNumber } from '../task/order-number.ts';
import { askAgain } from '../task/questions.ts';
import { fillFlow, placeInFlow } from '../task/run-flow.ts';
import { clarify } from './clarify.ts';
import { handOff } from './hand-off.ts';
import { fillSlotLoosely } from './pending-slot.ts';
import { agentDraft, finish } from './reply.ts';
import type { Moment, Step } from './turn-state.ts';

/** Greetings answered in a row before small talk is left alone. */
const greetingsInARow = 2;

/** Does what the scope guard said with a text; a text outside the agent's tasks gets no answer. */
export function routeVerdict(judged: Moment, text: string, verdict: Verdict): Step {
  const { language } = verdict;
  const moment: Moment =
    language === undefined ? judged : { ...judged, turn: { ...judged.turn, heard: language } };
  const inFlow = routeIntoFlow(moment, text, verdict);
  if (inFlow !== undefined) return inFlow;
  const { business, conversation } = moment;
  switch (verdict.zone) {
    case 'accept':
      return beginTask(moment, acceptedTask(business, verdict), text);
    case 'mixed':
      return beginTask(moment, acceptedTask(business, verdict), verdict.part ?? text);
    case 'clarify': {
      const filled = fillSlotLoosely(moment, text);
      if (filled !== undefined) return filled;
      if (conversation.pending !== undefined) return askAgain(moment, conversation.pending);
      const likely = verdict.task === undefined ? undefined : findTask(business, verdict.task);
      // A number says what an unclear text is about; showing how that order stands changes nothing.
      if (likely?.does === 'order-status' && findOrderNumber(text) !== undefined)
        return beginTask(moment, likely, text);
      return clarify(
        moment,
        "I'm not sure what you mean. Is it one of these?",
        likeliest(business, verdict),
        text,
      );
    }
    case 'refuse': {
      const filled = fillSlotLoosely(moment, text);
      if (filled !== undefined) return filled;
      const { body, buttons } = refusal(business);
      return finish(
        moment,
        {
          ...conversation,
          offTopicInARow: conversation.offTopicInARow + 1,
          failedInARow: 0,
          chitChatInARow: 0,
        },
        { drafts: [agentDraft(moment, { kind: 'refusal' }, body, buttons)], outcome: { kind: 'refused' } },
      );
    }
    case 'chit-chat':
      return smallTalk(moment);
    case 'closing':
      return finish(
        moment,
        { ...conversation, chitChatInARow: 0 },
        {
          outcome: { kind: 'ignored', rule: 'closing-thanks' },
        },
      );
    case 'person':
      return handOff(moment, conversation, { why: 'The customer asked for a person' });
  }
}

/** What of the verdicts is for the flow that asks or waits: its own task, and what nobody can place. */
function routeIntoFlow(moment: Moment, text: string, verdict: Verdict): Step | undefined {
  switch (verdict.zone) {
    case 'accept':
    case 'mixed':
      return undefined;
    case 'clarify':
      return placeInFlow(moment, text);
    case 'refuse':
    case 'chit-chat':
    case 'closing':
      return fillFlow(moment, text);
    case 'person':
      return undefined;
  }
}

function acceptedTask(business: Business, verdict: Verdict): Task {
  const task = verdict.task === undefined ? undefined : findTask(business, verdict.task);
  if (task === undefined)
    throw new Error(
      `The scope guard accepted task "${verdict.task ?? '(none)'}", which ${business.name} does not have`,
    );
  return task;
}

function likeliest(business: Business, verdict: Verdict): readonly Task[] {
  const ids = [
    ...(verdict.task === undefined ? [] : [verdict.task]),
    ...verdict.runnersUp.map(({ task }) => task),
  ];
  const tasks = [...new Set(ids)].map((id) => findTask(business, id)).filter((task) => task !== undefined);
  return tasks.length === 0 ? business.agent.tasks : tasks;
}

function smallTalk(moment: Moment): Step {
  const { business, conversation } = moment;
  const chitChatInARow = conversation.chitChatInARow + 1;
  const counted = { ...conversation, chitChatInARow, offTopicInARow: 0 };
  if (chitChatInARow > greetingsInARow)
    return finish(moment, counted, { outcome: { kind: 'ignored', rule: 'chit-chat' } });
  return finish(moment, counted, {
    drafts: [
      agentDraft(
        moment,
        { kind: 'chit-chat' },
        greeting(business),
        business.agent.tasks.slice(0, 3).map(taskButton),
      ),
    ],
    outcome: { kind: 'answered' },
  });
}
