import { expect, test } from 'vitest';
import { asksToRefine } from './refine-words.ts';

test.each([
  'cheaper',
  'in black please',
  'más barato',
  'mais em conta',
  'moins cher svp',
  'yang lebih murah',
  'काला रंग',
  'sasta wala dikhao',
  'أرخص من فضلك',
  '有黑色的吗',
])('"%s" asks for others of the kind', (text) => {
  expect(asksToRefine(text, [])).toBe(true);
});

test.each([
  'write me a poem about black cats',
  '给我写一首关于黑色猫的诗好吗',
  'hello',
  'where is my order',
  'blackboard',
  '',
])('"%s" is looked at by the scope guard first', (text) => {
  expect(asksToRefine(text, [])).toBe(false);
});

test('a search has words of its own', () => {
  expect(asksToRefine('with noise cancelling', ['noise cancelling'])).toBe(true);
});
