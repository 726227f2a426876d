import type { Passage } from '../conversation/call.ts';

/**
 * A passage that speaks of less than this of what a question asks about is no answer to it. Chosen on
 * the example businesses' questions and on questions that they have no answer to.
 */
export const answerFloor = 0.365;

/** Those of the passages found that say enough to be an answer, the best first. */
export function answersIn(passages: readonly Passage[]): readonly Passage[] {
  return passages.filter(({ score, body }) => score >= answerFloor && body.trim() !== '');
}
