import { withNumberWords } from '../../slot/number-words.ts';

/** A currency's sign or code right before a number, folded. */
export const currencyBefore =
  /(?:us\$|r\$|mx\$|\p{Sc}|(?<!\p{L})(?:rs|rp|usd|eur|gbp|inr|idr|brl|mxn|sar|aed|cny|rmb)\.?)\s*$/u;

/** A unit of thousands and a currency right behind a number, as far as they reach. */
export const unitAfter =
  /^\s*(?:(?:k|thousand|mil|mille|ribu|rb|hazar|हजार|الف|jt|juta|million|millones|milhoes|millions?|مليون|lakhs?|लाख)(?!\p{L})|[千万])?\s*(?:\p{Sc}|(?:de )?(?:pesos?|bucks|quid|balles|dollars?|dolares|dolar|euros?|eur|usd|gbp|pounds?|reais|real|brl|mxn|rupees?|rupaye|rupay|rs|inr|rupiah|idr|riyals?|sar|aed|dirhams?|yuan|rmb|cny)(?!\p{L})|रुपये|रुपए|रुपया|रु|डॉलर|डालर|यूरो|यूरो|يورو|دولار|ريال|درهم|جنيه|块钱|人民币|欧元|美元|美金|元|块|蚊)?/u;

/** A currency that the money slot leaves to the business: "pesos", "bucks", "块". */
const ownCurrency = /(?:^|[^\p{L}])(?:pesos?|bucks|balles)(?!\p{L})|रुपया|块|蚊/u;

const dollars: ReadonlySet<string> = new Set('SGD AUD CAD HKD NZD TWD BND JMD TTD FJD USD'.split(' '));

/** Names that several currencies go by, at the end of what stands behind an amount; "美元" and "US$" are one alone. */
const sharedNames: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/(?:(?<!\p{L})(?:dollars?|dolares|dolar)|دولار|डॉलर|डालर)$/u, dollars],
  [/(?<![美欧日韩])元$/u, new Set([...dollars, 'CNY'])],
  [/(?:(?<!\p{L})riyals?|ريال)$/u, new Set(['SAR', 'QAR', 'OMR', 'YER'])],
  [/(?:(?<!\p{L})dirhams?|درهم)$/u, new Set(['AED', 'MAD'])],
  [/(?:(?<!\p{L})(?:rupees?|rupaye|rupay|rs))$/u, new Set(['INR', 'PKR', 'LKR', 'NPR', 'MUR'])],
  [/(?<!\p{L})pounds?$/u, new Set(['GBP', 'EGP', 'LBP', 'SYP'])],
];

/** Whether what stands behind an amount names the business's own currency: "dollars" where it counts in Singapore's, "块" anywhere. */
export function isOwnCurrency(unit: string, currency: string): boolean {
  const name = unit.trim();
  if (ownCurrency.test(name)) return true;
  return sharedNames.some(([pattern, currencies]) => pattern.test(name) && currencies.has(currency));
}

/** The ways of writing thousands that the money slot does not know, as it knows them. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}])(?:hajar|hajaar|hazaar|hzar)(?!\p{L})/gu, 'hazar'],
  [/(?<=\d\s?)(?:jutaan|jtan)(?!\p{L})/gu, 'juta'],
  [/(?<=\d\s?)(?:ribuan|rban)(?!\p{L})/gu, 'ribu'],
  [/(?<![\p{L}])(?:lac|lacs)(?!\p{L})/gu, 'lakh'],
  [/(?<=\d\s?)الاف/gu, 'الف'],
  [/(?<!\p{L})dolaran(?!\p{L})/gu, 'dolar'],
];

/** "1 5 0". */
const digitByDigit = /(?<![\d.,]|\d )\d(?: \d){2,5}(?! ?\d)/gu;

/** Budgets below this are said in words of other things, too. */
const smallest = 10;

/** A folded line with its thousands in the spelling that is known, and its number words in digits. */
export function withPlainAmounts(line: string, language: string): string {
  const said = withNumberWords(line, { language, smallest }).replaceAll(digitByDigit, (run) =>
    run.replaceAll(' ', ''),
  );
  return spellings.reduce((sofar, [written, known]) => sofar.replace(written, known), said);
}
