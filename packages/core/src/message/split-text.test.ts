import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutWhole, shortened, splitText } from './split-text.ts';

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

test.each([
  ['a family', '👨‍👩‍👧‍👦'],
  ['a flag', '🇧🇷'],
  ['a hand in a skin tone', '👍🏽'],
  ['a letter with its accent behind it', 'e\u0301'],
  ['a Hindi letter with its vowel', 'कि'],
])('what is read as one character is kept or left out whole: %s', (_, whole) => {
  for (let most = 1; most <= whole.length + 3; most += 1) {
    const kept = most - 2 >= whole.length;
    expect(cutWhole(`ab${whole}c`, most)).toBe(most < 2 ? 'a' : kept ? `ab${whole}c`.slice(0, most) : 'ab');
    expect(shortened(`ab${whole}${whole}${whole}`, whole.length + 3)).toBe(`ab${whole}…`);
  }
});
