import { expect, test } from 'vitest';
import { booking, flowFrom } from '../testing/flows.ts';
import type { FlowSurroundings } from './flow-finding.ts';
import { BusinessTemplate } from '../../template/business-template.ts';
import { validateFlow } from './validate-flow.ts';

const around: FlowSurroundings = {
  languages: ['en', 'es'],
  tools: [
    { name: 'free-times', effect: false, inputs: ['day', 'people'], outcomes: ['times'] },
    {
      name: 'book-table',
      effect: true,
      inputs: ['day', 'time', 'people', 'name', 'contactPhone'],
      outcomes: ['booked', 'taken'],
    },
  ],
  templates: [
    BusinessTemplate.parse({
      name: 'table_reminder',
      category: 'utility',
      languages: { en: { body: 'Your table is booked for {{1}}. Write here to change it.' } },
      examples: { '1': 'Friday' },
    }),
  ],
  slotTypes: ['date'],
  flows: [],
  tasks: ['book-table'],
  hasKnowledge: true,
};

function findings(yaml: string, surroundings = around): readonly string[] {
  return validateFlow(flowFrom(yaml), surroundings).map(({ code, node }) => `${code} ${node}`);
}

test('a sound flow has no findings', () => {
  expect(findings(booking)).toEqual([]);
});

const replaced = (from: string, to: string): string => {
  expect(booking).toContain(from);
  return booking.replace(from, to);
};

test.each([
  ['a node no way leads to', 'silent: still-there', 'silent: end', ['unreachable-node still-there']],
  ['a circle without a jump', 'exceeded: person } }', 'exceeded: ask-name } }', ['loop-without-bound again']],
  [
    'a missing translation',
    'en: "Which day?", es: "¿Qué día?"',
    'en: "Which day?"',
    ['missing-translation ask-day'],
  ],
  [
    'words without a language',
    '{ en: "Which day?", es: "¿Qué día?" }',
    'Which day?',
    ['missing-translation ask-day'],
  ],
  ['a language of nobody', 'en: "Which day?"', 'en: "Which day?", de: "Wann?"', ['unknown-language ask-day']],
  ['a variable nothing sets', 'at {{time}}', 'at {{tiem}}', ['unset-variable confirm']],
  [
    'a variable set on some ways only',
    '{{item.at}}", value',
    '{{item.at}} {{name}}", value',
    ['maybe-unset-variable ask-time'],
  ],
  [
    'a name that is taken',
    'save: day',
    'save: today',
    ['unset-variable find-times', 'reserved-variable ask-day'],
  ],
  [
    'a button nobody can read',
    'en: "Yes, book it"',
    'en: "Yes, please book this table"',
    ['title-too-long confirm'],
  ],
  ['two buttons alike', 'en: "No", es', 'en: "Yes, book it", es', ['same-title confirm']],
  ['a tool that is not there', 'tool: free-times', 'tool: free-time', ['unknown-tool find-times']],
  [
    'an answer without an edge',
    'taken: taken, ',
    '',
    ['missing-edge book', 'unreachable-node taken', 'unreachable-node again'],
  ],
  [
    'an answer that never comes',
    'times: ask-time',
    'times: ask-time, none: person',
    ['unknown-outcome find-times'],
  ],
  ['a change that says it is none', 'effect: true', 'effect: false', ['tool-effect book']],
  ['an option without an edge', 'to: { yes: book, no: end,', 'to: { yes: book,', ['missing-edge confirm']],
  ['a task that is not there', 'task: book-table }', 'task: book }', ['unknown-task start']],
  [
    'a pattern that is none',
    '{ kind: text, most: 60 }',
    '{ kind: pattern, pattern: "(a" }',
    ['wrong-pattern ask-name'],
  ],
  ['a change nobody agreed to', 'to: { filled: confirm,', 'to: { filled: book,', ['unconfirmed-effect book']],
])('%s is found', (_what, from, to, expected) => {
  expect(findings(replaced(from, to)).toSorted()).toEqual(expect.arrayContaining(expected.toSorted()));
});

test('what the business does not have is found', () => {
  expect(findings(booking, { ...around, slotTypes: [] })).toEqual(['unknown-slot-type ask-day']);
  expect(findings(booking, { ...around, languages: ['en', 'fr'] })).toEqual(['missing-language start']);
});

const small = (nodes: string) => `
id: small
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: book-table }], to: { then: first } }
${nodes}
  - { id: person, kind: hand-off, why: cannot go on }
`;

test('fields that a declared tool does not give, and ways of writing a value that there are not, are found', () => {
  const yaml = small(`
  - id: first
    kind: tool
    tool: look-up
    effect: false
    save: repair
    to: { found: say, failed: person }
  - id: say
    kind: message
    say: { kind: text, text: "{{repair.bike}} {{repair.kind}} {{repair.works.0.nmae}} {{repair.works|each: <name>}} {{repair.stat|dat}}" }
    to: { then: person }`);
  const text = { type: 'text', at: '/x', required: true, maxLength: 9 } as const;
  const works = {
    type: 'list',
    at: '/w',
    required: true,
    most: 9,
    each: { type: 'group', at: '', required: true, fields: { name: text } },
  } as const;
  const outputs = { bike: text, state: text, works };
  const lookUp = { name: 'look-up', effect: false, inputs: [], outcomes: ['found'], outputs };
  const found = validateFlow(flowFrom(yaml), { ...around, tools: [lookUp] });
  expect(found.map(({ severity, message, fix }) => `${severity}: ${message}; ${fix}`)).toEqual([
    expect.stringContaining('the flow has no texts in "es"'),
    'warning: "repair.works.0.nmae" is read, but "look-up" gives no "nmae"; did you mean "name"?',
    'warning: "repair.stat" is read, but "look-up" gives no "stat"; did you mean "state"?',
    'warning: "|dat" is no way to write a value, so it is shown as it is; did you mean "date"?',
  ]);
});

test('a flow that only runs inside others needs no trigger', () => {
  expect(findings(replaced('triggers: [{ kind: task, task: book-table }], ', ''))).toEqual([]);
});

test('a way that never ends is found', () => {
  const yaml = small(`
  - { id: first, kind: split, ways: [{ id: a, share: 1 }, { id: b, share: 1 }], to: { a: round, b: person } }
  - { id: round, kind: message, say: { kind: text, text: Hello }, to: { then: again } }
  - { id: again, kind: jump, most: 3, to: { then: round, exceeded: round } }`);
  expect(findings(yaml)).toEqual(
    expect.arrayContaining([
      'dead-end round',
      'dead-end again',
      'no-way-to-person again',
      'loop-without-bound again',
    ]),
  );
});

test('a template that is not there, or is given other values, or lacks the language, is found', () => {
  const send = (name: string, values: string, languages = 'en') =>
    findings(
      small(
        `  - { id: first, kind: message, say: { kind: template, name: ${name}, values: [${values}] }, to: { then: person } }`,
      ).replace('languages: [en]', `languages: [${languages}]`),
    );
  expect(send('table_reminder', '"{{contact.id}}"')).toEqual(['missing-language start']);
  expect(send('table_reminder', '')).toContain('template-value first');
  expect(send('table_reminder', '"{{contact.id}}", "{{contact.id}}"')).toContain('template-value first');
  expect(send('table_remainder', 'a')).toContain('unknown-template first');
  expect(send('table_reminder', '"{{contact.id}}"', 'en, es')).toContain('template-language first');
});

const reminder = '{ kind: template, name: table_reminder, values: ["{{contact.id}}"] }';

test('what would be said after a day of silence is found, unless it is a template', () => {
  const after = (minutes: number, say: string) =>
    findings(
      small(`
  - { id: first, kind: wait, minutes: ${minutes}, to: { replied: hello, timed-out: nudge } }
  - { id: nudge, kind: message, say: ${say}, to: { then: second } }
  - { id: second, kind: wait, minutes: 60, to: { replied: hello, timed-out: person } }
  - { id: hello, kind: message, say: { kind: text, text: Hello }, to: { then: person } }`),
    );
  const text = '{ kind: text, text: Still there? }';
  expect(after(1440, text)).toContain('window-closed nudge');
  expect(after(1440, reminder)).toEqual(['missing-language start']);
  expect(after(1380, text)).toEqual(['missing-language start']);
});

test('silences add up until the customer says something', () => {
  const yaml = small(`
  - { id: first, kind: ask, text: Which day?, slot: { kind: text }, save: a, silence: { minutes: 800 }, to: { filled: second, failed: person, silent: second } }
  - { id: second, kind: ask, text: Which time?, slot: { kind: text }, save: b, silence: { minutes: 800 }, to: { filled: person, failed: person, silent: bye } }
  - { id: bye, kind: resolve, text: Goodbye. }`);
  expect(findings(yaml)).toContain('window-closed bye');
  expect(findings(yaml.replaceAll('800', '700'))).not.toContain('window-closed bye');
});

test('a flow with a schedule begins with templates', () => {
  const scheduled = (say: string) =>
    findings(
      small(`  - { id: first, kind: message, say: ${say}, to: { then: person } }`).replace(
        '{ kind: task, task: book-table }',
        '{ kind: schedule, days: [monday], at: "09:00" }',
      ),
    );
  expect(scheduled('{ kind: text, text: Good morning }')).toContain('window-closed first');
  expect(scheduled(reminder)).toEqual(['missing-language start']);
});

test('consent that nobody gave is found, but not one that the business was told of', () => {
  const consent = '{ id: note, kind: consent, purpose: marketing, given: true, to: { then: person } }';
  const asked = (to: string) =>
    findings(
      small(`
  - { id: first, kind: choice, text: May we write?, options: [{ id: "yes", title: "Yes" }, { id: "no", title: "No" }], to: ${to} }
  - ${consent}`),
    );
  expect(asked('{ yes: note, no: person, failed: person }')).toEqual(['missing-language start']);
  expect(asked('{ yes: note, no: note, failed: person }')).toContain('unasked-consent note');
  const told = small(`  - ${consent.replace('id: note', 'id: first')}`);
  expect(findings(told)).toContain('unasked-consent first');
  expect(
    findings(told.replace('{ kind: task, task: book-table }', '{ kind: event, event: opted-in }')),
  ).toEqual(['missing-language start']);
});

test('every finding says what to do', () => {
  for (const { fix, message } of validateFlow(flowFrom(booking), { ...around, tools: [], tasks: [] })) {
    expect(message).not.toBe('');
    expect(fix).not.toBe('');
  }
});

test('links and files lead to https, on a host that the business allows', () => {
  const found = (say: string, linkHosts: readonly string[] = ['shop.example']) =>
    validateFlow(flowFrom(small(`  - { id: first, kind: message, say: ${say}, to: { then: person } }`)), {
      ...around,
      linkHosts,
    })
      .filter(({ code }) => code === 'unknown-host')
      .map(({ severity, message }) => `${severity}: ${message}`);
  const link = (url: string) => `{ kind: cta, text: Here it is, title: Open, url: "${url}" }`;
  const file = (url: string) => `{ kind: media, medium: document, url: "${url}" }`;
  for (const say of [link, file]) {
    expect(found(say('https://shop.example/menu.pdf'))).toEqual([]);
    expect(found(say('https://img.shop.example/{{contact.id}}'))).toEqual([]);
    expect(found(say('https://shop.example.evil.example/a'))).toEqual([
      'blocking: it leads to "shop.example.evil.example", which is none of the business\'s hosts',
    ]);
    expect(found(say('http://shop.example/a')).join()).toContain('no https address');
    expect(found(say('{{contact.link}}'))).toEqual([]);
    expect(found(say('https://{{contact.host}}/a'), []).join()).toContain(
      'warning: its host comes out of a variable',
    );
  }
});

test('a form whose answers nobody waits for is found', () => {
  const form = (behind: string): string => `id: tour
version: 1
languages: [en, es]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: book-table }], to: { then: form } }
  - id: form
    kind: message
    say: { kind: form, text: { en: Fill, es: Rellena }, open: { en: Open, es: Abrir }, form: "1", screen: A }
    to: { then: next }
${behind}
  - { id: person, kind: hand-off, why: everything }
`;
  expect(findings(form('  - { id: next, kind: end }'))).toContain('form-unheard form');
  const wait = (save: string): string =>
    `  - { id: next, kind: wait, minutes: 60${save}, to: { replied: person, timed-out: person } }`;
  expect(findings(form(wait('')))).toEqual(['form-unheard form']);
  expect(findings(form(wait(', save: details')))).toEqual([]);
});
