import { quantityWords } from './quantity-words.ts';

const dozen =
  '(?:dozens?|docenas?|d[uú]zias?|douzaines?|lusin|darjan|दर्जन|दर्ज़न|دزينات|دزينة|دزينه)(?![\\p{L}\\p{M}])';
const half = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:half (?:an? )?|media |meia |(?:une )?demi[- ]?|setengah |(?:aadha|adha|aadhi) |(?:आधा|आधी) |نصف )${dozen}`,
  'gu',
);
const counted = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}.,])(\\d{1,2}|[\\p{L}\\p{M}]+)[ -]${dozen}`, 'gu');
/** What follows makes another word of it: 打包 is to pack. */
const chinese = /(\d{1,2}|[一两二三四五六七八九十半])打(?![包折电扫开车算印])/gu;
const signs = '一二三四五六七八九十';

/** A text in small letters with its dozens in digits: "two dozen" is 24, "media docena" 6, "两打" 24个. */
export function withDozens(text: string, language: string): string {
  return text
    .replaceAll(half, '6')
    .replaceAll(counted, (all, word: string) => {
      const count = /^\d/.test(word)
        ? Number(word)
        : (quantityWords[language]?.[word] ?? quantityWords['en']?.[word]);
      return count === undefined ? all : String(count * 12);
    })
    .replaceAll(chinese, (_all, sign: string) => `${chineseCount(sign) * 12}个`);
}

function chineseCount(sign: string): number {
  if (/^\d/.test(sign)) return Number(sign);
  return sign === '半' ? 0.5 : sign === '两' ? 2 : signs.indexOf(sign) + 1;
}
