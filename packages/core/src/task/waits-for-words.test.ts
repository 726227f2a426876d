import { expect, test } from 'vitest';
import { Business } from '../business/business.ts';
import { accepts, judges, runTurn, saying, text } from '../conversation/testing/run-turn.ts';
import { flowFrom } from '../flow/testing/flows.ts';
import { visitShop } from './visit.fixture.ts';

const deposit = flowFrom(`
id: visit
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: visit }], to: { then: ask } }
  - { id: ask, kind: message, say: { kind: text, text: Write to us when the deposit is paid. }, to: { then: paid } }
  - { id: paid, kind: wait, minutes: 60, save: word, to: { replied: thanks, timed-out: end } }
  - { id: thanks, kind: resolve, text: "We look: {{word}}." }
  - { id: end, kind: end }
`);
const business = Business.parse({ ...visitShop, flows: [deposit] });

test('"done" to a flow that waits for a word goes on in it; where none waits it is a goodbye', () => {
  const waiting = runTurn([text('I want to visit')], () => accepts('visit'), { business });
  const said = { business, conversation: waiting.conversation };
  const done = runTurn([text('done')], () => judges('refuse'), said);
  expect(saying(done.close)).toEqual(['We look: done.']);
  const over = runTurn([text('done')], () => judges('refuse'), { business, conversation: done.conversation });
  expect(over.calls).toEqual([]);
  expect(saying(over.close).join('\n')).not.toContain('We look');
});
