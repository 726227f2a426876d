import { compileProgram, type Program } from './pattern-program.ts';
import { parsePattern } from './parse-pattern.ts';

/** A stretch of a text. Offsets in UTF-16 units; `end` is the first unit after it. */
export type Span = { readonly start: number; readonly end: number };

/**
 * A pattern whose matching takes time in proportion to the text, whatever pattern and text are: it
 * follows all ways through the pattern at once instead of trying one after the other. Case does not count.
 */
export type LinearPattern = {
  /** Whether the whole text is of this form. */
  matches(text: string): boolean;
  /** The first place in the text that is of this form, as long as it can be; undefined for none. */
  find(text: string): Span | undefined;
};

/** A compiled pattern, or why it is none and what to write instead. */
export type CompiledPattern =
  | { readonly kind: 'pattern'; readonly pattern: LinearPattern }
  | { readonly kind: 'wrong'; readonly why: string };

/**
 * Compiles the usual notation: literals, `.`, `[a-z]`, `\d \w \s \p{L}` and their opposites, groups,
 * `|`, `* + ? {2,5}`, `^` and `$`. Look-around and back-references have no linear-time form and are refused.
 */
export function compilePattern(source: string): CompiledPattern {
  const parsed = parsePattern(source);
  if (parsed.kind === 'wrong') return parsed;
  const program = compileProgram(parsed.root);
  if (program === undefined) return { kind: 'wrong', why: 'it repeats too much; use smaller counts' };
  return {
    kind: 'pattern',
    pattern: {
      matches: (text) => {
        const span = run(program, text, true);
        return span !== undefined && span.end === text.length;
      },
      find: (text) => run(program, text, false),
    },
  };
}

/** Leftmost, then longest. `anchored`: only what starts at the beginning. */
function run(program: Program, text: string, anchored: boolean): Span | undefined {
  let best: Span | undefined;
  let threads = new Map<number, number>();
  const characters = [...text];
  let offset = 0;
  for (let index = 0; index <= characters.length; index += 1) {
    const character = characters[index];
    if (best === undefined && (index === 0 || !anchored)) {
      if (!threads.has(0)) threads.set(0, offset);
    }
    const reached = closure(program, threads, { first: index === 0, last: character === undefined });
    const from = reached.get(program.accept);
    if (from !== undefined && (best === undefined || from <= best.start)) best = { start: from, end: offset };
    if (character === undefined) break;
    threads = new Map();
    for (const [place, start] of reached) {
      const step = program.steps[place];
      if (step?.kind !== 'take' || !step.fits(character)) continue;
      if (best !== undefined && start > best.start) continue;
      const known = threads.get(step.to);
      if (known === undefined || start < known) threads.set(step.to, start);
    }
    offset += character.length;
    if (threads.size === 0 && (anchored || best !== undefined)) break;
  }
  return best;
}

/** Every place that can be reached without taking a character, each with its earliest start. */
function closure(
  program: Program,
  threads: ReadonlyMap<number, number>,
  edge: { readonly first: boolean; readonly last: boolean },
): ReadonlyMap<number, number> {
  const reached = new Map<number, number>();
  const open = [...threads].toSorted(([, a], [, b]) => b - a);
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const [place, start] = top;
    if (reached.has(place)) continue;
    reached.set(place, start);
    const step = program.steps[place];
    if (step?.kind === 'either') for (const to of step.to.toReversed()) open.push([to, start]);
    if (step?.kind === 'begin' && edge.first) open.push([step.to, start]);
    if (step?.kind === 'finish' && edge.last) open.push([step.to, start]);
  }
  return reached;
}
