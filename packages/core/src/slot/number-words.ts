import { numerals, type NumeralPart, type Numerals } from './numerals.ts';

/**
 * A text with its numbers of a hundred and more in digits: "two hundred and fifty" is 250, "doscientos" 200, "dua ratus
 * ribu" 200000. Smaller ones stay words, and so does what goes with digits ("2 thousand"). All words of a number are of
 * one language: in "can you do two hundred" there is no Hindi "do". `leastWords`: of so many words at least, since one
 * alone may be part of a name.
 */
export function withNumberWords(text: string, leastWords = 1): string {
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)];
  let written = '';
  let from = 0;
  let at = 0;
  while (at < words.length) {
    const number = numberAt(text, words, at);
    const [first, last] = [words[at], words[(number?.end ?? at + 1) - 1]];
    at = number?.end ?? at + 1;
    if (number === undefined || first === undefined || last === undefined) continue;
    if (number.words < leastWords || /\d[\s.,-]*$/u.test(text.slice(0, first.index))) continue;
    written += `${text.slice(from, first.index)}${number.value}`;
    from = last.index + last[0].length;
  }
  return written + text.slice(from);
}

type Found = { readonly value: number; readonly words: number; readonly end: number };

/** The longest number of a hundred and more that begins with a word. */
function numberAt(text: string, words: readonly RegExpExecArray[], start: number): Found | undefined {
  return numerals
    .flatMap((each) => read(text, words, start, each) ?? [])
    .filter(({ value }) => value >= 100)
    .toSorted((a, b) => b.end - a.end)[0];
}

function read(
  text: string,
  words: readonly RegExpExecArray[],
  start: number,
  { parts, joins, articles }: Numerals,
): Found | undefined {
  const trail: { readonly sum: Sum; readonly part: NumeralPart; readonly end: number }[] = [];
  for (let at = start; at < words.length && (at === start || isNext(text, words, at)); at += 1) {
    const word = plain(words[at]?.[0] ?? '');
    if (at > start && joins.has(word)) continue;
    const part = at === start && articles.has(word) ? one : parts.get(word);
    if (part === undefined) break;
    const sum = plus(trail.at(-1)?.sum ?? nothing, part);
    if (sum === undefined) {
      // "Two hundred and three hundred": the three begins a number of its own.
      if (part.kind === 'times') while (isUnit(trail.at(-1)?.part)) trail.pop();
      break;
    }
    trail.push({ sum, part, end: at + 1 });
  }
  const last = trail.at(-1);
  // "Mille" and "cent" alone are words of other things, too.
  const bare = trail.length === 1 && last?.part.kind === 'times' && plain(words[start]?.[0] ?? '') !== 'mil';
  if (last === undefined || bare) return undefined;
  const { total, hundreds, units } = last.sum;
  return { value: total + hundreds + units, words: last.end - start, end: last.end };
}

function isNext(text: string, words: readonly RegExpExecArray[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (before === undefined || word === undefined) return false;
  return /^[ -]$/u.test(text.slice(before.index + before[0].length, word.index));
}

function isUnit(part: NumeralPart | undefined): boolean {
  return part?.kind === 'add' && part.value < 100;
}

/** `total`: of what was multiplied by a thousand or more, the last time by `scale`. */
type Sum = {
  readonly total: number;
  readonly scale: number;
  readonly hundreds: number;
  readonly units: number;
};

const nothing: Sum = { total: 0, scale: Infinity, hundreds: 0, units: 0 };
const one: NumeralPart = { kind: 'add', value: 1 };

/** What a number is with one more word; undefined where that word begins another. */
function plus(sum: Sum, { kind, value }: NumeralPart): Sum | undefined {
  const { total, scale, hundreds, units } = sum;
  switch (kind) {
    case 'add':
      if (value >= 100) return hundreds + units === 0 ? { ...sum, hundreds: value } : undefined;
      if (units === 0) return { ...sum, units: value };
      // French counts "quatre-vingt" and "soixante-dix".
      if (units === 4 && value === 20) return { ...sum, units: 80 };
      if (units < 20 || units % 10 > 0 || value >= (units === 60 || units === 80 ? 20 : 10)) return undefined;
      return { ...sum, units: units + value };
    case 'teen':
      return units > 0 && units < 10 ? { ...sum, units: units + value } : undefined;
    case 'times':
      if (value === 10) return units > 0 && units < 10 ? { ...sum, units: units * 10 } : undefined;
      if (value === 100)
        return hundreds === 0 ? { ...sum, hundreds: Math.max(1, units) * 100, units: 0 } : undefined;
      if (value >= scale) return undefined;
      return {
        total: total + Math.max(1, hundreds + units) * value,
        scale: value,
        hundreds: 0,
        units: 0,
      };
  }
}

/** Without accents, and Devanagari without dots below. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mn}+|\u093c/gu, '$1')
    .normalize('NFC');
}
