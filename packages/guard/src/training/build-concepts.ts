import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { likenessTokens } from '../likeness-words.ts';

/**
 * Makes of the word lists in `concepts/` what the guard reads, `../data/concepts/`: of each
 * concept its forms as `likenessTokens` leaves them. What another list calls a concept and English takes
 * for a form of one (`purchase` of `buy`) is that one; every concept's name is an English form of it.
 * Run: `node --conditions=ambit-source packages/guard/src/training/build-concepts.ts`.
 */
const from = new URL('concepts/', import.meta.url);
const to = new URL('../data/concepts/', import.meta.url);

const files: Readonly<Record<string, string>> = {
  es: 'spanish',
  pt: 'portuguese',
  fr: 'french',
  id: 'indonesian',
  hi: 'hindi',
  'hi-Latn': 'romanisedHindi',
  ar: 'arabic',
  'ar-Latn': 'arabizi',
  zh: 'chinese',
};

const inALine = 16;

type Lexicon = Map<string, Set<string>>;

const english = readList('en');
const names = new Map<string, string>();
for (const [concept, forms] of english)
  for (const form of forms) if (!names.has(form)) names.set(form, concept);
for (const concept of english.keys()) names.set(concept, concept);

const built: Lexicon = new Map();
for (const [concept, forms] of english) {
  add(built, concept, folded(concept.replaceAll('-', ' ')));
  for (const form of forms) add(built, concept, folded(form.replaceAll('-', ' ')));
}
mkdirSync(to, { recursive: true });
for (const [language, file] of Object.entries(files)) {
  const lexicon: Lexicon = new Map();
  for (const [written, forms] of readList(language)) {
    const concept = names.get(written) ?? written;
    for (const form of forms) add(lexicon, concept, folded(form));
    if (!built.has(concept)) add(built, concept, folded(concept.replaceAll('-', ' ')));
  }
  write(file, lexicon);
}
write('english', built);

/** Lines of `concept: form form "two words"`. */
function readList(language: string): ReadonlyMap<string, readonly string[]> {
  const list = new Map<string, readonly string[]>();
  for (const line of readFileSync(new URL(`${language}.txt`, from), 'utf8').split('\n')) {
    const [, concept, rest] = /^\s*([^:#"]+):(.*)$/.exec(line) ?? [];
    if (concept === undefined || rest === undefined) continue;
    const forms = (rest.match(/"[^"]+"|[^\s"]+/g) ?? []).map((form) => form.replaceAll('"', ''));
    const name = concept.trim().toLowerCase();
    list.set(name, [...(list.get(name) ?? []), ...forms]);
  }
  return list;
}

/** Chinese characters stand together, words apart. */
function folded(form: string): string {
  const tokens = likenessTokens(form);
  return tokens.join(tokens.every((token) => /^\p{Script=Han}$/u.test(token)) ? '' : ' ');
}

function add(lexicon: Lexicon, concept: string, form: string): void {
  if (form === '') return;
  const forms = lexicon.get(concept) ?? new Set();
  lexicon.set(concept, forms.add(form));
}

function write(name: string, lexicon: Lexicon): void {
  const file = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  writeFileSync(
    new URL(`${file}.ts`, to),
    [
      '/** Concepts and their forms, parted by semicolons and line ends. Written by `training/build-concepts.ts`. */',
      `export const ${name} = \``,
      ...inLines([...lexicon].map(([concept, forms]) => [concept, ...forms].join(','))),
      '`;',
      '',
    ].join('\n'),
  );
}

function inLines(entries: readonly string[]): readonly string[] {
  return Array.from({ length: Math.ceil(entries.length / inALine) }, (_, at) =>
    entries.slice(at * inALine, (at + 1) * inALine).join(';'),
  );
}
