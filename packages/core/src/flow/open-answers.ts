import { plainWords } from '../slot/plain-words.ts';
import type { QuestionNode } from './flow-question.ts';

/** "5 people", "5个人": nothing but a value and what it counts. */
export function fewWords(text: string): boolean {
  const words = plainWords(text);
  return words.split(' ').length <= 2 && (!/\p{Script=Han}/u.test(words) || words.length <= 5);
}

/** Words like "never mind" could be read as an answer here. */
export function takesAnyWords(node: QuestionNode): boolean {
  return (
    node.kind === 'ask' &&
    (['text', 'name', 'address', 'location', 'when'] as const).some((kind) => kind === node.slot.kind)
  );
}

/** Anything at all is an answer here. */
export function isOpenText(node: QuestionNode): boolean {
  return node.kind === 'ask' && node.slot.kind === 'text';
}
