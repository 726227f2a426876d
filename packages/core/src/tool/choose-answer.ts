import type { Answer, HttpAnswer } from './declared-tool.ts';
import { valueAtPointer } from './json-pointer.ts';

/** The first declared answer that a back end's answer fits. */
export function chooseAnswer<A extends Answer>(answers: readonly A[], answer: unknown): A | undefined {
  return answers.find(({ when }) => {
    if (when === undefined) return true;
    const found = valueAtPointer(answer, when.at);
    return when.is.some((value) => value === found);
  });
}

/** Those declared for a status. */
export function answersFor(answers: readonly HttpAnswer[], status: number): readonly HttpAnswer[] {
  return answers.filter((answer) =>
    answer.status === 'success' ? status >= 200 && status < 300 : answer.status === status,
  );
}
