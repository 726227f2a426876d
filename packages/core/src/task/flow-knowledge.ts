import type { CallResult } from '../conversation/call.ts';
import type { FlowWaiting, Moment } from '../conversation/turn-state.ts';
import type { FlowResult } from '../flow/flow-event.ts';
import { answersIn } from '../knowledge/answers-in.ts';
import type { WriteAnswer } from '../model/answer-prompt.ts';
import type { judgeWritten } from '../model/judge-written.ts';
import { passagesPhrased, phraseAnswer, unansweredQuestion } from './answer-from-knowledge.ts';

type Found = NonNullable<FlowWaiting['found']>;

/**
 * What follows a search of a flow, as for any question: a model words what was found where the business
 * wants that; a question that nothing is close to is noted for the people who keep the knowledge.
 */
export function afterFlowSearch(
  moment: Moment,
  task: string,
  question: string,
  result: Extract<CallResult, { kind: 'retrieved' }>,
):
  | { readonly kind: 'ask'; readonly call: WriteAnswer; readonly found: Found }
  | { readonly kind: 'settle'; readonly moment: Moment } {
  const passages = answersIn(result.passages).slice(0, passagesPhrased);
  if (passages.length === 0) {
    const unanswered = unansweredQuestion(moment, task, question);
    return { kind: 'settle', moment: { ...moment, turn: { ...moment.turn, unanswered } } };
  }
  const call = phraseAnswer(moment, task, question, passages);
  return call === undefined
    ? { kind: 'settle', moment }
    : { kind: 'ask', call, found: { question, passages } };
}

/** What a flow gets of an answer that a model worded: its text, or what was found where that is not good enough. */
export function wordedAnswer(
  { turn }: Moment,
  { passages }: Found,
  written: Exclude<ReturnType<typeof judgeWritten>, { readonly kind: 'again' }>,
): FlowResult {
  const [source] = passages;
  const extract: FlowResult = { kind: 'retrieved', passages: [...passages] };
  switch (written.kind) {
    case 'good': {
      if (source === undefined) return extract;
      const key = turn.made.at(-1);
      const grounds = [...passages.map(({ passageId }) => passageId), ...(key === undefined ? [] : [key])];
      return { kind: 'answer-phrased', text: written.text, source, grounds };
    }
    case 'bad':
      return extract;
    case 'hand-off':
      return { kind: 'tool-failed', why: written.why };
  }
}
