import { expect, test } from 'vitest';
import type { CheckPhrases } from './check-phrases.ts';
import { checkedWords } from './checked-words.ts';
import { createPhraseFinder, createPhraseIndex } from './phrase-finder.ts';
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
import { checkMessages } from './testing/check-messages.ts';

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

/** Every eighth: trying all phrases on all of them takes half a minute. */
const messages = Object.values(checkMessages)
  .flatMap(({ development, heldOut }) => [...Object.values(development), ...Object.values(heldOut)].flat())
  .filter((_, at) => at % 8 === 0);

test.each(all)(
  'trying only what may stand in a text finds the same phrases in $language as trying all',
  { timeout: 60_000 },
  (phrases) => {
    const unspaced = phrases.unspaced === true;
    for (const list of Object.values(phrases)) {
      if (!Array.isArray(list)) continue;
      const pattern = phrasePattern(list, unspaced);
      const everywhere = new RegExp(pattern, 'gu');
      const finder = createPhraseFinder(list, unspaced);
      const index = createPhraseIndex([finder]);
      const texts = messages.map((message) => {
        const checked = checkedWords(message);
        const words = unspaced ? checked.replaceAll(' ', '') : checked;
        return { words, possible: index(checked) };
      });
      expect(
        texts.map(({ words, possible }) => [
          finder.find(words, possible),
          finder.replace(words, possible, ' …'),
        ]),
      ).toEqual(texts.map(({ words }) => [pattern.exec(words)?.[0], words.replace(everywhere, ' …')]));
    }
  },
);

test.each([
  ['(kill|hurt) (my self|myself)', ' i will hurt my self '],
  ['(a|an|the)? lawyer', ' get the lawyer '],
  ['swell*', ' it is swelling '],
  ['(स्टॉप|मैसेज)', ' मैसेजों '],
  ['طوارئ', ' وطوارئ '],
])('"%s" is found in "%s"', (phrase, words) => {
  const finder = createPhraseFinder([phrase], false);
  expect(finder.find(words, createPhraseIndex([finder])(words))).toBe(
    phrasePattern([phrase], false).exec(words)?.[0],
  );
});

test('of two phrases that begin at one word, the first counts', () => {
  const finder = createPhraseFinder(['stop it now', 'stop'], false);
  const words = ' please stop it now ';
  expect(finder.find(words, createPhraseIndex([finder])(words))).toBe(' stop it now');
});
