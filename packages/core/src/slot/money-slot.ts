import { folded } from './date/folded.ts';
import { moneyUnits, withMoneyDigits } from './money-words.ts';
import { withNumberWords } from './number-words.ts';
import type { SlotType } from './slot-type.ts';

/** Signs and words that name a currency for certain; "$", "pesos" and "rupees" are those of the business's currency. */
const currencies: readonly (readonly [RegExp, string])[] = [
  [/€|\b(?:eur|euros?)\b|يورو|欧元|यूरो/u, 'EUR'],
  [/£|\b(?:gbp|pounds?|quid)\b/u, 'GBP'],
  [/us\$|\b(?:usd|dollars?|dolares|dolar|dollars americains)\b|دولار|美元|美金|डॉलर/u, 'USD'],
  [/r\$|\b(?:brl|reais|real)\b/u, 'BRL'],
  [/₹|\b(?:inr|rs|rupees?|rupaye|rupaiye|rupya)\b|रुपये|रुपए|रु/u, 'INR'],
  [/\b(?:idr|rp|rupiah)\b/u, 'IDR'],
  [/\b(?:mxn)\b/u, 'MXN'],
  [/¥|￥|\b(?:cny|rmb|yuan)\b|元|块|人民币/u, 'CNY'],
  [/\b(?:sar|riyals?)\b|ريال/u, 'SAR'],
  [/\b(?:aed|dirhams?)\b|درهم/u, 'AED'],
  [/\b(?:egp)\b|جنيه/u, 'EGP'],
];
const amount = /\d{1,3}(?:[., ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?/gu;

/**
 * An amount of money, `{ amount, currency }`: "under $300", "1.500,50 euros", "500 ribu", "2 lakh",
 * "around twenty grand".
 * Without a currency it is the business's. Two amounts, as in "200 to 300": the larger, as a budget.
 */
export const moneySlot: SlotType = {
  name: 'money',
  findsInside: true,
  read(text, language, { currency }) {
    const words = withMoneyDigits(withNumberWords(folded(text), { language, smallest: 10 }), language);
    const found = [...words.matchAll(amount)].filter(({ index }) => !isPartOfWord(words.slice(0, index)));
    const values = found.map((match) => {
      const after = words.slice(match.index + match[0].length).trimStart();
      const unit = moneyUnits.find(([pattern]) => pattern.test(after))?.[1] ?? 1;
      return Math.round(numberOf(match[0]) * unit * 100) / 100;
    });
    const value = Math.max(...values);
    if (values.length === 0 || values.length > 2 || !Number.isFinite(value) || value <= 0)
      return { kind: 'not-this' };
    const inCurrency = currencies.find(([pattern]) => pattern.test(words))?.[1] ?? currency;
    return {
      kind: 'filled',
      value: { amount: value, currency: inCurrency },
      shown: shownAs(value, inCurrency, language),
      whole:
        /^[\p{Sc}\d.,\s]*(?:\p{L}{0,8}\.?[\p{Sc}\d.,\s]*){0,2}$/u.test(words) && !/\p{L}{9}/u.test(words),
    };
  },
};

/** Digits behind a letter are an order number or the like, unless the letters are a currency's. */
function isPartOfWord(before: string): boolean {
  return (
    /(?:\p{L}-?|\d)$/u.test(before) &&
    !/(?<!\p{L})(?:rs|rp|usd|eur|gbp|inr|idr|brl|mxn|sar|aed|cny)\.?$/u.test(before)
  );
}

/** The last separator with one or two digits behind it is the decimal one; others part thousands. */
function numberOf(written: string): number {
  const decimal = /[.,](?<cents>\d{1,2})$/.exec(written)?.groups?.['cents'];
  const whole = (decimal === undefined ? written : written.slice(0, -decimal.length - 1)).replaceAll(
    /[., ]/g,
    '',
  );
  return Number(decimal === undefined ? whole : `${whole}.${decimal}`);
}

function shownAs(value: number, currency: string, language: string): string {
  const locale = language === 'ar' ? 'ar-u-nu-latn' : language === 'hi-Latn' ? 'en-IN' : language;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    maximumFractionDigits: Number.isInteger(value) ? 0 : 2,
  }).format(value);
}
