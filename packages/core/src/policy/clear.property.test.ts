import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Owner } from '../conversation/owner.ts';
import type { Draft } from '../message/draft.ts';
import { hourMs, minuteMs } from '../schedule/instant.ts';
import { clear } from './clear.ts';
import type { ClearanceContext } from './clearance-context.ts';
import { answer, noon, notice, wellContext } from './clearing.fixture.ts';
import { currentPack } from './pack.ts';

const names = fc.constantFrom('ada', 'bob');
const reason: fc.Arbitrary<Draft['reason']> = fc.oneof(
  fc.record({ kind: fc.constant('answer' as const), task: fc.string(), grounds: fc.array(fc.string()) }),
  fc.record({ kind: fc.constant('question' as const), task: fc.string() }),
  fc.constantFrom(
    { kind: 'clarify' as const },
    { kind: 'refusal' as const },
    { kind: 'chit-chat' as const },
    { kind: 'handoff' as const },
  ),
  fc.record({ kind: fc.constant('person' as const), person: names }),
);
const body = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constant('I can only help with orders; ask for a person.'),
);
const content: fc.Arbitrary<Draft['content']> = fc.oneof(
  body.map((said): Draft['content'] => ({ kind: 'text', body: said })),
  body.map((said): Draft['content'] => ({ kind: 'buttons', body: said, buttons: [{ id: 'a', title: 'A' }] })),
  fc.constant<Draft['content']>({ kind: 'template', name: 'reminder', language: 'en', values: [] }),
);
const version = fc.integer({ min: 3, max: 4 });
const draft: fc.Arbitrary<Draft> = fc.record({
  author: fc.constantFrom('agent', 'person', 'system'),
  reason,
  content,
  disclosure: fc.constantFrom(notice, undefined),
  ownerVersion: version,
  priority: fc.constantFrom('reply', 'notice', 'campaign'),
});
const owner: fc.Arbitrary<Owner> = fc.oneof(
  fc.constantFrom<Owner>({ kind: 'agent' }, { kind: 'nobody' }, { kind: 'people' }),
  fc.record({ kind: fc.constant('people' as const), person: names }),
);
const context: fc.Arbitrary<ClearanceContext> = fc
  .record({
    owner,
    ownerVersion: version,
    windowClosesAt: fc.option(fc.integer({ min: noon - hourMs, max: noon + hourMs }), { nil: undefined }),
    agentLastSpokeAt: fc.option(fc.integer({ min: noon - 30 * hourMs, max: noon }), { nil: undefined }),
  })
  .map((generated) => ({ ...wellContext, ...generated }));

test('no draft of a program is cleared while people own the conversation, but the hand-off itself', () => {
  let cleared = 0;
  fc.assert(
    fc.property(draft, context, (written, known) => {
      if (written.author === 'person' || known.owner.kind !== 'people') return;
      if (clear(written, known, currentPack, noon).kind === 'refused') return;
      cleared += 1;
      expect(written.reason.kind).toBe('handoff');
      expect(written.ownerVersion).toBe(known.ownerVersion);
    }),
    { numRuns: 3_000 },
  );
  expect(cleared).toBeGreaterThan(0);
});

test('nothing free-form is cleared in the last minute of the window, after it, or without one', () => {
  let cleared = 0;
  fc.assert(
    fc.property(draft, context, (written, known) => {
      if (written.content.kind === 'template') return;
      if (clear(written, known, currentPack, noon).kind === 'refused') return;
      cleared += 1;
      expect(known.windowClosesAt ?? -Infinity).toBeGreaterThan(noon + minuteMs);
    }),
    { numRuns: 3_000 },
  );
  expect(cleared).toBeGreaterThan(0);
});

test('nothing is cleared under another owner version than it was written under', () => {
  fc.assert(
    fc.property(draft, context, (written, known) => {
      const result = clear(written, known, currentPack, noon);
      expect(result.kind === 'cleared' && written.ownerVersion !== known.ownerVersion).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});

test('the minute before the window closes is the exact edge', () => {
  const at = (left: number) =>
    clear(answer, { ...wellContext, windowClosesAt: noon + left }, currentPack, noon).clearance.refusal?.rule;
  expect(at(minuteMs + 1)).toBeUndefined();
  expect(at(minuteMs)).toBe('WA-WIN-001');
});
