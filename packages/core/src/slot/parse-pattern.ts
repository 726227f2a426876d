/** A pattern as a tree. `most` of a repeat is undefined when there is no end to it. */
export type PatternNode =
  | { readonly kind: 'character'; readonly fits: (character: string) => boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'either'; readonly ways: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly of: PatternNode;
      readonly least: number;
      readonly most: number | undefined;
    }
  | { readonly kind: 'begin' | 'finish' };

export type ParsedPattern =
  | { readonly kind: 'parsed'; readonly root: PatternNode }
  | { readonly kind: 'wrong'; readonly why: string };

const mostRepeats = 100;
const longestPattern = 500;

/** Reads the notation that `compilePattern` describes. */
export function parsePattern(source: string): ParsedPattern {
  if (source.length > longestPattern)
    return { kind: 'wrong', why: `it is longer than ${longestPattern} characters` };
  const reader = new PatternReader([...source]);
  const root = reader.either();
  if (reader.why === undefined && reader.peek() !== undefined) reader.fail('there is a ")" too many');
  return reader.why === undefined ? { kind: 'parsed', root } : { kind: 'wrong', why: reader.why };
}

const nothing: PatternNode = { kind: 'sequence', parts: [] };

/** A place in the text of a pattern that moves on as it is read; the first objection stops it. */
class PatternReader {
  why: string | undefined;
  readonly #characters: readonly string[];
  #at = 0;

  constructor(characters: readonly string[]) {
    this.#characters = characters;
  }

  peek(ahead = 0): string | undefined {
    return this.why === undefined ? this.#characters[this.#at + ahead] : undefined;
  }

  fail(why: string): PatternNode {
    this.why ??= why;
    return nothing;
  }

  either(depth = 0): PatternNode {
    if (depth > 20) return this.fail('its groups are nested too deeply');
    const ways = [this.#sequence(depth)];
    while (this.peek() === '|') {
      this.#at += 1;
      ways.push(this.#sequence(depth));
    }
    const [only] = ways;
    return ways.length === 1 && only !== undefined ? only : { kind: 'either', ways };
  }

  #sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    for (let next = this.peek(); next !== undefined && next !== '|' && next !== ')'; next = this.peek()) {
      parts.push(this.#repeated(this.#atom(depth)));
    }
    return { kind: 'sequence', parts };
  }

  #atom(depth: number): PatternNode {
    const character = this.#take();
    switch (character) {
      case '(':
        return this.#group(depth);
      case '[':
        return this.#class();
      case '.':
        return { kind: 'character', fits: (other) => other !== '\n' };
      case '^':
        return { kind: 'begin' };
      case '$':
        return { kind: 'finish' };
      case '\\':
        return { kind: 'character', fits: this.#escape() };
      case '*':
      case '+':
      case '?':
      case '{':
        return this.fail(
          `"${character}" has nothing before it to repeat; write "\\${character}" for the character`,
        );
      default:
        return { kind: 'character', fits: literal(character) };
    }
  }

  #group(depth: number): PatternNode {
    if (this.peek() === '?') {
      if (this.peek(1) !== ':')
        return this.fail('"(?" may only be followed by ":"; look-around is not possible here');
      this.#at += 2;
    }
    const inside = this.either(depth + 1);
    if (this.peek() !== ')') return this.fail('a "(" is not closed');
    this.#at += 1;
    return inside;
  }

  #repeated(of: PatternNode): PatternNode {
    const limits = this.#limits();
    if (limits === undefined) return of;
    if (this.peek() === '?' || this.peek() === '+' || this.peek() === '*')
      return this.fail('one repetition follows another; keep one of them');
    return { kind: 'repeat', of, ...limits };
  }

  #limits(): { readonly least: number; readonly most: number | undefined } | undefined {
    switch (this.peek()) {
      case '*':
        this.#at += 1;
        return { least: 0, most: undefined };
      case '+':
        this.#at += 1;
        return { least: 1, most: undefined };
      case '?':
        this.#at += 1;
        return { least: 0, most: 1 };
      case '{':
        return this.#counts();
      case undefined:
      default:
        return undefined;
    }
  }

  #counts(): { readonly least: number; readonly most: number | undefined } {
    const rest = this.#characters.slice(this.#at).join('');
    const [all = '', least = '', comma, most = ''] = /^\{(\d{1,3})(,)?(\d{1,3})?\}/.exec(rest) ?? [];
    this.#at += all.length;
    const counts = {
      least: Number(least),
      most: comma === undefined ? Number(least) : most === '' ? undefined : Number(most),
    };
    const wrong =
      all === '' ||
      Math.max(counts.least, counts.most ?? 0) > mostRepeats ||
      counts.least > (counts.most ?? counts.least);
    if (wrong) this.fail(`"{" must be followed by one or two counts up to ${mostRepeats} and "}"`);
    return counts;
  }

  #class(): PatternNode {
    const not = this.peek() === '^';
    if (not) this.#at += 1;
    const members: ((character: string) => boolean)[] = [];
    for (let next = this.peek(); next !== ']'; next = this.peek()) {
      if (next === undefined) return this.fail('a "[" is not closed');
      const from = this.#take();
      if (from === '\\') {
        members.push(this.#escape());
        continue;
      }
      const to = this.peek(1);
      if (this.peek() !== '-' || to === undefined || to === ']') {
        members.push(literal(from));
        continue;
      }
      this.#at += 2;
      if (to === '\\' || to < from) return this.fail(`"${from}-${to}" is not a range`);
      members.push((character) => cases(character).some((each) => each >= from && each <= to));
    }
    this.#at += 1;
    return { kind: 'character', fits: (character) => members.some((fits) => fits(character)) !== not };
  }

  #escape(): (character: string) => boolean {
    const character = this.#take();
    const named = classes[character];
    if (named !== undefined) return (other) => named.test(other);
    if (character === 'p' || character === 'P') return this.#property(character === 'P');
    if (character === 'n') return literal('\n');
    if (character === 't') return literal('\t');
    if (character === '' || /[\p{L}\p{N}]/u.test(character)) {
      this.fail(`"\\${character}" is not known here`);
      return () => false;
    }
    return literal(character);
  }

  #property(not: boolean): (character: string) => boolean {
    const rest = this.#characters.slice(this.#at).join('');
    const [all = '', name = ''] = /^\{(L|Lu|Ll|M|N|Nd|P|S|Z)\}/.exec(rest) ?? [];
    this.#at += all.length;
    if (all === '')
      this.fail('"\\p" must be followed by one of {L}, {Lu}, {Ll}, {M}, {N}, {Nd}, {P}, {S}, {Z}');
    const test = new RegExp(`^\\p{${name === '' ? 'L' : name}}$`, 'u');
    return (character) => test.test(character) !== not;
  }

  #take(): string {
    const character = this.peek() ?? '';
    this.#at += 1;
    return character;
  }
}

/** Each looks at one character, so none can take long. */
const classes: Readonly<Record<string, RegExp>> = {
  d: /^\p{Nd}$/u,
  D: /^\P{Nd}$/u,
  w: /^[\p{L}\p{M}\p{N}_]$/u,
  W: /^[^\p{L}\p{M}\p{N}_]$/u,
  s: /^\s$/u,
  S: /^\S$/u,
};

function literal(character: string): (other: string) => boolean {
  const folded = character.toLowerCase();
  return (other) => other === character || other.toLowerCase() === folded;
}

function cases(character: string): readonly string[] {
  return [character, character.toLowerCase(), character.toUpperCase()];
}
