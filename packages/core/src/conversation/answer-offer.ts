import { sentencesIn } from '../language/sentences-in.ts';
import { findTask } from '../scope/task-button.ts';
import { yesNoSlot } from '../slot/yes-no-slot.ts';
import { beginTask } from '../task/begin-task.ts';
import { topFlow } from '../task/open-flows.ts';
import { afterProgress } from './progress.ts';
import { agentDraft, finish } from './reply.ts';
import type { Moment, Step } from './turn-state.ts';

/**
 * A plain yes or no, in any language, to a time that was offered unasked: a yes is the tap on the button
 * under the offer. Undefined for any other text, and where something has been asked since.
 */
export function answerOffer(moment: Moment, text: string): Step | undefined {
  const { business, conversation, at } = moment;
  const { offered, ...rest } = conversation;
  const task = offered === undefined ? undefined : findTask(business, offered.task);
  if (offered === undefined || task === undefined || at >= offered.until) return undefined;
  const asked = Math.max(conversation.pending?.askedAt ?? 0, topFlow(conversation)?.at ?? 0);
  if (asked > offered.at) return undefined;
  const answer = yesNoSlot.read(text, '', { at, timeZone: 'UTC', country: '', currency: '' });
  if (answer.kind !== 'filled') return undefined;
  if (answer.value === true) return beginTask({ ...moment, conversation: rest }, task, '');
  const { neverMind } = sentencesIn(moment.turn.language);
  return finish(moment, afterProgress(rest), {
    drafts: [agentDraft(moment, { kind: 'answer', task: task.id, grounds: [] }, neverMind)],
    outcome: { kind: 'answered', task: task.id },
  });
}
