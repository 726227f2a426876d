import { expect, test } from 'vitest';
import { accepts, runTurn, saying, shop, tap, text } from '../conversation/testing/run-turn.ts';
import type { Business } from '../business/business.ts';

/** The shop with one task that people carry out. */
const withTable: Business = {
  ...shop,
  agent: {
    ...shop.agent,
    tasks: [
      ...shop.agent.tasks,
      {
        id: 'table',
        does: 'hand-off',
        title: 'booking a table',
        button: 'Book a table',
        titles: {},
        buttons: {},
        examples: { en: ['table for two', 'book us in', 'any table free'] },
        negatives: {},
        words: {},
      },
    ],
  },
};

test.each([
  ['written', text('a table for two tonight')],
  ['tapped', tap('task:table', 'Book a table')],
])('a task that people carry out goes to them with its name, %s', (_, input) => {
  const { close } = runTurn([input], () => accepts('table'), { business: withTable });
  expect(close.outcome).toEqual({
    kind: 'handed-off',
    why: 'The customer needs a person for: booking a table',
    task: 'table',
  });
  expect(close.handOff).toBeDefined();
  expect(saying(close)).toEqual([expect.stringContaining('a person will reply here')]);
});
