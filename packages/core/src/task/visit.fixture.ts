import { Business } from '../business/business.ts';
import { shop } from '../conversation/testing/run-turn.ts';
import { flowFrom } from '../flow/testing/flows.ts';

/** Asks for day and number, confirms, books; a button of a message starts it too. */
export const visit = flowFrom(`
id: visit
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: visit }, { kind: button, id: visit-now }], to: { then: ask-day } }
  - id: ask-day
    kind: ask
    text: Which day would you like to come?
    slot: { kind: date }
    save: day
    silence: { minutes: 30 }
    to: { filled: ask-people, failed: person, silent: nudge }
  - id: nudge
    kind: message
    say: { kind: text, text: "Still there? Write again when you like." }
    to: { then: end }
  - id: ask-people
    kind: ask
    text: How many of you?
    slot: { kind: number, least: 1, most: 6, whole: true }
    save: people
    to: { filled: confirm, failed: person }
  - id: confirm
    kind: choice
    text: "{{people}} on {{day|date}}: shall I book it?"
    options: [{ id: "yes", title: "Yes, book" }, { id: "no", title: "No" }]
    to: { yes: book, no: end, failed: person }
  - id: book
    kind: tool
    tool: book-visit
    input: { day: "{{day}}", people: "{{people}}", phone: "{{contact.phone}}" }
    effect: true
    save: booked
    to: { booked: done, failed: person }
  - { id: done, kind: resolve, text: "Booked: {{booked.reference}}." }
  - { id: person, kind: hand-off, why: The visit could not be booked, queue: front-desk, text: "I could not book that." }
  - { id: end, kind: end }
`);

/** The shop, which also books visits by that flow. */
export const visitShop = Business.parse({
  ...shop,
  agent: {
    ...shop.agent,
    tasks: [
      ...shop.agent.tasks,
      {
        id: 'visit',
        does: 'flow',
        title: 'visiting our greenhouse',
        button: 'Book a visit',
        examples: { en: ['book a visit', 'can I come by', 'visit the greenhouse'] },
      },
    ],
  },
  flows: [visit],
});
