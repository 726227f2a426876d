import { doesNotKnow } from '../flow/does-not-know.ts';
import { asksWhy, hesitates, lacksNumber } from '../scope/aside-words.ts';
import { findTask, taskTitle } from '../scope/task-button.ts';
import { topFlow } from '../task/open-flows.ts';
import { askAgain } from '../task/questions.ts';
import { asideSentences } from './aside-sentences.ts';
import { afterFailure, failuresTolerated } from './progress.ts';
import { agentDraft, finish, personButton } from './reply.ts';
import type { Pending } from './state.ts';
import type { Moment, Step } from './turn-state.ts';

/** So often in a row somebody is told to take their time. */
const pausesInARow = 2;

/**
 * What answers no question and needs no guard: "let me think", "why do you need that?", "I don't have the
 * number". The open question stays open; undefined for anything else.
 */
export function respondToAside(moment: Moment, text: string): Step | undefined {
  const { pending, flows } = moment.conversation;
  // "Hmm" to nothing that was asked says too little.
  if (hesitates(text) && (pending !== undefined || flows !== undefined || text.trim().includes(' ')))
    return takeYourTime(moment);
  if (pending !== undefined) {
    if (asksWhy(text)) return explain(moment, pending);
    return doesNotKnow(text) || lacksNumber(text) ? goWithout(moment, pending) : undefined;
  }
  const open = topFlow(moment.conversation);
  if (open?.state.position.kind !== 'asking' || !asksWhy(text)) return undefined;
  const task = findTask(moment.business, open.task);
  if (task === undefined) return undefined;
  const { language } = moment.turn;
  return said(moment, asideSentences[language].whyTask(taskTitle(task, language)));
}

function takeYourTime(moment: Moment): Step {
  const chitChatInARow = moment.conversation.chitChatInARow + 1;
  const conversation = { ...moment.conversation, chitChatInARow };
  if (chitChatInARow > pausesInARow)
    return finish(moment, conversation, { outcome: { kind: 'ignored', rule: 'chit-chat' } });
  return said({ ...moment, conversation }, asideSentences[moment.turn.language].takeYourTime);
}

/** `task`: whose question is explained. */
function said(moment: Moment, body: string, task?: string): Step {
  const reason =
    task === undefined ? ({ kind: 'chit-chat' } as const) : ({ kind: 'question', task } as const);
  return finish(moment, moment.conversation, {
    drafts: [agentDraft(moment, reason, body)],
    outcome: { kind: 'answered' },
  });
}

function explain(moment: Moment, pending: Pending): Step {
  const { whyNumber, whyProof, whyTask } = asideSentences[moment.turn.language];
  switch (pending.kind) {
    case 'order-number':
      return said(moment, whyNumber, pending.task);
    case 'order-proof':
      return said(moment, whyProof(pending.orderNumber), pending.task);
    case 'confirm-cancel': {
      const task = findTask(moment.business, pending.task);
      return task === undefined
        ? askAgain(moment, pending)
        : said(moment, whyTask(taskTitle(task, moment.turn.language)));
    }
  }
}

/** Says once what there is to do without it; whoever still has nothing gets a person. */
function goWithout(moment: Moment, pending: Pending): Step {
  const conversation = afterFailure(moment.conversation);
  if (pending.kind === 'confirm-cancel' || conversation.failedInARow > failuresTolerated)
    return askAgain(moment, pending);
  const { withoutNumber, withoutProof } = asideSentences[moment.turn.language];
  const body = pending.kind === 'order-number' ? withoutNumber : withoutProof(pending.orderNumber);
  return finish(moment, conversation, {
    drafts: [
      agentDraft(moment, { kind: 'question', task: pending.task }, body, [
        personButton(moment.turn.language),
      ]),
    ],
    outcome: { kind: 'clarified', task: pending.task },
  });
}
