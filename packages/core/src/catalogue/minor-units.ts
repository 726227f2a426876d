/** Currencies whose minor unit is not a hundredth. Source: ISO 4217, amendment 177, read 2026-11-21. */
const digitsOf: Readonly<Record<string, number>> = {
  ...digits(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...digits(3, 'BHD IQD JOD KWD LYD OMR TND'),
};

function digits(count: number, currencies: string): Readonly<Record<string, number>> {
  return Object.fromEntries(currencies.split(' ').map((currency) => [currency, count]));
}

/** How many digits an amount of this currency has behind the point: 2 for USD, 0 for JPY, 3 for KWD. */
function minorDigits(currency: string): number {
  return digitsOf[currency] ?? 2;
}

/** 42.5 USD as 4250; undefined when the amount is finer than the currency. */
export function toMinorUnits(amount: number, currency: string): number | undefined {
  const scaled = amount * 10 ** minorDigits(currency);
  const minor = Math.round(scaled);
  return Math.abs(scaled - minor) < 1e-6 && Number.isSafeInteger(minor) ? minor : undefined;
}

/** 4250 minor units of USD as 42.5. */
export function fromMinorUnits(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency);
}
