import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Outbound } from '../message/outbound.ts';
import type { FlowEvent } from './flow-event.ts';
import { FlowState } from './flow-state.ts';
import { linkFlow } from './link-flow.ts';
import { prepareFlow } from './ready-flow.ts';
import { newFlowState, step } from './step.ts';
import { setting } from './testing/flows.ts';
import { randomEvents, randomFlow, randomResults } from './testing/random-flow.ts';
import { monday10, type Answering } from './testing/talk.ts';
import { splitWay } from './split-way.ts';
import type { Flow } from './flow.ts';
import { validateFlow } from './validate/validate-flow.ts';
import type { Stepped } from './run.ts';

const contact = { id: 'c1', phone: '353861234567' };
const around = {
  languages: ['en', 'es'],
  tools: [],
  templates: [],
  slotTypes: ['date'],
  flows: [],
  tasks: ['t'],
  hasKnowledge: true,
};

function ready(flow: Flow) {
  const linked = linkFlow(flow, []);
  if (linked.kind === 'problems') throw new Error('A random flow has no sub-flows');
  return prepareFlow(linked.flow, setting);
}

/** Plays events through a flow and gives back every step; the calls of one turn are answered in turn. */
function play(
  flow: Flow,
  events: readonly (typeof randomEvents extends fc.Arbitrary<readonly (infer One)[]> ? One : never)[],
  results: readonly ReturnType<Answering>[],
): readonly Stepped[] {
  const prepared = ready(flow);
  const steps: Stepped[] = [];
  let state = newFlowState(prepared);
  let answered = 0;
  const give = (event: FlowEvent): Stepped => {
    const stepped = step(prepared, FlowState.parse(JSON.parse(JSON.stringify(state))), event);
    state = stepped.state;
    steps.push(stepped);
    return stepped;
  };
  for (const event of [{ kind: 'started', said: 'for 5 on friday', language: 'en' } as const, ...events]) {
    let { next } = give({ ...event, at: monday10 + steps.length, contact });
    for (let calls = 0; next.kind === 'await'; calls += 1) {
      expect(calls).toBeLessThan(200);
      const result = results[answered % results.length] ?? { kind: 'tool-failed', why: 'none' };
      answered += 1;
      ({ next } = give({ kind: 'settled', key: `k${answered}`, result, at: monday10, contact }));
    }
  }
  return steps;
}

const cases = [randomFlow, randomEvents, randomResults] as const;

test('a flow never throws and never turns for ever, and what it says fits the channel', () => {
  fc.assert(
    fc.property(...cases, (flow, events, results) => {
      const stops = play(flow, events, results).flatMap(({ next }) => (next.kind === 'stop' ? [next] : []));
      for (const { messages, stop } of stops) {
        for (const { content } of messages) expect(Outbound.safeParse(content).error).toBeUndefined();
        expect(JSON.stringify(stop)).not.toContain('500 nodes');
      }
    }),
    { numRuns: 300 },
  );
});

test('a replay of the same events is equal, step by step', () => {
  fc.assert(
    fc.property(...cases, (flow, events, results) => {
      expect(play(flow, events, results)).toEqual(play(flow, events, results));
    }),
    { numRuns: 100 },
  );
});

test('whatever is asked waits under a number of its own, and a stop leaves nothing to be said', () => {
  fc.assert(
    fc.property(...cases, (flow, events, results) => {
      for (const { state, next } of play(flow, events, results)) {
        if (next.kind !== 'stop') continue;
        expect(state.outgoing).toEqual([]);
        const { position } = state;
        expect('number' in position ? position.number : 0).toBeLessThanOrEqual(state.asked);
        expect(position.kind === 'over').toBe(next.stop.kind !== 'asking' && next.stop.kind !== 'waiting');
      }
    }),
    { numRuns: 100 },
  );
});

test('flows that are valid by construction have no blocking finding but their unknown tool and way in', () => {
  fc.assert(
    fc.property(randomFlow, (flow) => {
      const codes = validateFlow(flow, around)
        .filter(({ severity }) => severity === 'blocking')
        .map(({ code }) => code);
      expect(codes.filter((code) => code !== 'unknown-tool' && code !== 'unset-variable')).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('a contact always goes the same way of a split, and many go in proportion to the shares', () => {
  const ways = [
    { id: 'a', share: 3 },
    { id: 'b', share: 1 },
  ];
  const gone = Array.from({ length: 4_000 }, (_, index) => splitWay(ways, `flow:split:contact-${index}`));
  expect(gone).toEqual(
    Array.from({ length: 4_000 }, (_, index) => splitWay(ways, `flow:split:contact-${index}`)),
  );
  const share = gone.filter((way) => way === 'a').length / gone.length;
  expect(share).toBeGreaterThan(0.72);
  expect(share).toBeLessThan(0.78);
});
