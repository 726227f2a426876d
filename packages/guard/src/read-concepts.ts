import { conceptForms } from './data/concepts/by-language.ts';

/** What a text's words stand for. Concepts are numbers, the same in every language. */
export type ConceptsRead = {
  /** In the order of the text, a phrase as one; a word that may stand for two has both, one that nothing is known of none. */
  readonly found: readonly (readonly number[])[];
  /** How many words or phrases nothing is known of. */
  readonly unknown: number;
};

/** Finds the concepts of the words that `likenessTokens` makes of a text. */
export type ConceptReader = (tokens: readonly string[]) => ConceptsRead;

/** Forms in the order of their characters, and the concepts of each. */
type Lexicon = {
  readonly forms: readonly string[];
  readonly concepts: readonly (readonly number[])[];
  readonly exact: ReadonlyMap<string, readonly number[]>;
  /** The words, or characters of Chinese, that phrases begin with, and of how many the longest is. */
  readonly phraseBeginnings: ReadonlyMap<string, number>;
};

const longestPhrase = 4;
const longestHan = 5;
const longestEnding = 3;
const shortestStem = 4;
/** So many words are remembered with what they stand for; memory is bounded. */
const mostRemembered = 5_000;

/** Words that are in no list of the language may be English, or of the language in another script. */
const lexiconsOf: Readonly<Record<string, readonly string[]>> = {
  en: ['en'],
  es: ['es', 'en'],
  pt: ['pt', 'en'],
  fr: ['fr', 'en'],
  id: ['id', 'en'],
  hi: ['hi', 'hi-Latn', 'en'],
  'hi-Latn': ['hi-Latn', 'en'],
  ar: ['ar', 'ar-Latn', 'en'],
  'ar-Latn': ['ar-Latn', 'en'],
  zh: ['zh', 'en'],
};

const readers = new Map<string, ConceptReader>();

/** The reader of a language; undefined where no words of it are known. */
export function conceptReader(language: string): ConceptReader | undefined {
  const ready = readers.get(language);
  if (ready !== undefined) return ready;
  const names = lexiconsOf[language];
  if (names === undefined) return undefined;
  const made = createConceptReader(names.map(lexiconOf));
  readers.set(language, made);
  return made;
}

const lexicons = new Map<string, Lexicon>();

function lexiconOf(language: string): Lexicon {
  const ready = lexicons.get(language);
  if (ready !== undefined) return ready;
  const made = parseLexicon(conceptForms[language] ?? '');
  lexicons.set(language, made);
  return made;
}

/** Reads concepts and their forms, parted by commas. */
function parseLexicon(text: string): Lexicon {
  const exact = new Map<string, number[]>();
  const phraseBeginnings = new Map<string, number>();
  for (const line of text.split(/[;\n]/)) {
    const [concept, ...forms] = line.split(',');
    if (concept === undefined || concept === '') continue;
    const number = conceptNumber(concept);
    for (const form of forms) {
      const known = exact.get(form);
      if (known === undefined) exact.set(form, [number]);
      else if (known.length < 2 && !known.includes(number)) known.push(number);
      const words = isHan(form) ? [...form] : form.split(' ');
      const [first = ''] = words;
      if (words.length > (phraseBeginnings.get(first) ?? 1)) phraseBeginnings.set(first, words.length);
    }
  }
  const forms = [...exact.keys()]
    .filter((form) => form.length >= shortestStem && !form.includes(' '))
    .toSorted();
  return { forms, concepts: forms.map((form) => exact.get(form) ?? []), exact, phraseBeginnings };
}

/** The number that stands for a concept's name. FNV-1a of 32 bits. Source: Fowler, Noll & Vo. */
export function conceptNumber(name: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}

const none: readonly number[] = [];

function createConceptReader(lists: readonly Lexicon[]): ConceptReader {
  const remembered = new Map<string, readonly number[]>();
  const ofWord = (word: string): readonly number[] => {
    const ready = remembered.get(word);
    if (ready !== undefined) return ready;
    const found = wordConcepts(lists, word);
    if (remembered.size < mostRemembered) remembered.set(word, found);
    return found;
  };
  return (tokens) => {
    const found: (readonly number[])[] = [];
    let [unknown, at] = [0, 0];
    while (at < tokens.length) {
      const { length, concepts } = phraseAt(lists, tokens, at) ?? {
        length: 1,
        concepts: ofWord(tokens[at] ?? ''),
      };
      if (concepts.length === 0) unknown += 1;
      found.push(concepts);
      at += length;
    }
    return { found, unknown };
  };
}

/** The longest phrase that begins there. Characters of Chinese are put together without spaces. */
function phraseAt(
  lists: readonly Lexicon[],
  tokens: readonly string[],
  at: number,
): { readonly length: number; readonly concepts: readonly number[] } | undefined {
  const first = tokens[at] ?? '';
  const han = isHan(first);
  let most = 1;
  if (han) while (most < longestHan && isHan(tokens[at + most] ?? '')) most += 1;
  else most = Math.min(longestPhrase, tokens.length - at);
  for (const { exact, phraseBeginnings } of lists) {
    for (let length = Math.min(most, phraseBeginnings.get(first) ?? 1); length > 1; length -= 1) {
      const concepts = exact.get(tokens.slice(at, at + length).join(han ? '' : ' '));
      if (concepts !== undefined) return { length, concepts };
    }
  }
  return undefined;
}

function wordConcepts(lists: readonly Lexicon[], word: string): readonly number[] {
  if (word.startsWith('#') || /^\d/.test(word))
    return [conceptNumber(word.startsWith('#') ? word : '#digits')];
  const forms = formsOf(word);
  for (const { exact } of lists)
    for (const form of forms) {
      const concepts = exact.get(form);
      if (concepts !== undefined) return concepts;
    }
  for (const list of lists)
    for (const form of forms) {
      const concepts = cut(list, form) ?? alike(list, form);
      if (concepts !== undefined) return concepts;
    }
  return none;
}

/** The concepts of a form that the word begins with. */
function cut({ exact }: Lexicon, word: string): readonly number[] | undefined {
  if (word.length === shortestStem && word.endsWith('s')) return exact.get(word.slice(0, -1));
  for (let ending = 1; ending <= longestEnding && word.length - ending >= shortestStem; ending += 1) {
    const concepts = exact.get(word.slice(0, -ending));
    if (concepts !== undefined) return concepts;
  }
  return undefined;
}

/** The concepts of the form that differs only in its ending. */
function alike({ forms, concepts }: Lexicon, word: string): readonly number[] | undefined {
  if (word.length < shortestStem || isHan(word)) return undefined;
  let [low, high] = [0, forms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((forms[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  let [best, least] = [-1, Infinity];
  for (const at of [low - 1, low]) {
    const form = forms[at];
    if (form === undefined) continue;
    const shared = sharedBeginning(form, word);
    const [ending, other] = [form.length - shared, word.length - shared];
    if (shared < shortestStem || ending > longestEnding || other > longestEnding) continue;
    if (ending + other < least && shared > shortestStem) [best, least] = [at, ending + other];
  }
  return concepts[best];
}

function sharedBeginning(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left.charCodeAt(at) === right.charCodeAt(at)) at += 1;
  return at;
}

function isHan(token: string): boolean {
  const code = token.charCodeAt(0);
  return code >= 0x34_00 && code <= 0x9f_ff;
}

/** A word and, in Arabic script, what is left without an article, a preposition or a pronoun. */
function formsOf(word: string): readonly string[] {
  if (!/^\p{Script=Arabic}{3,}$/u.test(word)) return [word];
  const bare = [word, word.replace(/^[وفبلك](?=.{3})/u, ''), word.replace(/^[وفبك]?(?:ال|لل)(?=.{2})/u, '')];
  const verbs = bare.map((each) => each.replace(/^(?:[به]?[يتنا]|ب[يتنا]|ح[يتنا]|س[يتنا])(?=.{3})/u, ''));
  const short = [...bare, ...verbs].map((each) =>
    each.replace(/(?<=.{3})(?:ي|ك|ه|ها|هم|كم|نا|ات|ين|ون|وا|ت|لي|لك)$/u, ''),
  );
  return [...new Set([...bare, ...short, ...verbs])];
}
