/**
 * What one turn of a flow costs in core: the tool's result is in hand, and five nodes follow (tool,
 * set, condition, message, ask), from the stored state to what is stored and said.
 * Run: `npm run -s bench:turn -- [--json] [--turns N]`.
 *
 * The floor, measured in the same run, is what no engine can leave out: parsing the stored state and
 * writing it again. Figures, in microseconds of CPU: `p50`, `p95`, `floorP95`, and `ratio` of the two
 * p95; `advanceP95`: without the state's way from and to JSON.
 */
import { linkFlow } from '@ambit/core/flow/link-flow';
import { parseFlow } from '@ambit/core/flow/parse-flow';
import { prepareFlow } from '@ambit/core/flow/ready-flow';
import { newFlowState, step } from '@ambit/core/flow/step';
import { FlowState } from '@ambit/core/flow/flow-state';
import { printReport, quantile, readArguments, rounded } from './support/bench-report.ts';

const flowFile = `
id: order-status
version: 1
languages: [en, es]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: order-status }], to: { then: look-up } }
  - id: look-up
    kind: tool
    tool: look-up-order
    input: { orderNumber: "{{said}}", contactPhone: "{{contact.phone}}" }
    effect: false
    result: { order.status: text }
    save: found
    to: { order: note, not-shown: person, failed: person }
  - { id: note, kind: set, values: { number: "{{found.order.orderNumber}}" }, to: { then: on-its-way } }
  - id: on-its-way
    kind: condition
    if:
      match: any
      groups:
        - tests: [{ kind: text, variable: found.order.status, is: one-of, value: [shipped, packed] }]
        - tests:
            - { kind: date, variable: found.order.expectedDelivery, is: on-or-after, value: today }
            - { kind: pattern, variable: number, pattern: "[A-Z]-\\\\d{4}" }
    to: { yes: tell, no: person }
  - id: tell
    kind: message
    say:
      kind: text
      text:
        en: "Order {{number}} is on its way.\\nExpected: {{found.order.expectedDelivery|date}}.\\nIn it: {{found.order.items|each: <quantity> × <name>}}.\\nFollow it: {{found.order.trackingUrl}}"
        es: "El pedido {{number}} está en camino."
    to: { then: more }
  - id: more
    kind: choice
    text: { en: Does that help?, es: ¿Le sirve? }
    options:
      - { id: "yes", title: { en: Yes, es: Sí } }
      - { id: "no", title: { en: No, es: No } }
    to: { yes: end, no: person, failed: person }
  - { id: person, kind: hand-off, why: the order could not be shown }
  - { id: end, kind: end }
`;

const { json, numbers } = readArguments({ turns: 20_000 });
const parsed = parseFlow('bench.yaml', flowFile);
if (parsed.kind === 'problems') throw new Error(JSON.stringify(parsed.problems));
const linked = linkFlow(parsed.flow, []);
if (linked.kind === 'problems') throw new Error(JSON.stringify(linked.problems));
const ready = prepareFlow(linked.flow, {
  businessName: 'Fern & Oak',
  timeZone: 'Europe/Dublin',
  country: 'IE',
  currency: 'EUR',
  slotTypes: new Map(),
});

const at = Date.UTC(2026, 10, 23, 10, 0);
const contact = { id: 'c1', phone: '353861234567' };
const begun = step(ready, newFlowState(ready), {
  kind: 'started',
  said: 'A-1042',
  language: 'en',
  at,
  contact,
});
const stored = JSON.stringify(begun.state);
const result = {
  kind: 'tool-answered' as const,
  output: {
    kind: 'order',
    order: {
      orderNumber: 'A-1042',
      status: 'processing',
      expectedDelivery: '2026-11-25',
      trackingUrl: 'https://track.example/1',
      items: [
        { name: 'Monstera', quantity: 1 },
        { name: 'Clay pot', quantity: 2 },
      ],
    },
  },
};
const afterwards = JSON.stringify(take(begun.state).state);

function take(state: FlowState) {
  return step(ready, state, { kind: 'settled', key: 'k1', result, at, contact });
}

/** Runs a piece of work many times; the CPU time of each, in microseconds, by the fine clock of a busy thread. */
function time(work: () => string): readonly number[] {
  const micros: number[] = [];
  for (let count = 0; count < numbers.turns; count += 1) {
    const from = process.hrtime.bigint();
    if (work() === '') throw new Error('The turn made nothing');
    micros.push(Number(process.hrtime.bigint() - from) / 1_000);
  }
  return micros.slice(Math.floor(numbers.turns / 10));
}

const turn = time(() => JSON.stringify(take(FlowState.parse(JSON.parse(stored)))));
const advance = time(() => take(begun.state).next.kind);
const floor = time(() => {
  const read: unknown = JSON.parse(stored);
  return `${JSON.stringify(read)}${JSON.stringify(JSON.parse(afterwards))}`;
});
const p95 = quantile(turn, 0.95);
const floorP95 = quantile(floor, 0.95);
printReport(
  {
    bench: 'turn',
    figures: {
      p50: rounded(quantile(turn, 0.5)),
      p95: rounded(p95),
      advanceP95: rounded(quantile(advance, 0.95)),
      floorP95: rounded(floorP95),
      ratio: rounded(p95 / floorP95),
    },
    targets: [{ figure: 'p95', wanted: '≤ 200', met: p95 <= 200 }],
    notes: [
      `${numbers.turns} turns of one flow, the first tenth left out; microseconds of one busy thread.`,
      'Wall time of synchronous work: what other processes take of the core counts against it.',
    ],
  },
  json,
);
