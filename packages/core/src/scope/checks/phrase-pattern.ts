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

/** A part of a phrase. `choices`: phrases themselves. */
export type PhrasePart =
  | { readonly kind: 'start' | 'end' | 'gap' }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'group'; readonly choices: readonly string[]; readonly optional: boolean };

/** What a phrase is made of, in order. */
export function phraseParts(phrase: string): readonly PhrasePart[] {
  return splitAtDepthZero(phrase, ' ')
    .filter((part) => part !== '')
    .map(readPart);
}

function readPart(part: string): PhrasePart {
  if (part === '^') return { kind: 'start' };
  if (part === '$') return { kind: 'end' };
  if (part === '~') return { kind: 'gap' };
  const group = /^\((.*)\)(\??)$/su.exec(part);
  if (group === null) return { kind: 'word', word: part };
  return { kind: 'group', choices: splitAtDepthZero(group[1] ?? '', '|'), optional: group[2] === '?' };
}

function compilePhrase(phrase: string, unspaced: boolean): string {
  const parts = phraseParts(phrase);
  const closed = parts.at(-1)?.kind === 'end' || unspaced;
  return compileParts(parts, unspaced) + (closed ? '' : '(?= |$)');
}

function compileParts(parts: readonly PhrasePart[], unspaced: boolean): string {
  return parts.map((part) => compilePart(part, unspaced)).join('');
}

function compilePart(part: PhrasePart, unspaced: boolean): string {
  switch (part.kind) {
    case 'start':
      return unspaced ? '^\\.{0,2}' : '^(?: \\.){0,2}';
    case 'end':
      return unspaced ? '\\.{0,3}$' : '(?: \\.){0,3} $';
    case 'gap':
      return unspaced ? '[^.]{0,8}' : '(?: [^ .]{1,40}){0,4}';
    case 'group': {
      const choices = part.choices.map((choice) => compileParts(phraseParts(choice), unspaced));
      return `(?:${choices.join('|')})${part.optional ? '?' : ''}`;
    }
    case 'word':
      return compileWord(part.word, unspaced);
  }
}

function compileWord(written: string, unspaced: boolean): string {
  const word = written.replaceAll('.', '\\.').replaceAll('*', '[^ .]{0,24}');
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
