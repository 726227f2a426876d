import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Draft } from '../message/draft.ts';
import type { InboundContent } from '../message/inbound.ts';
import { hourMs } from '../schedule/instant.ts';
import { Verdict } from '../scope/verdict.ts';
import { advance, beginState } from './advance.ts';
import type { Call, CallResult } from './call.ts';
import { Event } from './event.ts';
import { Outcome } from './outcome.ts';
import { ConversationState, newConversation } from './state.ts';
import { monday10, range, shop } from './testing/run-turn.ts';
import type { TurnState } from './turn-state.ts';

const bodies = fc.oneof(
  fc.constantFrom(
    'where is my order A-1042',
    'a1042',
    'yes',
    'no',
    'stop',
    'human',
    'cancel A-1042',
    'thanks',
    'hi',
    'x@y.example',
    'D02 X285',
    'are you a bot?',
    'emergency',
    'never mind',
    '',
    '   ',
    'what is the meaning of life',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).map((part) => part.repeat(400)),
);
const earlier = fc.constantFrom('m1', 'm2', 'm3', 'before');
const contents: fc.Arbitrary<InboundContent> = fc.oneof(
  { weight: 5, arbitrary: bodies.map((body): InboundContent => ({ kind: 'text', body })) },
  fc
    .constantFrom(
      'person',
      'confirm:yes:A-1042',
      'confirm:no:A-1042',
      'task:cancel',
      'task:questions',
      'task:gone',
      'other',
    )
    .map((id): InboundContent => ({ kind: 'choice', id, title: 'Tapped' })),
  fc
    .record({
      medium: fc.constantFrom('image' as const, 'audio' as const),
      caption: fc.option(bodies, { nil: undefined }),
    })
    .map(({ medium, caption }): InboundContent => ({
      kind: 'media',
      medium,
      mediaId: 'x',
      ...(caption === undefined ? {} : { caption }),
    })),
  fc.constantFrom<InboundContent>(
    { kind: 'sticker' },
    { kind: 'reaction', to: 'm1', emoji: '👍' },
    { kind: 'location', latitude: 1, longitude: 2 },
    { kind: 'contacts' },
    { kind: 'call', event: 'connect' },
    { kind: 'group', groupId: 'g' },
    { kind: 'system', what: 'changed number' },
    { kind: 'unsupported', type: 'poll' },
    { kind: 'timer', name: 'window-closing' },
    { kind: 'delivery-failed', outboxId: 'o', reason: 'undeliverable' },
    { kind: 'refused-by-policy', outboxId: 'o', rule: 'WA-WIN-001' },
  ),
  fc
    .record({ of: earlier, body: bodies })
    .map(({ of, body }): InboundContent => ({ kind: 'edit', of, body })),
  earlier.map((of): InboundContent => ({ kind: 'revoke', of })),
  bodies.map((body): InboundContent => ({ kind: 'person-reply', person: 'ada', body })),
);

const failures = fc.constantFrom<CallResult>(
  { kind: 'tool-failed', why: 'down' },
  { kind: 'in-doubt', why: 'crash' },
);
const taskIds = fc.constantFrom(...shop.agent.tasks.map(({ id }) => id));
const verdicts = fc
  .record({
    zone: fc.constantFrom(...Verdict.shape.zone.options),
    task: taskIds,
    score: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map((verdict): CallResult => ({
    kind: 'judged',
    verdict: { ...verdict, runnersUp: [{ task: 'gone', score: 0 }], evidence: [] },
  }));
const retrievals = fc
  .array(fc.record({ body: bodies, score: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 3 })
  .map((found): CallResult => ({
    kind: 'retrieved',
    passages: found.map((passage, index) => ({ passageId: `p${index}`, title: '', ...passage })),
  }));
const outputs = fc
  .record({
    kind: fc.constantFrom('order', 'not-shown', 'cancelled', 'too-late'),
    status: fc.constantFrom('processing', 'packed', 'shipped', 'delivered', 'cancelled', 'returned', 'lost'),
  })
  .map(({ kind, status }): CallResult => ({
    kind: 'tool-answered',
    output: {
      kind,
      order: {
        orderNumber: 'A-1042',
        status,
        expectedDelivery: '2026-11-20',
        items: [{ sku: 's', name: 'Pot', quantity: 1 }],
      },
    },
  }));
const transcripts = fc.oneof(
  bodies.filter((body) => body !== '').map((text) => ({ kind: 'heard' as const, text })),
  fc
    .constantFrom('no-server', 'too-long', 'failed', 'silent')
    .map((why) => ({ kind: 'unheard' as const, why })),
);
/** What each kind of call may come back with; a turn draws from these as it asks. */
const replies = fc.record({
  verdict: fc.oneof(verdicts, failures),
  retrieval: fc.oneof(retrievals, failures),
  tool: fc.oneof(outputs, failures),
  heard: transcripts,
});
const owners = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'agent' as const }) },
  fc.constant({ kind: 'people' as const, person: 'ada' }),
  fc.constant({ kind: 'people' as const }),
  fc.constant({ kind: 'nobody' as const }),
);
const turns = fc.array(
  fc.record({
    contents: fc.array(contents, { maxLength: 6 }),
    owner: owners,
    replies: fc.array(replies, { minLength: 10, maxLength: 10 }),
    windowClosesAt: fc.option(fc.integer({ min: -1, max: 24 }), { nil: undefined }),
    laterMs: fc.integer({ min: 0, max: 30 * hourMs }),
  }),
  { minLength: 1, maxLength: 6 },
);
type TurnPlan = typeof turns extends fc.Arbitrary<readonly (infer Plan)[]> ? Plan : never;

function reply(call: Call, plan: TurnPlan['replies'][number]): CallResult {
  switch (call.kind) {
    case 'judge-scope':
      return plan.verdict;
    case 'retrieve':
      return plan.retrieval;
    case 'transcribe':
      return { kind: 'transcribed', mediaId: call.mediaId, transcript: plan.heard };
    case 'choose-task':
    case 'write-answer':
    case 'call-tool':
      return plan.tool;
  }
}

function play(plan: TurnPlan, conversation: ConversationState, turn: string, at: number) {
  const events: Event[] = [
    {
      kind: 'turn-began',
      turn,
      at,
      owner: plan.owner,
      ownerVersion: 2,
      contactId: 'c1',
      inputs: range(plan.contents),
      ...(plan.windowClosesAt === undefined ? {} : { windowClosesAt: at + plan.windowClosesAt * hourMs }),
    },
  ];
  let step = feed(beginState(conversation), events);
  for (const results of plan.replies) {
    if (step.next.kind === 'close') break;
    const event: Event = { kind: 'settled', key: step.next.key, at, result: reply(step.next.call, results) };
    events.push(event);
    step = advance(shop, step.state, event);
  }
  return { events, ...step };
}

function feed(begun: TurnState, events: readonly Event[]) {
  const [first, ...rest] = events;
  if (first === undefined) throw new Error('A turn has at least its beginning');
  let step = advance(shop, begun, first);
  for (const event of rest) step = advance(shop, step.state, event);
  return step;
}

function playAll(
  plans: readonly TurnPlan[],
  check: (played: ReturnType<typeof play>, plan: TurnPlan, before: ConversationState) => void,
): void {
  let conversation: ConversationState = newConversation;
  let at = monday10;
  for (const [index, plan] of plans.entries()) {
    const played = play(plan, conversation, `t${index}`, at);
    check(played, plan, conversation);
    conversation = played.state.conversation;
    at += plan.laterMs;
  }
}

test('whatever comes, a turn closes within ten calls, with an outcome and a memory that can be stored', () => {
  fc.assert(
    fc.property(turns, (plans) =>
      playAll(plans, ({ next, state }) => {
        if (next.kind !== 'close') throw new Error('The turn did not close within ten calls');
        Outcome.parse(next.outcome);
        ConversationState.parse(state.conversation);
        for (const draft of next.drafts) Draft.parse(draft);
      }),
    ),
  );
});

test('the agent never speaks while people or nobody own the conversation, but for an emergency', () => {
  fc.assert(
    fc.property(turns, (plans) =>
      playAll(plans, ({ next }, { owner }) => {
        if (next.kind !== 'close' || owner.kind === 'agent') return;
        const own = next.drafts.filter(({ author }) => author !== 'person');
        const emergency = next.alarms.some(({ kind }) => kind === 'emergency');
        const untaken = owner.kind === 'people' && !('person' in owner);
        expect(own.length).toBeLessThanOrEqual(emergency && untaken ? 1 : 0);
      }),
    ),
  );
});

test('the agent says at most one message a turn, always with its disclosure, and a hand-off is always named as the outcome', () => {
  fc.assert(
    fc.property(turns, (plans) =>
      playAll(plans, ({ next }) => {
        if (next.kind !== 'close') return;
        const agent = next.drafts.filter(({ author }) => author === 'agent');
        expect(agent.length).toBeLessThanOrEqual(1);
        expect(agent.every(({ disclosure }) => disclosure !== undefined)).toBe(true);
        expect(next.handOff !== undefined).toBe(next.outcome.kind === 'handed-off');
      }),
    ),
  );
});

test('an effect is only asked for after the customer confirmed in this very turn', () => {
  fc.assert(
    fc.property(turns, (plans) =>
      playAll(plans, ({ events }, _plan, before) => {
        const asked = events.map(
          (_event, index) => feed(beginState(before), events.slice(0, index + 1)).next,
        );
        const effects = asked.map(
          (next) => next.kind === 'await' && next.call.kind === 'call-tool' && next.call.effect,
        );
        expect(effects.slice(1)).not.toContain(true);
        expect(!effects.includes(true) || before.pending?.kind === 'confirm-cancel').toBe(true);
      }),
    ),
  );
});

test('replaying the stored events gives the same turn', () => {
  fc.assert(
    fc.property(turns, (plans) =>
      playAll(plans, ({ events, state, next }, _plan, before) => {
        const stored = events.map((event) => Event.parse(JSON.parse(JSON.stringify(event))));
        expect(feed(beginState(before), stored)).toEqual({ state, next });
      }),
    ),
  );
});
