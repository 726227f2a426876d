import { withAsciiDigits } from './digits.ts';
import type { SlotType } from './slot-type.ts';

type NumberLimits = {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly whole?: boolean | undefined;
};

/** A plain number in digits, in any script; "1.5" and "1,5" are one and a half. Not money, not words. */
export function numberSlot({ least, most, whole = false }: NumberLimits = {}): SlotType {
  return {
    name: 'number',
    findsInside: true,
    read(text) {
      const written = withAsciiDigits(text).trim();
      const found = [...written.matchAll(number)];
      const [first, second] = found;
      // Two numbers in one text: nobody knows which is meant.
      if (first === undefined || second !== undefined) return { kind: 'not-this' };
      const value = Number(first[0].replace(',', '.').replace('\u2212', '-'));
      const outside = (least !== undefined && value < least) || (most !== undefined && value > most);
      if (outside || (whole && !Number.isInteger(value))) return { kind: 'not-this' };
      return { kind: 'filled', value, shown: String(value), whole: first[0] === written };
    },
  };
}

/** Not a part of a longer word, number, order number or date. */
const number = /(?<![\p{L}\p{N}.,/:-])[-\u2212]?\d{1,9}(?:[.,]\d{1,2})?(?![\p{N}]|[.,/:-]\d|\p{L})/gu;
