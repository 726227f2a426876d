import { expect, test } from 'vitest';
import { describeProblem } from './describe-problem.ts';
import { packLanguagesFor, packOf, parseTaskPack } from './task-pack.ts';

const pack = `title: where your order is
button: Where is my order
examples:
  - wheres my order??
  - has it shipped
  - tracking pls
negatives:
  - where is my husband
siblings:
  appointment-shop:
    - when is my haircut
  appointment-clinic:
    - when is my haircut
`;
const problemsOf = (text: string): readonly string[] =>
  parseTaskPack('packs/order-status/en.yaml', text).problems.map((problem) => describeProblem(problem));

test('a pack is its title, button, examples, negatives and siblings', () => {
  expect(parseTaskPack('packs/order-status/en.yaml', pack)).toMatchObject({
    value: {
      button: 'Where is my order',
      examples: ['wheres my order??', 'has it shipped', 'tracking pls'],
      negatives: ['where is my husband'],
      siblings: { 'appointment-clinic': ['when is my haircut'] },
    },
    problems: [],
  });
});

test.each<[string, string, string]>([
  ['a button that WhatsApp would refuse', pack.replace('my order\ne', 'my order, please\ne'), ':2 button:'],
  [
    'a field that does not exist',
    pack.replace('negatives', 'negative'),
    ':7 negative: there is no such field',
  ],
  [
    'an example that was read as a number',
    pack.replace('tracking pls', '1042'),
    ':6 examples[2]: 1042 was read',
  ],
  [
    'an example that was read as fields',
    pack.replace('tracking pls', 'order: 1042'),
    ':6 examples[2]: this is a group',
  ],
  [
    'an example twice',
    pack.replace('tracking pls', 'Has it shipped?!'),
    ':6 examples[2]: "Has it shipped?!" is already on line 5',
  ],
  [
    'an example that is declined too',
    pack.replace('where is my husband', 'tracking pls'),
    ':8 negatives[0]: "tracking pls" is already on line 6',
  ],
])('%s is one problem, with its place', (_, text, place) => {
  const problems = problemsOf(text);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`packs/order-status/en.yaml${place}`);
});

test('a file says by its path which task and language it is about', () => {
  expect(packOf('packs/returns/hi-Latn.yaml')).toEqual({ name: 'returns', language: 'hi-Latn' });
  for (const file of [
    'packs/returns.yaml',
    'packs/returns/en.yml',
    'tasks/returns.yaml',
    'packs/a/b/en.yaml',
  ])
    expect(packOf(file)).toBeUndefined();
});

test('customers of a language are read in it or its base, and in Latin letters where a pack has them', () => {
  const written = ['en', 'hi', 'hi-Latn', 'pt'];
  expect(packLanguagesFor('pt-BR', written)).toEqual(['pt']);
  expect(packLanguagesFor('hi', written)).toEqual(['hi', 'hi-Latn']);
  expect(packLanguagesFor('hi-Latn', written)).toEqual(['hi-Latn']);
  expect(packLanguagesFor('de', written)).toEqual([]);
});
