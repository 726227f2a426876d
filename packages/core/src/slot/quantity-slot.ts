import { withAsciiDigits } from './digits.ts';
import { withDozens } from './dozens.ts';
import { folded } from './date/folded.ts';
import { eitherNumber } from './either-number.ts';
import { withNumberWords } from './number-words.ts';
import { quantityWords } from './quantity-words.ts';
import type { SlotType } from './slot-type.ts';

const most = 9_999;
/** "5个人", "3件": digits with what they count, written without spaces. "5个月" is a time. */
const measured =
  /(?<![\d.,/:-])(\d{1,4})(?:[个位名]人|(?:个(?!月|小时|钟)|件|双|份|张|位|人|本|瓶|盒|只|条|套|台|杯|名))/gu;
const chinese = '零一二三四五六七八九十';

/** How many of something: a whole number from 1, in digits of any script or in words ("a couple", "teen", "两个"). Which of the two "3 or 4" means, is asked. */
export const quantitySlot: SlotType = {
  name: 'quantity',
  findsInside: true,
  read(text, language) {
    const words = withNumberWords(withDozens(folded(withAsciiDigits(text)), language), {
      language,
      smallest: 13,
    }).trim();
    const counted = [
      ...words.matchAll(/(?<![\p{L}\p{N}.,/:-])(?:x ?)?(\d{1,4})(?: ?x)?(?![\d]|[.,/:-]\d|\p{L})/gu),
      ...words.matchAll(measured),
    ].map(([found, digits]) => ({
      found,
      value: Number(digits),
    }));
    const named = counted.length > 0 ? [] : inWords(words, language);
    const all = [...counted, ...named].filter(({ value }) => value >= 1 && value <= most);
    const values = new Set(all.map(({ value }) => value));
    const [first] = all;
    const either = eitherNumber(text, language);
    if (either !== undefined && either.most - either.least === 1)
      return {
        kind: 'ambiguous',
        choices: [either.least, either.most].map((value) => ({ value, title: String(value) })),
      };
    if (first === undefined || values.size !== 1) return { kind: 'not-this' };
    return { kind: 'filled', value: first.value, shown: String(first.value), whole: first.found === words };
  },
};

function inWords(words: string, language: string): readonly { found: string; value: number }[] {
  if (language === 'zh') {
    const found =
      /(?<n>两|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:个|件|双|份|张|位|人|本|瓶|盒|只|条|套|台|杯)?/u.exec(
        words,
      );
    return found?.groups === undefined
      ? []
      : [{ found: found[0], value: chineseNumber(found.groups['n'] ?? '') }];
  }
  const known = quantityWords[language] ?? {};
  const folding = new Map(Object.entries(known).map(([word, value]) => [folded(word), value]));
  const spoken = words.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  const read = (words.match(/(?<![\p{L}\p{M}\p{N}-])[\p{L}\p{M}]+(?![\p{N}-])/gu) ?? []).flatMap((word) => {
    // "Can I book a table" says nothing of how many; "una persona" does.
    if (spoken > (articles[word] ?? spoken)) return [];
    const value = folding.get(word);
    return value === undefined ? [] : [{ found: word, value }];
  });
  // "A couple", "a dozen": the article counts nothing where a better word stands.
  const better = read.filter(({ value }) => value > 1);
  return better.length > 0 ? better : read;
}

/** Words for one that are articles too, and in how short a text they still count. */
const articles: Readonly<Record<string, number>> = { a: 1, an: 1, un: 3, una: 3, um: 3, uma: 3, une: 3 };

/** The number that Chinese signs up to ninety-nine mean. */
export function chineseNumber(text: string): number {
  if (text === '两') return 2;
  const digit = (sign: string): number => Math.max(0, chinese.indexOf(sign));
  if (!text.includes('十')) return digit(text);
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}
