import { foldLetters } from './checked-words.ts';

/**
 * Compiles the phrases of one check into one pattern over `checkedWords`. A phrase is words apart by
 * a space: `(a|b c)` is one of these, `(a)?` may be missing, `word*` may go on, `~` is up to four
 * words within the sentence, `^` and `$` are the whole text's ends. Every repetition has an upper
 * bound, so a text takes time in proportion to its length, however it is built.
 * `unspaced`: for scripts without spaces; `~` is then up to eight characters.
 */
export function phrasePattern(phrases: readonly string[], unspaced: boolean): RegExp {
  const compiled = phrases.map((phrase) => compilePhrase(foldLetters(phrase), unspaced));
  return new RegExp(compiled.length === 0 ? '(?!)' : compiled.join('|'), 'u');
}

function compilePhrase(phrase: string, unspaced: boolean): string {
  const parts = splitAtDepthZero(phrase, ' ').filter((part) => part !== '');
  const closed = parts.at(-1) === '$' || unspaced;
  return parts.map((part) => compilePart(part, unspaced)).join('') + (closed ? '' : '(?= |$)');
}

function compilePart(part: string, unspaced: boolean): string {
  if (part === '^') return unspaced ? '^\\.{0,2}' : '^(?: \\.){0,2}';
  if (part === '$') return unspaced ? '\\.{0,3}$' : '(?: \\.){0,3} $';
  if (part === '~') return unspaced ? '[^.]{0,8}' : '(?: [^ .]{1,40}){0,4}';
  const group = /^\((.*)\)(\??)$/su.exec(part);
  if (group !== null) {
    const choices = splitAtDepthZero(group[1] ?? '', '|').map((choice) =>
      splitAtDepthZero(choice, ' ')
        .filter((word) => word !== '')
        .map((word) => compilePart(word, unspaced))
        .join(''),
    );
    return `(?:${choices.join('|')})${group[2] ?? ''}`;
  }
  const word = part.replaceAll('.', '\\.').replaceAll('*', '[^ .]{0,24}');
  if (unspaced) return word;
  // Arabic writes "and" as one word with what follows.
  // Hindi inflects at the end of a word.
  if (/^\p{Script=Devanagari}{4,}$/u.test(word)) return ` ${word}[^ .]{0,3}`;
  return /^\p{Script=Arabic}/u.test(word) ? ` و?${word}` : ` ${word}`;
}

function splitAtDepthZero(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let current = '';
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === separator && depth === 0) {
      parts.push(current);
      current = '';
    } else current += character;
  }
  if (depth !== 0) throw new Error(`The phrase "${text}" has a bracket that does not close`);
  return [...parts, current];
}
