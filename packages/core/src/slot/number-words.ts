import { withHanNumbers } from './han-numbers.ts';
import { numerals, type NumeralPart, type Numerals } from './numerals.ts';

/** How much of a text becomes digits. */
type NumberReading = {
  /** Whose numbers below a hundred count, beside English ones; without it, none do. */
  readonly language?: string;
  /** Numbers below this stay words; a hundred unless said. */
  readonly smallest?: number;
  /** Numbers of a hundred and more in fewer words stay words, since one alone may be part of a name. */
  readonly leastWords?: number;
};

/**
 * A text with its numbers of `smallest` and more in digits, up to 999,999 and beyond: "two hundred and fifty" is 250,
 * "doscientos" 200, "dua ratus ribu" 200000, "quatre-vingt-dix" 90, "साढ़े तीन सौ" 350, "三千五" 3500. What goes with
 * digits ("2 thousand") stays as it is. All words of a number are of one language: in "can you do two hundred" there
 * is no Hindi "do".
 */
export function withNumberWords(
  text: string,
  { language, smallest = 100, leastWords = 1 }: NumberReading = {},
): string {
  const line = withHanNumbers(text, smallest);
  const words = [...line.matchAll(/[\p{L}\p{M}]+/gu)];
  let written = '';
  let from = 0;
  let at = 0;
  while (at < words.length) {
    const number = numberAt(line, words, at, { language, smallest });
    const [first, last] = [words[at], words[(number?.end ?? at + 1) - 1]];
    at = number?.end ?? at + 1;
    if (number === undefined || first === undefined || last === undefined) continue;
    const few = number.value >= 100 && number.words < leastWords;
    if (few || /\d[\s.,-]*$/u.test(line.slice(0, first.index))) continue;
    written += `${line.slice(from, first.index)}${number.value}`;
    from = last.index + last[0].length;
  }
  return written + line.slice(from);
}

type Found = { readonly value: number; readonly words: number; readonly end: number };

/** The longest number that begins with a word; of two as long, the one in the language that is spoken. */
function numberAt(
  text: string,
  words: readonly RegExpExecArray[],
  start: number,
  { language, smallest }: { readonly language: string | undefined; readonly smallest: number },
): Found | undefined {
  return numerals
    .flatMap((each) => {
      const spoken = each.language === language;
      const found = read(text, words, start, each, spoken);
      const small = spoken || (each.language === 'en' && language !== undefined);
      const least = small ? smallest : Math.max(100, smallest);
      return found === undefined || found.value < least || !Number.isInteger(found.value)
        ? []
        : [{ ...found, spoken }];
    })
    .toSorted((a, b) => b.end - a.end || Number(b.spoken) - Number(a.spoken))[0];
}

function read(
  text: string,
  words: readonly RegExpExecArray[],
  start: number,
  { language, parts, joins, articles, alone }: Numerals,
  spoken: boolean,
): Found | undefined {
  const trail: { readonly sum: Sum; readonly part: NumeralPart; readonly end: number }[] = [];
  for (let at = start; at < words.length && (at === start || isNext(text, words, at)); at += 1) {
    const word = plain(words[at]?.[0] ?? '');
    if (at > start && joins.has(word)) continue;
    const joined =
      language === 'ar' && at > start && word.startsWith('و') ? parts.get(word.slice(1)) : undefined;
    const part = at === start && articles.has(word) ? one : (parts.get(word) ?? joined);
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
  const first = plain(words[start]?.[0] ?? '');
  const known = alone.has(first) && (spoken || alwaysAlone.has(first));
  if (last === undefined || (trail.length === 1 && last.part.kind === 'times' && !known)) return undefined;
  // "Ke saath" is Hindi for "with".
  if (trail.length === 1 && withWords.has(first)) return undefined;
  const { total, hundreds, units, more } = last.sum;
  return { value: total + hundreds + units + more, words: last.end - start, end: last.end };
}

const alwaysAlone: ReadonlySet<string> = new Set(['mil', 'seribu', 'सौ', 'مئه', 'مائه', 'ميه']);
const withWords: ReadonlySet<string> = new Set(['saath', 'sath']);

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
  /** Of the next hundred or thousand. */
  readonly more: number;
};

const nothing: Sum = { total: 0, scale: Infinity, hundreds: 0, units: 0, more: 0 };
const one: NumeralPart = { kind: 'add', value: 1 };

/** What a number is with one more word; undefined where that word begins another. */
function plus(sum: Sum, { kind, value }: NumeralPart): Sum | undefined {
  const { total, scale, hundreds, units, more } = sum;
  switch (kind) {
    case 'add':
      if (value >= 100) return hundreds + units === 0 ? { ...sum, hundreds: value } : undefined;
      if (units === 0) return { ...sum, units: value };
      // French counts "quatre-vingt" and "soixante-dix".
      if (units === 4 && value === 20) return { ...sum, units: 80 };
      if (units < 20 || units % 10 > 0 || value >= (units === 60 || units === 80 ? 20 : 10)) return undefined;
      return { ...sum, units: units + value };
    case 'tail':
      return units < 10 ? { ...sum, units: units + value } : undefined;
    case 'whole':
      return hundreds + units + total === 0 ? { ...sum, total: value, scale: 1_000 } : undefined;
    case 'more':
      return hundreds + units + more === 0 ? { ...sum, more: value } : undefined;
    case 'teen':
      return units > 0 && units < 10 ? { ...sum, units: units + value } : undefined;
    case 'times':
      if (value === 10) return units > 0 && units < 10 ? { ...sum, units: units * 10 } : undefined;
      if (value === 100)
        return hundreds === 0
          ? { ...sum, hundreds: (Math.max(1, units) + more) * 100, units: 0, more: 0 }
          : undefined;
      if (value >= scale) return undefined;
      return {
        total: total + (Math.max(1, hundreds + units) + more) * value,
        scale: value,
        hundreds: 0,
        units: 0,
        more: 0,
      };
  }
}

/** Without accents, Devanagari without dots below, Arabic letters in one form. */
function plain(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mn}+|\u093c/gu, '$1')
    .normalize('NFC')
    .replace(/[\u064b-\u065f\u0670\u0640]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه');
}
