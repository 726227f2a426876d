import type { SlotType } from '../../slot/slot-type.ts';
import { slotTypes } from '../../slot/slot-types.ts';
import { linkFlow } from '../link-flow.ts';
import { parseFlow } from '../parse-flow.ts';
import { prepareFlow, type FlowSetting, type ReadyFlow } from '../ready-flow.ts';
import type { Flow } from '../flow.ts';
import { describeProblem } from '../../business/describe-problem.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Days of one week in November 2026 by their English names, enough to try dates with. */
const weekday: SlotType = {
  name: 'date',
  findsInside: true,
  read(text) {
    const words = text.toLowerCase().split(/[^a-z]+/);
    if (words.includes('kal'))
      return {
        kind: 'ambiguous',
        choices: [
          { value: '2026-11-22', title: 'Yesterday' },
          { value: '2026-11-24', title: 'Tomorrow' },
        ],
      };
    const place = weekdays.findIndex((day) => words.includes(day));
    if (place < 0) return { kind: 'not-this' };
    const value = `2026-11-${23 + place}`;
    return { kind: 'filled', value, shown: value, whole: words.filter((word) => word !== '').length === 1 };
  },
};

export const setting: FlowSetting = {
  businessName: 'Fern & Oak',
  timeZone: 'Europe/Dublin',
  country: 'IE',
  currency: 'EUR',
  slotTypes: new Map([['date', weekday]]),
};

/** A flow from YAML; throws what is wrong with it. */
export function flowFrom(yaml: string): Flow {
  const parsed = parseFlow('flows/test.yaml', yaml);
  if (parsed.kind === 'problems')
    throw new Error(parsed.problems.map((problem) => describeProblem(problem)).join('\n'));
  return parsed.flow;
}

/** A flow from YAML, ready to run; `parts`: its sub-flows; `slotTypes`: the English weekdays alone where left out. */
export function readyFrom(
  yaml: string,
  parts: readonly Flow[] = [],
  slotTypes: FlowSetting['slotTypes'] = setting.slotTypes,
): ReadyFlow {
  const linked = linkFlow(flowFrom(yaml), parts);
  if (linked.kind === 'problems') throw new Error(linked.problems.map(({ message }) => message).join('\n'));
  return prepareFlow(linked.flow, { ...setting, slotTypes });
}

/** A flow from YAML, ready to run with all slot types there are. */
export function readyWithSlots(yaml: string): ReadyFlow {
  return readyFrom(yaml, [], slotTypes);
}

/** Books a table: party size, day, one of the free times, name, then a confirmation. */
export const booking = `
schema: 1
id: book-table
version: 2
languages: [en, es]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: book-table }], to: { then: ask-people } }
  - id: ask-people
    kind: ask
    text: { en: "For how many people?", es: "¿Para cuántas personas?" }
    again: { en: "A number from 1 to 8, please.", es: "Un número del 1 al 8, por favor." }
    slot: { kind: number, least: 1, most: 8, whole: true }
    save: people
    to: { filled: ask-day, failed: person }
  - id: ask-day
    kind: ask
    text: { en: "Which day?", es: "¿Qué día?" }
    slot: { kind: date }
    save: day
    silence: { minutes: 30 }
    to: { filled: find-times, failed: person, silent: still-there }
  - id: still-there
    kind: message
    say: { kind: text, text: { en: "Write again when you like.", es: "Escriba cuando quiera." } }
    to: { then: end }
  - id: find-times
    kind: tool
    tool: free-times
    input: { day: "{{day}}", people: "{{people}}" }
    effect: false
    result: { times: list }
    save: free
    to: { times: ask-time, failed: person }
  - id: ask-time
    kind: ask
    text: { en: "{{day|date}}: which time?", es: "{{day|date}}: ¿a qué hora?" }
    slot: { kind: pick, from: free.times, title: "{{item.at}}", value: "{{item.at}}" }
    save: time
    to: { filled: ask-name, failed: person }
  - id: ask-name
    kind: ask
    text: { en: "Under which name?", es: "¿A nombre de quién?" }
    slot: { kind: text, most: 60 }
    save: name
    skip: { en: "No name", es: "Sin nombre" }
    to: { filled: confirm, failed: person, skipped: confirm }
  - id: confirm
    kind: choice
    text:
      en: "A table for {{people}} on {{day|date}} at {{time}}.\\nName: {{name}}\\nShall I book it?"
      es: "Una mesa para {{people}} el {{day|date}} a las {{time}}.\\nNombre: {{name}}\\n¿La reservo?"
    options:
      - { id: "yes", title: { en: "Yes, book it", es: "Sí, reservar" } }
      - { id: "no", title: { en: "No", es: "No" } }
    to: { yes: book, no: end, failed: person }
  - id: book
    kind: tool
    tool: book-table
    input: { day: "{{day}}", time: "{{time}}", people: "{{people}}", name: "{{name}}", contactPhone: "{{contact.phone}}" }
    effect: true
    save: booked
    to: { booked: done, taken: taken, failed: person, in-doubt: person }
  - id: taken
    kind: message
    say: { kind: text, text: { en: "That time has just gone.", es: "Esa hora ya no está libre." } }
    to: { then: again }
  - { id: again, kind: jump, most: 2, to: { then: find-times, exceeded: person } }
  - id: done
    kind: resolve
    text: { en: "Booked: {{booked.reference}}.", es: "Reservado: {{booked.reference}}." }
  - { id: person, kind: hand-off, why: "The table could not be booked by the flow" }
  - { id: end, kind: end }
`;
