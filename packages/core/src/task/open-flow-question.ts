import type { Business } from '../business/business.ts';
import type { Step } from '../conversation/turn-state.ts';
import type { FlowEvent } from '../flow/flow-event.ts';
import { openQuestion } from '../flow/step.ts';
import type { Reason } from '../message/draft.ts';
import { readableText } from '../message/outbound.ts';
import { mergedContent } from './flow-drafts.ts';
import { readyVersion, topFlow } from './open-flows.ts';

/**
 * After an answer to something else, puts the question of the flow that still asks again, in the
 * same message where it fits: a question in the middle of a booking is answered and the booking goes on.
 */
export function withOpenQuestion(
  business: Business,
  step: Step,
  about: Pick<FlowEvent, 'at' | 'contact'>,
): Step {
  if (step.kind !== 'finish' || step.conversation.pending !== undefined) return step;
  const open = topFlow(step.conversation);
  const answer = step.close.drafts.at(-1);
  const unanswered = step.close.unanswered !== undefined;
  const answers = answer?.reason.kind === 'answer' || answer?.reason.kind === 'chit-chat' || unanswered;
  if (open === undefined || answer === undefined || !answers || step.close.handOff !== undefined) return step;
  const ready = readyVersion(business, open.state.flow, open.state.version);
  const asked = ready === undefined ? undefined : openQuestion(ready, open.state, about);
  const repeated = asked?.next.kind === 'stop' ? asked.next.messages.at(-1) : undefined;
  const question = repeated?.content;
  // The flow itself may just have asked.
  if (question === undefined || readableText(answer.content).endsWith(readableText(question))) return step;
  const merged = mergedContent(answer.content, question);
  const before = step.close.drafts.slice(0, -1);
  const drafts =
    merged === undefined
      ? [
          ...before,
          answer,
          { ...answer, reason: { kind: 'question', task: open.task } as const, content: question },
        ]
      : [
          ...before,
          { ...answer, reason: reasonOf(answer.reason, open.task, repeated?.grounds), content: merged },
        ];
  return { ...step, close: { ...step.close, drafts } };
}

/** Small talk holds no prices and times; the question below it may. */
function reasonOf(reason: Reason, task: string, grounds: readonly string[] = []): Reason {
  if (reason.kind === 'answer') return reason;
  return grounds.length === 0 ? { kind: 'question', task } : { kind: 'answer', task, grounds: [...grounds] };
}
