import { localeOf, type Language } from '../language/language.ts';
import { fromMinorUnits } from './minor-units.ts';

/** "$89.50", "Rp 2.000.000": a price as customers of a language read it; whole amounts without ".00". */
export function priceText(minor: number, currency: string, language: Language): string {
  const key = `${language} ${currency}`;
  const format = formats.get(key) ?? formatFor(language, currency);
  formats.set(key, format);
  return format.format(fromMinorUnits(minor, currency)).replaceAll('\u200f', '');
}

/** A formatter takes long to make. There are as many as languages and currencies. */
const formats = new Map<string, Intl.NumberFormat>();

function formatFor(language: Language, currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat(language === 'hi-Latn' ? 'en-IN' : localeOf[language], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  });
}
