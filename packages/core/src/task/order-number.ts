import { comparableText } from '../message/comparable-text.ts';

/**
 * The first order number in a text, in the form the business writes it: letters in capitals, a
 * hyphen, digits ("a1042" is "A-1042"). A number without letters counts only next to "order" or
 * "#". Amounts of money are left alone.
 */
export function findOrderNumber(text: string): string | undefined {
  const comparable = comparableText(text);
  const alone = orderNumberAlone(comparable);
  if (alone !== undefined) return alone;
  for (const pattern of [worded, lettered]) {
    const found = [...comparable.matchAll(pattern)].map(written).find((number) => number !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The order number when the text is nothing but that, save for words such as "it's" or "my order number is". */
export function orderNumberAlone(text: string): string | undefined {
  const found = whole.exec(comparableText(text));
  return found === null ? undefined : written(found);
}

const number = '([a-z]{1,3})?[- ]{0,3}(\\d{3,8})';
const whole = new RegExp(
  `^(?:(?:it's|its|it is|and|and for|what about|how about|my|the|this is|here it is|here you go|that's|order|number|no|nr|id|is|yes|ok|sure|hi|hello)[ :,.-]+)*(?:order |number )?#? ?${number}[.,!? ]*(?:please|pls|thanks|thank you)?[.! ]*$`,
  'u',
);
const worded = new RegExp(
  `(?:\\border(?: (?:number|no|nr|id))?[.:]?(?: is)? ?#? ?|# ?)${number}(?![\\p{L}\\p{N}])`,
  'gu',
);
const lettered = /(?<![\p{L}\p{N}@./_-])([a-z]{1,3})-?(\d{3,8})(?![\p{L}\p{N}])/gu;
const notOrders: ReadonlySet<string> = new Set([
  'eur',
  'gbp',
  'usd',
  'chf',
  'mp',
  'no',
  'nr',
  'in',
  'at',
  'on',
  'is',
  'for',
  'by',
]);

function written(found: RegExpExecArray): string | undefined {
  const letters = found[1];
  const digits = found[2];
  if (digits === undefined) return undefined;
  if (letters === undefined) return digits;
  return notOrders.has(letters) ? undefined : `${letters.toUpperCase()}-${digits}`;
}
