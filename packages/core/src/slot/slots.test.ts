import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choiceSlot } from './choice-slot.ts';
import { compilePattern } from './linear-pattern.ts';
import { numberSlot } from './number-slot.ts';
import { patternSlot } from './pattern-slot.ts';
import type { SlotContext, SlotType } from './slot-type.ts';
import { textSlot } from './text-slot.ts';
import { yesNoSlot } from './yes-no-slot.ts';

const context: SlotContext = { at: 0, timeZone: 'Europe/Dublin', country: 'IE', currency: 'EUR' };

function reading(type: SlotType, text: string): unknown {
  const read = type.read(text, 'en', context);
  return read.kind === 'filled' ? [read.value, read.whole] : read.kind;
}

test('a text is taken as it comes, if it is long and short enough', () => {
  expect(reading(textSlot(), '  Ada Byron ')).toEqual(['Ada Byron', true]);
  expect(reading(textSlot(), 'is it halal?')).toEqual(['is it halal?', false]);
  expect(reading(textSlot(), '   ')).toBe('not-this');
  expect(reading(textSlot({ most: 3 }), 'long')).toBe('not-this');
});

test.each([
  ['4', 4],
  ['٤', 4],
  ['२५', 25],
  ['１２', 12],
  ['1,5', 1.5],
])('the number %s is %d', (text, value) => {
  expect(reading(numberSlot(), text)).toEqual([value, true]);
});

test('a number inside a sentence is found; two, or one that is part of something, are not', () => {
  expect(reading(numberSlot(), 'we are 4 people')).toEqual([4, false]);
  expect(reading(numberSlot(), '4 or 5')).toBe('not-this');
  expect(reading(numberSlot(), 'A-1042')).toBe('not-this');
  expect(reading(numberSlot(), 'at 18:30')).toBe('not-this');
  expect(reading(numberSlot({ least: 1, most: 8, whole: true }), '9')).toBe('not-this');
  expect(reading(numberSlot({ whole: true }), '1.5')).toBe('not-this');
});

test.each(['Yes please', 'sí', 'Oui !', 'हाँ', 'haan ji', 'نعم', '好的', 'iya', 'sim'])(
  '"%s" is yes',
  (text) => {
    expect(reading(yesNoSlot, text)).toEqual([true, true]);
  },
);

test.each(['no thanks', 'não', 'non merci', 'नहीं', 'nahi', 'لا', '不要', 'tidak'])('"%s" is no', (text) => {
  expect(reading(yesNoSlot, text)).toEqual([false, true]);
});

test('a yes with more to it is not a plain yes', () => {
  expect(reading(yesNoSlot, 'yes but on Friday')).toBe('not-this');
});

const colours = choiceSlot([
  { value: 'r', title: 'Red', says: ['rojo', '红色'] },
  { value: 'b', title: 'Blue', says: ['azul'] },
  { value: 'lb', title: 'Light blue' },
]);

test('a choice is named by title, other words or place', () => {
  expect(reading(colours, 'RED!')).toEqual(['r', true]);
  expect(reading(colours, '我要红色')).toEqual(['r', false]);
  expect(reading(colours, '٢')).toEqual(['b', true]);
  expect(reading(colours, 'the azul one')).toEqual(['b', false]);
  expect(reading(colours, 'green')).toBe('not-this');
});

test('a text that fits several choices is ambiguous', () => {
  expect(reading(colours, 'light blue')).toEqual(['lb', true]);
  expect(reading(colours, 'light blue or red')).toBe('ambiguous');
});

function pattern(source: string) {
  const compiled = compilePattern(source);
  if (compiled.kind === 'wrong') throw new Error(compiled.why);
  return compiled.pattern;
}

test('a pattern is found inside a text, but not inside a longer word', () => {
  const slot = patternSlot(pattern('[A-Z]-?\\d{4}'));
  expect(reading(slot, 'a-1042')).toEqual(['a-1042', true]);
  expect(reading(slot, 'it is A1042, thanks')).toEqual(['A1042', false]);
  expect(reading(slot, 'A10425')).toBe('not-this');
});

test.each([
  '(a',
  'a)',
  '[a',
  '*a',
  'a**',
  'a{5,2}',
  'a{1,900}',
  '(?=a)',
  '\\1',
  '\\',
  '((a{100}){100}){100}',
])('the pattern "%s" is refused with a reason', (source) => {
  expect(compilePattern(source)).toMatchObject({ kind: 'wrong' });
});

test('what would take other engines for ever takes no time', () => {
  expect(pattern('(a+)+$').matches('a'.repeat(2_000) + '!')).toBe(false);
});

test('patterns agree with the regular expressions of the language', () => {
  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '1');
  const source = fc
    .array(
      fc.tuple(atom, fc.constantFrom('', '*', '+', '?', '{1,2}', '{2}', '|')).map((parts) => parts.join('')),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => parts.join(''));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '2'), maxLength: 8 });
  fc.assert(
    fc.property(source, text, (written, said) => {
      expect(pattern(written).matches(said)).toBe(new RegExp(`^(?:${written})$`, 'iu').test(said));
      expect(pattern(written).find(said)?.start).toBe(new RegExp(written, 'iu').exec(said)?.index);
    }),
    { numRuns: 500 },
  );
});
