import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkText, tellsOfDanger } from './check-text.ts';
import { checkMessages } from './testing/check-messages.ts';

const messages = Object.values(checkMessages).flatMap(({ development, heldOut }) =>
  [...Object.values(development), ...Object.values(heldOut)].flat(),
);

function thorough(text: string): boolean {
  const { danger, selfHarm } = checkText(text);
  return danger !== undefined || selfHarm !== undefined;
}

test('the quick look for danger says of every example what the checks say', { timeout: 60_000 }, () => {
  expect(messages.filter((text) => tellsOfDanger(text) !== thorough(text))).toEqual([]);
});

test(
  'so it does of pieces of examples in any order, on lines of their own and spelled out',
  { timeout: 60_000 },
  () => {
    const word = fc.constantFrom(...new Set(messages.flatMap((text) => text.split(/\s+/u))));
    const piece = fc.oneof(
      { weight: 5, arbitrary: word },
      fc.constantFrom(...messages),
      word.map((letters) => [...letters].join(' ')),
      fc.string({ unit: 'binary' }),
    );
    const text = fc
      .array(fc.tuple(piece, fc.constantFrom(' ', '\n', '\n\n', '. ', '')), { maxLength: 6 })
      .map((pieces) => pieces.flat().join(''));
    fc.assert(
      fc.property(text, (made) => {
        expect(tellsOfDanger(made)).toBe(thorough(made));
      }),
      { numRuns: 1_000 },
    );
  },
);
