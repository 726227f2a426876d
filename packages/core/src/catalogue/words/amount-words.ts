import { withNumberWords } from '../../slot/number-words.ts';

/** A currency's sign or code right before a number, folded. */
export const currencyBefore =
  /(?:us\$|r\$|mx\$|\p{Sc}|(?<!\p{L})(?:rs|rp|usd|eur|gbp|inr|idr|brl|mxn|sar|aed|cny|rmb)\.?)\s*$/u;

/** A unit of thousands and a currency right behind a number, as far as they reach. */
export const unitAfter =
  /^\s*(?:(?:k|thousand|mil|mille|ribu|rb|hazar|हजार|الف|jt|juta|million|millones|milhoes|millions?|مليون|lakhs?|लाख)(?!\p{L})|[千万])?\s*(?:\p{Sc}|(?:de )?(?:pesos?|bucks|quid|balles|dollars?|dolares|dolar|euros?|eur|usd|gbp|pounds?|reais|real|brl|mxn|rupees?|rupaye|rupay|rs|inr|rupiah|idr|riyals?|sar|aed|dirhams?|yuan|rmb|cny)(?!\p{L})|रुपये|रुपए|रुपया|रु|डॉलर|डालर|यूरो|यूरो|يورو|دولار|ريال|درهم|جنيه|块钱|人民币|欧元|美元|美金|元|块|蚊)?/u;

/** A currency that the money slot leaves to the business: "pesos", "bucks", "块". */
export const ownCurrency = /(?:^|[^\p{L}])(?:pesos?|bucks|balles)(?!\p{L})|रुपया|块|蚊/u;

/** The ways of writing thousands that the money slot does not know, as it knows them. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}])(?:hajar|hajaar|hazaar|hzar)(?!\p{L})/gu, 'hazar'],
  [/(?<=\d\s?)(?:jutaan|jtan)(?!\p{L})/gu, 'juta'],
  [/(?<=\d\s?)(?:ribuan|rban)(?!\p{L})/gu, 'ribu'],
  [/(?<![\p{L}])(?:lac|lacs)(?!\p{L})/gu, 'lakh'],
  [/(?<=\d\s?)الاف/gu, 'الف'],
];

/** "1 5 0". */
const digitByDigit = /(?<![\d.,]|\d )\d(?: \d){2,5}(?! ?\d)/gu;

/** A folded line with its thousands in the spelling that is known, and Chinese numerals in digits. */
export function withPlainAmounts(line: string): string {
  const said = withNumberWords(line).replaceAll(digitByDigit, (run) => run.replaceAll(' ', ''));
  const spelt = spellings.reduce((sofar, [written, known]) => sofar.replace(written, known), said);
  return spelt.replace(/[一二两兩三四五六七八九][百千万](?:[一二三四五六七八九百千])*/gu, (numeral) =>
    String(chineseNumber(numeral)),
  );
}

const digits = '零一二三四五六七八九';
const powers: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000 };

/** "两千" is 2000, "一千五" 1500. */
function chineseNumber(numeral: string): number {
  let total = 0;
  let digit = 0;
  let last = 10;
  for (const character of numeral.replace(/[两兩]/gu, '二')) {
    const power = powers[character];
    if (power === undefined) digit = digits.indexOf(character);
    else {
      total += Math.max(1, digit) * power;
      digit = 0;
      last = power;
    }
  }
  return total + digit * (last / 10);
}
