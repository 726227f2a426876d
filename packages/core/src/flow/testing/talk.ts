import type { CallResult } from '../../conversation/call.ts';
import { readableText } from '../../message/outbound.ts';
import type { FlowEvent } from '../flow-event.ts';
import type { FlowCall, FlowNext } from '../flow-next.ts';
import { FlowState } from '../flow-state.ts';
import type { ReadyFlow } from '../ready-flow.ts';
import { newFlowState, step } from '../step.ts';

/** Monday 23 November 2026, 10:00 in Dublin. */
export const monday10 = Date.UTC(2026, 10, 23, 10, 0);

export type Answering = (call: FlowCall) => CallResult | { readonly kind: 'phrased'; readonly text: string };

/** A talk with one flow: what was said, as lines; what was called; where it is. Each state went through JSON. */
export type Talk = {
  readonly state: FlowState;
  readonly says: readonly string[];
  readonly taps: readonly { readonly id: string; readonly title: string }[];
  readonly calls: readonly FlowCall[];
  readonly next: Exclude<FlowNext, { kind: 'await' }>;
};

type Body = FlowEvent extends infer Each
  ? Each extends FlowEvent
    ? Omit<Each, 'at' | 'contact'>
    : never
  : never;

const contact = { id: 'c1', phone: '353861234567' };

/** Gives one event to a flow and performs its calls until it stops. */
export function tell(
  ready: ReadyFlow,
  before: FlowState,
  event: Body,
  answer: Answering,
  at = monday10,
): Talk {
  const calls: FlowCall[] = [];
  let { state, next } = step(ready, before, { ...event, at, contact });
  while (next.kind === 'await') {
    calls.push(next.call);
    if (calls.length > 50) throw new Error('The flow made more than 50 calls in one turn');
    const settled = {
      kind: 'settled',
      key: `k${calls.length}`,
      result: answer(next.call),
      at,
      contact,
    } as const;
    ({ state, next } = step(ready, FlowState.parse(JSON.parse(JSON.stringify(state))), settled));
  }
  const contents = next.kind === 'stop' ? next.messages.map(({ content }) => content) : [];
  return {
    state: FlowState.parse(JSON.parse(JSON.stringify(state))),
    says: contents.map(readableText),
    taps: contents.flatMap((content) =>
      content.kind === 'buttons' ? content.buttons : content.kind === 'list' ? content.rows : [],
    ),
    calls,
    next,
  };
}

/** Starts a flow and says each text in turn, as one that nobody else wants; the last answer comes back. */
export function talk(
  ready: ReadyFlow,
  texts: readonly string[],
  answer: Answering = () => ({ kind: 'tool-failed', why: 'not expected' }),
): Talk {
  const [said = '', ...rest] = texts;
  let now = tell(ready, newFlowState(ready), { kind: 'started', said }, answer);
  for (const text of rest) now = tell(ready, now.state, { kind: 'said', text, placed: true }, answer);
  return now;
}
