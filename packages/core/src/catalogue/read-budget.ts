import { z } from 'zod';
import { moneySlot } from '../slot/money-slot.ts';
import { toMinorUnits } from './minor-units.ts';
import { currencyBefore, isOwnCurrency, unitAfter, withPlainAmounts } from './words/amount-words.ts';
import {
  boundsAfter,
  boundsBefore,
  measureAfter,
  rangeBetween,
  sizeBefore,
  type Bound,
} from './words/bounds.ts';
import { foldedText } from './words/fold-words.ts';

/** What may be paid, in minor units; both ends count. */
export const Budget = z.object({
  currency: z.string().length(3),
  from: z.number().optional(),
  to: z.number().optional(),
});
export type Budget = z.infer<typeof Budget>;

/** How far "around 100" reaches: 70 to 120. */
const aboutFrom = 0.7;
const aboutTo = 1.2;

/** The code for no currency, by which the money slot tells that none was named. Source: ISO 4217. */
const unnamed = 'XXX';

type Amount = {
  readonly value: number;
  readonly currency: string;
  readonly bound: Bound | undefined;
  readonly start: number;
  readonly end: number;
  /** It is money whatever stands around it. */
  readonly sure: boolean;
};

/**
 * The budget in a request, and the folded text without it: amounts beside a limit ("under", "以内"), a
 * currency or a unit of thousands. Sizes, counts and measures stay in the text. `currency`: of
 * amounts without one. `asked`: a budget was asked for, so that a bare number is one.
 */
export function readBudget(
  text: string,
  language: string,
  { currency, asked }: { readonly currency: string; readonly asked: boolean },
): { readonly budget?: Budget; readonly rest: string } {
  const line = withPlainAmounts(foldedText(text).replace(/'/gu, ' '), language);
  const amounts = amountsIn(line, language, { currency, asked });
  if (amounts.length === 0) return { rest: line };
  const named = amounts.find((each) => each.currency !== unnamed)?.currency ?? currency;
  const minor = (value: number): number => toMinorUnits(Math.round(value), named) ?? Math.round(value);
  const rest = amounts
    .toReversed()
    .reduce((sofar, { start, end }) => `${sofar.slice(0, start)} ${sofar.slice(end)}`, line);
  const [first, second] = amounts;
  if (first !== undefined && second !== undefined && isRange(line, first, second)) {
    const ends = [minor(first.value), minor(second.value)];
    return { budget: { currency: named, from: Math.min(...ends), to: Math.max(...ends) }, rest };
  }
  return {
    budget: amounts.reduce((budget, each) => withAmount(budget, each, minor), { currency: named }),
    rest,
  };
}

function withAmount(budget: Budget, { value, bound }: Amount, minor: (value: number) => number): Budget {
  switch (bound) {
    case 'least':
      return { ...budget, from: minor(value) };
    case 'about':
      return { ...budget, from: minor(value * aboutFrom), to: minor(value * aboutTo) };
    case 'most':
    case undefined:
      return { ...budget, to: minor(value) };
  }
}

function amountsIn(
  line: string,
  language: string,
  { currency, asked }: { readonly currency: string; readonly asked: boolean },
): readonly Amount[] {
  const numbers = [...line.matchAll(/\d+(?:[., ]\d{3})*(?:[.,]\d{1,2})?(?!\d)/gu)];
  const found = numbers.flatMap((match, place): readonly Amount[] => {
    const from = endOf(numbers[place - 1]);
    const end = endOf(match);
    const before = line.slice(from, match.index);
    const after = line.slice(end, numbers[place + 1]?.index ?? line.length);
    const sign = currencyBefore.exec(before)?.[0] ?? '';
    const unit = unitAfter.exec(after)?.[0] ?? '';
    const unsigned = before.slice(0, before.length - sign.length);
    if (/[\p{L}\p{M}]-?$/u.test(unsigned) && !/\p{Script=Han}$/u.test(unsigned)) return [];
    const money = readMoney(`${sign}${match[0]}${unit}`, language);
    if (money === undefined) return [];
    const own = isOwnCurrency(unit, currency);
    const named = money.currency !== unnamed || /\p{Sc}/u.test(sign) || own;
    const scaled = money.amount !== readMoney(match[0], language)?.amount;
    if (!named && !scaled && (measureAfter.test(after) || sizeBefore.test(before))) return [];
    const bound = boundBefore(unsigned) ?? boundAfter(after.slice(unit.length));
    return [
      {
        value: money.amount,
        currency: own ? unnamed : money.currency,
        bound: bound?.bound,
        start: match.index - sign.length,
        end: end + unit.length,
        sure: named || scaled || bound !== undefined || asked,
      },
    ];
  });
  return found.filter(
    (amount, place) =>
      amount.sure ||
      [found[place - 1], found[place + 1]].some(
        (other) => other !== undefined && isRange(line, amount, other),
      ),
  );
}

const Money = z.object({ amount: z.number(), currency: z.string() });

function readMoney(written: string, language: string): z.infer<typeof Money> | undefined {
  const context = { at: 0, timeZone: 'UTC', country: '', currency: unnamed };
  const read = moneySlot.read(written, language, context);
  return read.kind === 'filled' ? Money.parse(read.value) : undefined;
}

function isRange(line: string, one: Amount, other: Amount): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return rangeBetween.test(line.slice(first.end, second.start));
}

type FoundBound = { readonly bound: Bound; readonly at: number; readonly length: number };

/** The limit said closest before a number; of two that end together the longer ("no more than"). */
function boundBefore(before: string): FoundBound | undefined {
  return found(boundsBefore, before).toSorted(
    (a, b) => b.at + b.length - (a.at + a.length) || b.length - a.length,
  )[0];
}

function boundAfter(after: string): FoundBound | undefined {
  return found(boundsAfter, after)
    .filter(({ at }) => at <= 3)
    .toSorted((a, b) => a.at - b.at || b.length - a.length)[0];
}

function found(bounds: typeof boundsBefore, text: string): readonly FoundBound[] {
  return bounds.flatMap(([bound, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ bound, at: match.index, length: match[0].length })),
  );
}

function endOf(match: RegExpExecArray | undefined): number {
  return match === undefined ? 0 : match.index + match[0].length;
}
