import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareWords, comparableText } from './comparable-text.ts';

test('the words alone are comparable text without what is no letter, mark or digit', () => {
  expect(bareWords("  Yes,\tplease! It`s 5 o'clock \u{1f44d}")).toBe('yes please its 5 oclock');
  expect(bareWords('¡Sí, por favor!')).toBe('sí por favor');
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary-ascii' }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(text, (made) => {
      const words = comparableText(made).replaceAll("'", '');
      expect(bareWords(made)).toBe(words.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim());
    }),
    { numRuns: 2_000 },
  );
});
