import { sentencesIn } from '../language/sentences-in.ts';
import { greeting } from '../scope/greeting.ts';
import { taskButton } from '../scope/task-button.ts';
import { topFlow } from '../task/open-flows.ts';
import { agentDraft, finish } from './reply.ts';
import type { Moment, Step } from './turn-state.ts';

/** Greetings answered in a row before small talk is left alone. */
const greetingsInARow = 2;

/** Answers small talk with a few fixed words, twice in a row at most. */
export function smallTalk(moment: Moment): Step {
  const { business, conversation } = moment;
  const { language } = moment.turn;
  const chitChatInARow = conversation.chitChatInARow + 1;
  const counted = { ...conversation, chitChatInARow, offTopicInARow: 0 };
  if (chitChatInARow > greetingsInARow)
    return finish(moment, counted, { outcome: { kind: 'ignored', rule: 'chit-chat' } });
  const body =
    chitChatInARow === 1
      ? greeting(business, language, moment.turn.customer?.name)
      : sentencesIn(language).greeting.again;
  // The question of a flow that asks stands below it, with its own buttons.
  const asking = topFlow(conversation)?.state.position.kind === 'asking';
  const buttons = asking ? [] : business.agent.tasks.slice(0, 3).map((task) => taskButton(task, language));
  return finish(moment, counted, {
    drafts: [agentDraft(moment, { kind: 'chit-chat' }, body, buttons)],
    outcome: { kind: 'answered' },
  });
}

/** Thanks and goodbyes are left alone. */
export function closeWithThanks(moment: Moment): Step {
  const conversation = { ...moment.conversation, chitChatInARow: 0 };
  return finish(moment, conversation, { outcome: { kind: 'ignored', rule: 'closing-thanks' } });
}
