import { quantityWords } from './quantity-words.ts';
import { folded } from './date/folded.ts';

/** What a number is multiplied with, as it is written behind it. */
export const moneyUnits: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|grand|thousand|mil|mille|ribu|rb|hazar|hazaar|हज़ार|हजार|الف|الاف|千)(?![\p{L}])/u, 1_000],
  [/^(?:jt|juta|million|millones|milhoes|millions?|mn|مليون|ملايين)(?![\p{L}])/u, 1_000_000],
  [/^(?:lakhs?|lacs?|लाख)(?![\p{L}])/u, 100_000],
  [/^(?:crores?|cr|करोड़|करोड)(?![\p{L}])/u, 10_000_000],
  [/^(?:千万)/u, 10_000_000],
  [/^(?:百万)/u, 1_000_000],
  [/^(?:万)/u, 10_000],
];

const chineseDigits = '零一二三四五六七八九';

/**
 * A folded text in which number words before a unit of money are digits: "twenty thousand" is "20 thousand",
 * "三万" is "3万". Words without a unit behind them are left alone, since they may count anything.
 */
export function withMoneyDigits(words: string, language: string): string {
  if (language === 'zh')
    return words.replace(
      /(?<tens>[一二三四五六七八九两]?十)?(?<ones>[一二两三四五六七八九])?(?=千万|百万|万|千)/gu,
      (found, tens: string | undefined, ones: string | undefined) =>
        found === ''
          ? ''
          : String(
              10 * (tens === undefined ? 0 : digit(tens.replace('十', '')) || 1) +
                (ones === undefined ? 0 : digit(ones)),
            ),
    );
  const known = new Map(
    Object.entries(quantityWords[language] ?? {}).map(([word, value]) => [folded(word), value]),
  );
  const tokens = words.split(/(?<=\s)|(?=\s)/u);
  return tokens
    .map((token, place) => {
      const value = known.get(token);
      if (value === undefined || !beforeUnit(tokens.slice(place + 1), known)) return token;
      const before = known.get(tokens[place - 2] ?? '');
      const after = known.get(tokens[place + 2] ?? '');
      // "Two hundred thousand", "twenty five thousand", "a dozen thousand": two words are one number.
      if (after === 100) return String(value * 100);
      if (after !== undefined && value >= 20 && after < 10) return String(value + after);
      if (after !== undefined && value === 1) return '';
      const joined = before !== undefined && (value === 100 || (before >= 20 && value < 10));
      return joined ? '' : String(value);
    })
    .join('');
}

/** Whether a unit follows, right away or behind one more number word. */
function beforeUnit(tokens: readonly string[], known: ReadonlyMap<string, number>): boolean {
  const [first = '', second = ''] = tokens.filter((token) => token.trim() !== '');
  return isUnit(first) || (known.has(first) && isUnit(second));
}

function isUnit(token: string): boolean {
  return token !== '' && moneyUnits.some(([pattern]) => pattern.test(token));
}

function digit(sign: string): number {
  return sign === '两' ? 2 : Math.max(0, chineseDigits.indexOf(sign));
}
