import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Call, CallResult } from '../conversation/call.ts';
import { ConversationState, newConversation } from '../conversation/state.ts';
import { accepts, judges, monday10, runTurn, type Ran } from '../conversation/testing/run-turn.ts';
import { Draft } from '../message/draft.ts';
import type { InboundContent } from '../message/inbound.ts';
import { saysYesOrNo } from '../slot/yes-no-slot.ts';
import { visitShop } from './visit.fixture.ts';

const contents: fc.Arbitrary<InboundContent> = fc.oneof(
  fc
    .constantFrom(
      'visit on friday',
      '3',
      'yes',
      'no',
      'no, monday',
      'start over',
      'kal',
      'where is A-1042?',
      'a@b.example',
      'skip',
      'stop',
      '?',
      '',
    )
    .map((body): InboundContent => ({ kind: 'text', body })),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((body): InboundContent => ({ kind: 'text', body })),
  fc
    .constantFrom(
      'flow:1:0',
      'flow:2:1',
      'flow:3:0',
      'flow:3:9',
      'flow:1:skip',
      'visit-now',
      'task:visit',
      'task:cancel',
      'person',
    )
    .map((id): InboundContent => ({ kind: 'choice', id, title: 'Tapped' })),
  fc
    .constantFrom('flow:1', 'flow:2', 'window-closing')
    .map((name): InboundContent => ({ kind: 'timer', name })),
);

const verdicts = fc.constantFrom(
  accepts('visit'),
  accepts('order-status'),
  accepts('questions'),
  judges('clarify'),
  judges('refuse'),
  judges('chit-chat'),
  judges('closing'),
);
const toolResults = fc.oneof(
  fc.constantFrom<CallResult>(
    { kind: 'tool-answered', output: { kind: 'booked', reference: 'V-9' } },
    { kind: 'tool-failed', why: 'down' },
    { kind: 'in-doubt', why: 'crash' },
  ),
  fc.jsonValue().map((value): CallResult => ({ kind: 'tool-answered', output: z.json().parse(value) })),
);

const turns = fc.array(
  fc.record({
    said: fc.array(contents, { minLength: 1, maxLength: 2 }),
    verdict: verdicts,
    tool: toolResults,
  }),
  {
    minLength: 1,
    maxLength: 8,
  },
);

function play(
  script: readonly { said: InboundContent[]; verdict: CallResult; tool: CallResult }[],
): readonly Ran[] {
  let conversation = newConversation;
  return script.map(({ said, verdict, tool }, index) => {
    const answer = (call: Call): CallResult => {
      if (call.kind === 'judge-scope') return verdict;
      if (call.kind === 'call-tool') return tool;
      return { kind: 'retrieved', passages: [{ passageId: 'p', title: '', body: 'Yes.', score: 0.9 }] };
    };
    const ran = runTurn(said, answer, { conversation, at: monday10 + index * 60_000, business: visitShop });
    conversation = ConversationState.parse(JSON.parse(JSON.stringify(ran.conversation)));
    return ran;
  });
}

test('a conversation in and out of a flow never breaks, and every draft of it can be sent', () => {
  fc.assert(
    fc.property(turns, (script) => {
      for (const { close } of play(script))
        for (const draft of close.drafts) expect(Draft.safeParse(draft).error).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

/** A yes in words, or a tap on the first button of a question. */
function agrees(content: InboundContent): boolean {
  if (content.kind === 'text') return saysYesOrNo(content.body, 'en');
  return content.kind === 'choice' && /^flow:\d+:0$/.test(content.id);
}

test('a booking is made only in a turn in which the customer agrees, and once in it', () => {
  fc.assert(
    fc.property(turns, (script) => {
      for (const [index, { calls }] of play(script).entries()) {
        const booked = calls.filter((call) => call.kind === 'call-tool' && call.tool === 'book-visit');
        const agreed = script[index]?.said.some(agrees) === true;
        expect(booked.length).toBeLessThanOrEqual(agreed ? 1 : 0);
      }
    }),
    { numRuns: 300 },
  );
});
