import { expect, test } from 'vitest';
import { obligingAnswer } from './obliging-model.ts';

const instructions = 'Write in English (en), in plain text, at most 60 characters, without headings.';

test('a message is what was reviewed, in whole sentences of one paragraph that fit', () => {
  const reviewed =
    'Shipping costs $6.95.\n\nIt is free over $75.\nExpress shipping costs $18 and takes two days.';
  const input = JSON.stringify({ customer: 'How much is shipping?', evidence: [], reviewed });
  expect(obligingAnswer({ instructions, input })).toBe('Shipping costs $6.95. It is free over $75.');
});

const tasks = [
  { id: 'order-status', title: 'Where is my order' },
  { id: 'cancel-order', title: 'Cancel an order' },
];

test('a task is chosen that the message names', () => {
  const input = JSON.stringify({ message: 'so where is my order then', tasks });
  expect(obligingAnswer({ instructions, input })).toBe('{"choice":"order-status"}');
});

test.each([JSON.stringify({ message: 'the thing I bought', tasks }), 'not JSON', '{}'])(
  'it is not sure of %s',
  (input) => {
    expect(obligingAnswer({ instructions, input })).toBe('NO_ANSWER');
  },
);
