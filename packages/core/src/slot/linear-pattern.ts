import { RE2JS, RE2JSException } from 're2js';

/** A stretch of a text. Offsets in UTF-16 units; `end` is the first unit after it. */
export type Span = { readonly start: number; readonly end: number };

/**
 * A pattern whose matching takes time in proportion to the text, whatever pattern and text are: an
 * owner's pattern must not stop the engine. Case does not count.
 */
export type LinearPattern = {
  /** Whether the whole text is of this form. */
  matches(text: string): boolean;
  /** The first place in the text that is of this form; undefined for none. */
  find(text: string): Span | undefined;
};

/** A compiled pattern, or why it is none and what to write instead. */
export type CompiledPattern =
  | { readonly kind: 'pattern'; readonly pattern: LinearPattern }
  | { readonly kind: 'wrong'; readonly why: string };

const longestPattern = 500;
/** Beyond this it would take memory out of proportion to what it says. */
const mostRepeats = 100;

/**
 * Compiles the usual notation: literals, `.`, `[a-z]`, `\d \w \s \p{L}` and their opposites, groups,
 * `|`, `* + ? {2,5}`, `^` and `$`. Look-around and back-references have no linear-time form and are refused.
 */
export function compilePattern(source: string): CompiledPattern {
  if (source.length > longestPattern)
    return { kind: 'wrong', why: `it is longer than ${longestPattern} characters` };
  const repeats = [...source.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].flatMap(([, least, most]) => [least, most]);
  const product = repeats.reduce((total, count) => total * Math.max(1, Number(count ?? 1)), 1);
  if (repeats.some((count) => Number(count ?? 0) > mostRepeats) || product > mostRepeats ** 2)
    return { kind: 'wrong', why: `it repeats too much; use counts up to ${mostRepeats}` };
  try {
    const compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
    return { kind: 'pattern', pattern: linear(compiled) };
  } catch (error) {
    if (error instanceof RE2JSException) return { kind: 'wrong', why: error.message };
    throw error;
  }
}

function linear(compiled: RE2JS): LinearPattern {
  return {
    matches: (text) => compiled.matches(text),
    find: (text) => {
      const matcher = compiled.matcher(text);
      return matcher.find() ? { start: matcher.start(), end: matcher.end() } : undefined;
    },
  };
}
