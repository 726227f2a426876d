import type { Task } from '../business/business.ts';
import type { Moment } from '../conversation/turn-state.ts';
import { maskPersonalData } from '../personal-data/mask-personal-data.ts';
import { shortened } from '../message/split-text.ts';
import type { WriteAnswer } from './answer-prompt.ts';

/** So much of one passage, slot or tool result goes to a model, in UTF-16 units. */
const longestEvidence = 4_000;
const longestQuestion = 1_000;

/** The call that asks a model for one message of a task; undefined where no model takes part. */
export function writeAnswer(
  { business }: Pick<Moment, 'business'>,
  task: Task,
  asked: Pick<WriteAnswer, 'instructions' | 'language' | 'question' | 'evidence' | 'reviewed' | 'most'>,
): WriteAnswer | undefined {
  if (business.models === undefined) return undefined;
  const cut = (text: string, most: number): string => maskPersonalData(shortened(text, most));
  return {
    kind: 'write-answer',
    task: task.id,
    title: task.title,
    instructions: asked.instructions,
    language: asked.language,
    question: cut(asked.question, longestQuestion),
    evidence: asked.evidence.map(({ name, text }) => ({ name, text: cut(text, longestEvidence) })),
    reviewed: maskPersonalData(asked.reviewed),
    most: asked.most,
    rejected: [],
  };
}
