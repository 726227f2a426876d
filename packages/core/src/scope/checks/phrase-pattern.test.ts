import { expect, test } from 'vitest';
import type { CheckPhrases } from './check-phrases.ts';
import { phrasePattern } from './phrase-pattern.ts';
import { arabiziPhrases } from './phrases/ar-latn.ts';
import { arabicPhrases } from './phrases/ar.ts';
import { englishPhrases } from './phrases/en.ts';
import { spanishPhrases } from './phrases/es.ts';
import { frenchPhrases } from './phrases/fr.ts';
import { romanisedHindiPhrases } from './phrases/hi-latn.ts';
import { hindiPhrases } from './phrases/hi.ts';
import { indonesianPhrases } from './phrases/id.ts';
import { portuguesePhrases } from './phrases/pt.ts';
import { chinesePhrases } from './phrases/zh.ts';

const all: readonly CheckPhrases[] = [
  arabiziPhrases,
  arabicPhrases,
  englishPhrases,
  spanishPhrases,
  frenchPhrases,
  romanisedHindiPhrases,
  hindiPhrases,
  indonesianPhrases,
  portuguesePhrases,
  chinesePhrases,
];

test.each([
  ['(kill|hurt) (my self|myself)', ' i will hurt my self ', true],
  ['(kill|hurt) (my self|myself)', ' i hurt a myself ', false],
  ['house ~ fire', ' house is now on fire ', true],
  ['house ~ fire', ' house . fire ', false],
  ['house ~ fire', ' house one two three four five fire ', false],
  ['^ stop (please)? $', ' stop please . ', true],
  ['^ stop (please)? $', ' stop please now ', false],
  ['swell*', ' swelling ', true],
  ['stop', ' stopped ', false],
])('"%s" in "%s": %s', (phrase, words, found) => {
  expect(phrasePattern([phrase], false).test(words)).toBe(found);
});

test('in a script without spaces a gap is a few characters', () => {
  expect(phrasePattern(['不 ~ 活'], true).test('我不太想活了')).toBe(true);
  expect(phrasePattern(['不 ~ 活'], true).test('我不.活了')).toBe(false);
});

test('no phrase at all finds nothing', () => {
  expect(phrasePattern([], false).test(' anything ')).toBe(false);
});

test('a bracket that does not close is named', () => {
  expect(() => phrasePattern(['(a|b'], false)).toThrow('bracket');
});

test.each(all)('every repetition of the phrases in $language has an upper bound', (phrases) => {
  for (const list of Object.values(phrases)) {
    if (!Array.isArray(list)) continue;
    const { source } = phrasePattern(list, phrases.unspaced === true);
    expect(/(?<!\\)[*+]|\{\d*,\}/u.exec(source)?.[0]).toBeUndefined();
  }
});
