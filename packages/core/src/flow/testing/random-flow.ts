import fc from 'fast-check';
import { z } from 'zod';
import type { CallResult } from '../../conversation/call.ts';
import { Flow } from '../flow.ts';
import type { FlowNode } from '../flow-node.ts';

type Make = (next: string, other: string) => FlowNode;

/**
 * Random flows that are valid by construction: node i leads only to later nodes or to the person at
 * the end, except for jumps, which go back to the start of the flow a few times.
 */
export const randomFlow: fc.Arbitrary<Flow> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 3 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((specs) => {
    const name = (place: number): string => (place >= specs.length ? 'person' : `n${place}`);
    const nodes = specs.map(([kind, skip, other, most], place) =>
      makers[kind % makers.length]?.(`n${place}`, most)(name(place + 1 + skip), name(place + 1 + other)),
    );
    return Flow.parse({
      id: 'random',
      version: 1,
      languages: ['en', 'es'],
      nodes: [
        { id: 'start', kind: 'start', triggers: [{ kind: 'task', task: 't' }], to: { then: 'n0' } },
        ...nodes,
        { id: 'person', kind: 'hand-off', why: 'the end of a random flow' },
      ],
    });
  });

const both = (text: string) => ({ en: text, es: text });

const makers: readonly ((id: string, most: number) => Make)[] = [
  (id) => (next) => ({
    id,
    kind: 'message',
    say: { kind: 'text', text: both(`at ${id} {{v}}\nalways`) },
    to: { then: next },
  }),
  (id, most) => (next, other) => ({
    id,
    kind: 'ask',
    text: both('How many?'),
    slot: { kind: 'number', least: 0, most: 9 },
    save: 'v',
    retries: most,
    to: { filled: next, failed: other },
  }),
  (id) => (next, other) => ({
    id,
    kind: 'ask',
    text: both('Which day?'),
    slot: { kind: 'date' },
    save: 'day',
    retries: 1,
    skip: both('Any day'),
    silence: { minutes: 5 },
    to: { filled: next, failed: other, skipped: next, silent: other },
  }),
  (id) => (next, other) => ({
    id,
    kind: 'ask',
    text: both('Which of them?'),
    slot: { kind: 'pick', from: 'found.list', title: '{{item.name}}', value: '{{item.name}}' },
    save: 'picked',
    retries: 0,
    to: { filled: next, failed: other },
  }),
  (id, most) => (next, other) => ({
    id,
    kind: 'pick',
    from: 'found.list',
    text: both('Which one?'),
    title: '{{item.name}}',
    description: '{{item.name}} {{v}}',
    says: ['{{item.code}}'],
    show: most,
    save: 'entry',
    none: both('None of these'),
    more: both('More'),
    refine: { save: 'wish', says: ['wireless'] },
    retries: 1,
    silence: { minutes: 5 },
    to: {
      picked: next,
      failed: other,
      empty: other,
      none: other,
      refined: next,
      silent: other,
      ...(most === 2 ? { more: next } : {}),
    },
  }),
  (id) => (next, other) => ({
    id,
    kind: 'choice',
    text: both('Shall I?'),
    options: [
      { id: 'yes', title: both('Yes'), says: [] },
      { id: 'no', title: both('No'), says: ['nah'] },
    ],
    retries: 1,
    to: { yes: next, no: other, failed: 'person' },
  }),
  (id) => (next, other) => ({
    id,
    kind: 'condition',
    if: {
      match: 'any',
      groups: [
        {
          match: 'all',
          tests: [
            { kind: 'number', variable: 'v', is: 'over', value: 3 },
            { kind: 'date', variable: 'day', is: 'on-or-after', value: 'today' },
          ],
        },
        { match: 'any', tests: [{ kind: 'pattern', variable: 'picked', pattern: '[a-z]+' }] },
      ],
    },
    to: { yes: next, no: other },
  }),
  (id) => (next) => ({
    id,
    kind: 'set',
    values: { w: '{{found}}', v: 2 },
    add: { v: 1 },
    to: { then: next },
  }),
  (id, most) => (next, other) => ({
    id,
    kind: 'tool',
    tool: 'search',
    input: { v: '{{v}}', phone: '{{contact.phone}}' },
    effect: most === 3,
    result: { list: 'list' },
    save: 'found',
    to: { answered: next, failed: other },
  }),
  (id) => (next, other) => ({
    id,
    kind: 'knowledge',
    question: '{{said}}',
    to: { answered: next, unknown: other, failed: 'person' },
  }),
  (id) => (next) => ({
    id,
    kind: 'model',
    instructions: 'Say it in a friendly way.',
    sees: ['v', 'found'],
    otherwise: both('Here it is.'),
    failing: 'otherwise',
    to: { then: next },
  }),
  (id) => (next, other) => ({ id, kind: 'detect-language', save: 'tongue', to: { spoken: next, other } }),
  (id, most) => (next, other) => ({
    id,
    kind: 'wait',
    minutes: most,
    save: 'reply',
    to: { replied: next, 'timed-out': other },
  }),
  (id, most) => (next) => ({ id, kind: 'jump', most, to: { then: 'n0', exceeded: next } }),
  (id, most) => (next, other) => ({
    id,
    kind: 'split',
    ways: [
      { id: 'a', share: most },
      { id: 'b', share: 1 },
    ],
    to: { a: next, b: other },
  }),
];

/** What a customer, the clock or a stranger may do to a flow. */
export const randomEvents = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('said' as const),
      text: fc.oneof(
        fc.constantFrom(
          '5',
          'friday',
          'no, monday',
          'yes',
          'no',
          'skip',
          'start over',
          'never mind',
          'kal',
          'a',
          'b',
          '٧',
          '',
          'actually 4',
          'what are your hours?',
          '不,friday',
          '{{contact.phone}}',
          '__proto__',
          'constructor',
        ),
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.constantFrom('the second one', 'cheaper', 'more'),
      ),
      placed: fc.boolean(),
      language: fc.constantFrom('en', 'es-MX', 'fr', 'hi-Latn'),
    }),
    fc.record({
      kind: fc.constant('tapped' as const),
      id: fc.oneof(
        fc
          .tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom('0', '1', '9', 'skip'))
          .map((parts) => `flow:${parts.join(':')}`),
        fc.string(),
      ),
    }),
    fc.record({
      kind: fc.constant('timer' as const),
      name: fc.integer({ min: 0, max: 6 }).map((number) => `flow:${number}`),
    }),
    fc.record({
      kind: fc.constant('form-answered' as const),
      token: fc.constantFrom('random:n0', 'other:n0'),
      answers: fc.constant({ size: 'M' }),
    }),
    fc.record({
      kind: fc.constant('started' as const),
      said: fc.constantFrom('', 'for 5 on friday'),
      language: fc.constant('es'),
    }),
  ),
  { maxLength: 15 },
);

/** What may come of a flow's calls, junk included. */
export const randomResults = fc.array(
  fc.oneof(
    fc.constantFrom<CallResult | { readonly kind: 'phrased'; readonly text: string }>(
      { kind: 'tool-answered', output: { list: [{ name: 'a' }, { name: 'b' }, { name: '' }] } },
      { kind: 'tool-answered', output: { list: [] } },
      { kind: 'tool-answered', output: { kind: 'failed', list: [] } },
      { kind: 'tool-answered', output: null },
      { kind: 'tool-failed', why: 'down' },
      { kind: 'in-doubt', why: 'crash' },
      { kind: 'retrieved', passages: [{ passageId: 'p', title: 'T', body: 'Nine to five.', score: 0.9 }] },
      { kind: 'retrieved', passages: [] },
      { kind: 'phrased', text: 'As you like.' },
      { kind: 'phrased', text: ' ' },
    ),
    fc.jsonValue().map((value): CallResult => ({ kind: 'tool-answered', output: z.json().parse(value) })),
  ),
  { minLength: 1, maxLength: 10 },
);
