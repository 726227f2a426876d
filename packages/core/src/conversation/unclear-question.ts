import { maskedQuestion } from '../knowledge/masked-question.ts';
import type { Unanswered } from './next.ts';
import type { Moment } from './turn-state.ts';

/**
 * What the customer wrote when the agent last asked what they mean, for people who keep the knowledge: to be told
 * where it ends with a person, or with none of what was offered. Nothing where nobody answers questions.
 */
export function unclearQuestion({ business, conversation, turn }: Moment): {
  readonly unanswered?: Unanswered;
} {
  const { unclear } = conversation;
  const task = business.agent.tasks.find(({ does }) => does === 'answer-from-knowledge');
  if (unclear === undefined || unclear.trim() === '' || task === undefined) return {};
  return { unanswered: { text: maskedQuestion(unclear), language: turn.language, task: task.id } };
}
