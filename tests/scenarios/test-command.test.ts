import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readScenarioFile } from '@ambit/cli/scenario/scenario-file';
import { cleanUp, repository, run, temporaryFolder } from '../processes/real-process.ts';

afterAll(() => cleanUp());

const Report = z.object({
  passed: z.number(),
  failed: z.number(),
  scenarios: z.array(z.object({ name: z.string(), kind: z.string(), wrong: z.array(z.string()).optional() })),
});

async function ambitTest(...args: readonly string[]): Promise<{ code: number | string; said: string }> {
  const main = join(repository, 'packages/cli/src/main.ts');
  const program = run(process.execPath, ['--conditions=ambit-source', main, 'test', ...args], {});
  return { code: await program.ended, said: program.output() };
}

const tool = `
kind: http
name: look-up-order
effects: none
method: GET
url: https://erp.example/orders/{orderNumber}
auth: { kind: bearer, token: 'secret:erp-token' }
parameters:
  orderNumber: { type: string, in: path, maxLength: 30 }
belongsTo: { phone: /buyer }
timeoutMs: 1500
answers:
  - kind: order
    outputs:
      order:
        type: group
        at: ''
        fields:
          orderNumber: { type: text, at: /no }
          status: { type: choice, at: /state, values: { OUT: shipped } }
          items: { type: list, at: /lines, each: { type: group, at: '', fields: { sku: { type: text, at: /sku }, name: { type: text, at: /name }, quantity: { type: integer, at: /n } } } }
  - status: 404
    kind: not-shown
`;

test('a business is played with a stand-in for its own systems, which fails when it is told to', async () => {
  const folder = join(temporaryFolder(), 'shop');
  cpSync('businesses/shop', folder, { recursive: true });
  mkdirSync(join(folder, 'tools'), { recursive: true });
  writeFileSync(join(folder, 'tools', 'look-up-order.yaml'), tool);
  mkdirSync(join(folder, 'scenarios'), { recursive: true });
  writeFileSync(
    join(folder, 'scenarios', 'orders.yaml'),
    `
backEnd:
  - request: GET /orders/{number}
    json: { no: B-7042, state: OUT, buyer: "15552002001", lines: [{ sku: k, name: Blue kettle, n: 1 }] }
scenarios:
  - name: well
    phone: "15552002001"
    steps:
      - backEnd: well
      - { in: where is my order B-7042?, outcome: answered, out: { contains: [Blue kettle] }, price: { amount: 0 } }
      - { by: eve, in: where is my order B-7042?, outcome: clarified, out: { absent: [kettle] } }
  - name: failing
    phone: "15552002002"
    steps:
      - backEnd: failing
      - { in: where is my order B-7042?, outcome: handed-off, out: { absent: [kettle] } }
      - { desk: take }
      - { desk: reply, text: It left this morning. }
      - { in: thanks, outcome: with-person }
  - name: expects too much
    steps:
      - { in: write me a poem, outcome: answered }
`,
  );
  const { code, said } = await ambitTest(folder, '--json');
  const report = Report.parse(JSON.parse(said.slice(said.indexOf('{'))));
  expect(report.scenarios.map(({ name, kind }) => `${name}: ${kind}`).toSorted()).toEqual([
    'expects too much: failed',
    'failing: passed',
    'well: passed',
  ]);
  expect(report.scenarios.find(({ kind }) => kind === 'failed')?.wrong).toEqual([
    'outcome is "refused", not "answered"',
  ]);
  expect(code).toBe(1);
});

const formFlow = `id: join-tour
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: join-tour }], to: { then: form } }
  - id: form
    kind: message
    say: { kind: form, text: Please fill this in., open: Your details, form: "987654321", screen: DETAILS }
    to: { then: filled }
  - { id: filled, kind: wait, minutes: 600, save: details, to: { replied: done, timed-out: end } }
  - { id: done, kind: resolve, text: "{{details.name}}, {{details.places|number}} places: noted." }
  - { id: person, kind: hand-off, why: nobody }
  - { id: end, kind: end }
`;

test('a form is sent and filled in, though only Meta has the real one', async () => {
  const folder = join(temporaryFolder(), 'shop');
  cpSync('businesses/shop', folder, { recursive: true });
  for (const each of ['flows', 'scenarios']) mkdirSync(join(folder, each), { recursive: true });
  writeFileSync(join(folder, 'flows', 'join-tour.yaml'), formFlow);
  writeFileSync(
    join(folder, 'tasks', 'join-tour.yaml'),
    `id: join-tour
does: flow
title: places on our tours
button: Join a tour
examples:
  en: [I want to join the harbour tour, book me on the tour, a place on the tour please, sign up for the tour]
`,
  );
  writeFileSync(
    join(folder, 'scenarios', 'tour.yaml'),
    `scenarios:
  - name: a form
    steps:
      - { in: I want to join the harbour tour, outcome: answered, out: { contains: [Please fill this in] } }
      - { act: { kind: flow-reply, response: { name: Ana, places: 3 }, flowToken: "join-tour:form" }, outcome: answered, task: join-tour, out: { contains: ["Ana, 3 places"] } }
`,
  );
  const { code, said } = await ambitTest(folder);
  expect(said).toContain('1 passed');
  expect(code).toBe(0);
});

test('a file with mistakes is refused by line and field, and nothing is started', async () => {
  const file = join(temporaryFolder(), 'wrong.yaml');
  writeFileSync(file, 'scenarios:\n  - name: one\n    steps:\n      - { in: hi, outcom: answered }\n');
  const { code, said } = await ambitTest(file);
  expect(code).toBe(2);
  expect(said).toContain(`${file}:4 scenarios[0].steps[0].outcome:`);
  expect(said).not.toContain('Starting');
});

test('a file whose business is nowhere is refused before anything is started', async () => {
  const file = join(temporaryFolder(), 'lost.yaml');
  writeFileSync(
    file,
    'business: ../nowhere\nscenarios:\n  - name: one\n    steps:\n      - { in: hi, outcome: answered }\n',
  );
  const { code, said } = await ambitTest(file);
  expect(code).toBe(2);
  expect(said).toContain('there is no business in');
});

test('a business without scenarios is told where to write them', async () => {
  const { code, said } = await ambitTest(temporaryFolder());
  expect(code).toBe(1);
  expect(said).toContain('scenarios/orders.yaml');
});

test('the example of the guide can be read', () => {
  const guide = readFileSync('docs/guide/scenarios.md', 'utf8');
  const example = /```yaml scenarios\/orders\.yaml\n(?<text>[^]*?)```/.exec(guide)?.groups?.['text'] ?? '';
  const read = readScenarioFile('orders.yaml', example);
  expect(read.problems).toEqual([]);
  expect(read.value?.scenarios).toHaveLength(4);
});
