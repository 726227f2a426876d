import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortened, splitText } from './split-text.ts';

test('a text is cut at a line break, else at a space', () => {
  expect(splitText('one two\nthree four', 10)).toEqual(['one two', 'three four']);
  expect(splitText('one two three', 9)).toEqual(['one two', 'three']);
});

test('no piece is blank or too long, and no character that is not a space is lost', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.integer({ min: 2, max: 20 }),
      (text, most) => {
        const pieces = splitText(text, most);
        expect(pieces.every((piece) => piece.length <= most && piece.trim() !== '')).toBe(true);
        expect(pieces.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      },
    ),
  );
});

test('an emoji is never cut in two', () => {
  expect(splitText('👋👋👋', 3)).toEqual(['👋', '👋', '👋']);
});

test('a shortened text says that there was more', () => {
  expect(shortened('one two three', 9)).toBe('one two…');
  expect(shortened('one', 9)).toBe('one');
});
