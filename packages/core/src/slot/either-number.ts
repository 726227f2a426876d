import { withAsciiDigits } from './digits.ts';
import { folded } from './date/folded.ts';
import { quantityWords } from './quantity-words.ts';

const or = 'or|to|o|ou|u|a|à|atau|sampai|ya|या|से|او|الى|到|至|或|或者|-|–';
const around =
  '(?:about|around|maybe|perhaps|like|roughly|unos|unas|como|quizas|tal vez|uns|umas|talvez|acho que|environ|peut-etre|a peu pres|sekitar|mungkin|kira-kira|kurang lebih|करीब|शायद|karib|kareeb|shayad|حوالي|تقريبا|ممكن|يمكن|大概|大约|可能)';
/** What is counted; "3-4 December" is a time. */
const counted =
  '(?:people|persons|ppl|pax|guests|of us|pieces|pcs|units|personas|unidades|piezas|pessoas|pecas|personnes|pieces|unites|orang|buah|pcs|लोग|log|logo|اشخاص|شخص|قطع|人|个人|个|位|件|份|张)';
const ones = '一二三四五六七八九';

/**
 * The two numbers of an answer that leaves it open, such as "3 or 4", "tres o cuatro", "三四个", and says nothing
 * else; undefined for everything else.
 */
export function eitherNumber(
  text: string,
  language: string,
): { readonly least: number; readonly most: number } | undefined {
  const words = withWordsAsDigits(folded(withAsciiDigits(text)), language);
  const found = new RegExp(
    `^${around}? ?(?<a>\\d{1,3}) ?(?:${or}) ?(?<b>\\d{1,3})(?: ?${counted})?[.!? ]*$`,
    'u',
  ).exec(words)?.groups;
  const near =
    found ??
    /^(?:大概|大约|可能)?(?<a>\d) ?(?<b>\d)(?:个|位|件|份|张|人|只|台|套)+[。！ ]*$/u.exec(words)?.groups;
  const [least, most] = [Number(near?.['a']), Number(near?.['b'])];
  // "10 to 3" is a time or a score.
  return near !== undefined && least >= 1 && most > least && most - least <= 10 ? { least, most } : undefined;
}

function withWordsAsDigits(words: string, language: string): string {
  if (language === 'zh')
    return words.replaceAll(/[一二三四五六七八九]/gu, (sign) => String(ones.indexOf(sign) + 1));
  const known = new Map(
    Object.entries(quantityWords[language] ?? {}).map(([word, value]) => [folded(word), value]),
  );
  return words.replaceAll(/[\p{L}\p{M}]+/gu, (word) => {
    const value = word.length > 1 ? known.get(word) : undefined;
    return value === undefined || value === 1 ? word : String(value);
  });
}
