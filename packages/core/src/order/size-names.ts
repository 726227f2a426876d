import { foldedText } from '../catalogue/words/fold-words.ts';

/** What sizes are called beside their letters; folded words, in the languages Ambit speaks. */
const groups: readonly { readonly letters: readonly string[]; readonly words: string }[] = [
  { letters: ['xs'], words: 'xsmall|extra small|加小号' },
  {
    letters: ['s', 'small', 'kecil', '小', '小份', '小杯'],
    words:
      'small|pequeno|pequena|chico|chica|petit|petite|kecil|छोटा|छोटी|chhota|chhoti|chota|choti|صغير|صغيره|小号|小份|小杯|小的',
  },
  {
    letters: ['m', 'medium', 'sedang', '中', '中份', '中杯'],
    words:
      'medium|mediano|mediana|medio|media|moyen|moyenne|sedang|मीडियम|मध्यम|medium wala|وسط|متوسط|متوسطه|中号|中份|中杯|中的',
  },
  {
    letters: ['r', 'regular', 'normal', 'reguler', '标准'],
    words: 'regular|normal|standard|reguler|biasa|सामान्य|नॉर्मल|عادي|عاديه|标准|常规|普通',
  },
  {
    letters: ['l', 'large', 'besar', 'grande', '大', '大份', '大杯'],
    words: 'large|big|grande|grandes|grand|besar|gede|बड़ा|बड़ी|bada|badi|كبير|كبيره|大号|大份|大杯|大的',
  },
  { letters: ['xl'], words: 'xlarge|extra large|extra grande|加大|加大号' },
  { letters: ['xxl', '2xl'], words: 'xxl|2xl|double xl|加加大|双加大' },
];

/** What customers call a size that a catalogue has: its letters, its words, "M码". */
export function sizeNames(value: string): readonly string[] {
  const written = foldedText(value);
  const group = groups.find(({ letters }) => letters.includes(written));
  const words = group === undefined ? [] : group.words.split('|').map(foldedText);
  return [
    ...new Set([
      written,
      ...(group?.letters ?? []).filter((each) => each.length > 1),
      ...words,
      `${written}码`,
      `${written}号`,
    ]),
  ];
}
