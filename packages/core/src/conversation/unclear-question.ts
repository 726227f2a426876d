import { maskedQuestion } from '../knowledge/masked-question.ts';
import { hourMs } from '../schedule/instant.ts';
import type { Timer, Unanswered } from './next.ts';
import type { Moment } from './turn-state.ts';

/**
 * What the customer wrote when the agent last asked what they mean, for people who keep the knowledge: to be told
 * where it ends with a person, or with none of what was offered. Nothing where nobody answers questions.
 */
export function unclearQuestion({ business, conversation, turn }: Moment): {
  readonly unanswered?: Unanswered;
} {
  const { unclear, unclearLanguage = turn.language } = conversation;
  const task = business.agent.tasks.find(({ does }) => does === 'answer-from-knowledge');
  if (unclear === undefined || unclear.trim() === '' || task === undefined) return {};
  return { unanswered: { text: maskedQuestion(unclear), language: unclearLanguage, task: task.id } };
}

/** Fires when a customer who was asked what they mean has said nothing more. */
export const leftUnclear = 'left-unclear';

/** How long such a customer is waited for, in milliseconds. */
const waitedMs = 2 * hourMs;

/** The alarm clock for a question that was asked back; none where nobody keeps answers. */
export function leftUnclearTimers({ business, at }: Moment): readonly Timer[] {
  const answers = business.agent.tasks.some(({ does }) => does === 'answer-from-knowledge');
  return answers ? [{ name: leftUnclear, dueAt: at + waitedMs }] : [];
}
