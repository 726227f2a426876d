/** Words and short phrases of one language, parted by commas; a word also counts with an ending of up to three letters. */
export type LikenessWords = {
  /** What customers write and hardly anybody asks a general assistant. */
  readonly business: string;
  /** What customers write often, and others too. */
  readonly businessWeak: string;
  /** What people ask a general assistant, and hardly any business. */
  readonly general: string;
  readonly generalWeak: string;
};

export type LikenessClass = keyof LikenessWords;

/** What of a text is known. `words`: how many there are; a phrase counts for one. */
export type LikenessHits = {
  readonly words: number;
  readonly unknown: number;
  readonly hits: Readonly<Record<LikenessClass, number>>;
  /** Phrases of two words and more, which say more than words do. */
  readonly phrases: Readonly<Record<LikenessClass, number>>;
  /** Whether it has an order number. */
  readonly code: boolean;
};

/** Finds what of the words of a text is known to the lists; of two lists that know a word the first counts. */
export type LikenessReader = (tokens: readonly string[], own: ReadonlySet<string>) => LikenessHits;

const longestPhrase = 5;
/** Shorter words are too often the beginning of others. */
const shortestStem = 4;
const longestEnding = 3;
const shortestMended = 6;
const longestExact = 9;

const classes = ['business', 'businessWeak', 'general', 'generalWeak'] as const;

export function createLikenessReader(lists: readonly LikenessWords[]): LikenessReader {
  const terms = new Map<string, LikenessClass>();
  for (const list of lists)
    for (const kind of classes)
      for (const term of list[kind].split(/[,\n]/)) {
        const key = likenessTokens(term).join(' ');
        if (key !== '' && !terms.has(key)) terms.set(key, kind);
      }
  const phraseBeginnings = new Set([...terms.keys()].flatMap(firstOfPhrase));
  const slips = new Map<string, LikenessClass>();
  for (const [term, kind] of terms)
    if (isMendable(term)) for (const slip of slipsOf(term)) if (!slips.has(slip)) slips.set(slip, kind);
  const known = new Map<string, LikenessClass | undefined>();
  const kindOfWord = (word: string): LikenessClass | undefined => {
    if (known.has(word)) return known.get(word);
    const kind = formsOf(word)
      .map((form) => stemmed(terms, form))
      .find((each) => each !== undefined);
    const found = kind ?? mended(terms, slips, word);
    if (known.size < mostRemembered) known.set(word, found);
    return found;
  };
  return (tokens, own) => read(tokens, own, { terms, phraseBeginnings, kindOfWord });
}

/** So many words are remembered with what they are; memory is bounded. */
const mostRemembered = 20_000;

function firstOfPhrase(term: string): readonly string[] {
  const space = term.indexOf(' ');
  return space < 0 ? [] : [term.slice(0, space)];
}

type KnownWords = {
  /** Words, and phrases of several. */
  readonly terms: ReadonlyMap<string, LikenessClass>;
  readonly phraseBeginnings: ReadonlySet<string>;
  readonly kindOfWord: (word: string) => LikenessClass | undefined;
};

/** `own`: words that the agent's examples use; what is general elsewhere is business here. */
function read(tokens: readonly string[], own: ReadonlySet<string>, known: KnownWords): LikenessHits {
  const { terms, kindOfWord } = known;
  const hits = { business: 0, businessWeak: 0, general: 0, generalWeak: 0 };
  const phrases = { business: 0, businessWeak: 0, general: 0, generalWeak: 0 };
  let [words, unknown, code, at] = [0, 0, false, 0];
  while (at < tokens.length) {
    words += 1;
    const length = phraseAt(tokens, at, known);
    const word = tokens[at] ?? '';
    const found = length > 1 ? terms.get(tokens.slice(at, at + length).join(' ')) : kindOfWord(word);
    const isOwn = found === 'general' && tokens.slice(at, at + length).every((each) => own.has(each));
    const kind = isOwn ? 'businessWeak' : found;
    if (word === '#code' || word === '#number') code ||= word === '#code';
    else if (kind === undefined) unknown += 1;
    else {
      hits[kind] += 1;
      if (length > 1) phrases[kind] += 1;
    }
    at += length;
  }
  return { words, unknown, hits, phrases, code };
}

/** How many tokens the longest known phrase that begins there has; 1 where none does. */
function phraseAt(tokens: readonly string[], at: number, { terms, phraseBeginnings }: KnownWords): number {
  if (!phraseBeginnings.has(tokens[at] ?? '')) return 1;
  for (let length = Math.min(longestPhrase, tokens.length - at); length > 1; length -= 1)
    if (terms.has(tokens.slice(at, at + length).join(' '))) return length;
  return 1;
}

function stemmed(terms: ReadonlyMap<string, LikenessClass>, word: string): LikenessClass | undefined {
  for (let cut = 0; cut <= longestEnding; cut += 1) {
    if (cut > 0 && word.length - cut < shortestStem) return undefined;
    const kind = terms.get(cut === 0 ? word : word.slice(0, -cut));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** A word and, in Arabic script, what is left without an article, a preposition or a pronoun. */
function formsOf(word: string): readonly string[] {
  if (!/^\p{Script=Arabic}{4,}$/u.test(word)) return [word];
  const bare = [word, word.replace(/^[وفبلك](?=.{3})/u, ''), word.replace(/^[وفبك]?(?:ال|لل)(?=.{2})/u, '')];
  const short = bare.map((each) => each.replace(/(?<=.{3})(?:ي|ك|ه|ها|هم|كم|نا|ات|ين|ون|وا|ت)$/u, ''));
  return [...new Set([...bare, ...short])];
}

function mended(
  terms: ReadonlyMap<string, LikenessClass>,
  slips: ReadonlyMap<string, LikenessClass>,
  word: string,
): LikenessClass | undefined {
  if (!isMendable(word)) return undefined;
  // A letter too few; a letter too many; in long words, where that hardly makes another one, a wrong letter.
  const near = [slips.get(word), ...slipsOf(word).map((slip) => terms.get(slip))];
  const found = near.find((kind) => kind !== undefined);
  if (found !== undefined || word.length < longestExact) return found;
  return slipsOf(word)
    .map((slip) => slips.get(slip))
    .find((kind) => kind !== undefined);
}

function isMendable(word: string): boolean {
  return word.length >= shortestMended && /^\p{Script=Latin}+$/u.test(word);
}

/** The word with any one of its letters but the first and the last left out. */
function slipsOf(word: string): readonly string[] {
  return Array.from({ length: word.length - 2 }, (_, at) => word.slice(0, at + 1) + word.slice(at + 2));
}

const elisions = /(?<![\p{L}\p{M}])(l|d|j|c|m|n|s|t|qu)['’](?=\p{L})/gu;

/**
 * The words of a text as they are compared: without accents, vowel signs of Arabic and long
 * letters ("heyyyy"), every Chinese character on its own, order numbers as one word.
 */
export function likenessTokens(text: string): readonly string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(elisions, '$1 ')
    .replace(/['’]/g, '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u0655\u0670\u0640\u093c]/g, '')
    .normalize('NFC')
    .replaceAll('\u0901', '\u0902')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/(?<![\p{L}\p{N}])(?:#\s?|[a-z]{1,3}-?)\d{3,}(?![\p{L}\p{N}])/gu, ' #code ')
    .replace(/(?<![\p{L}\p{N}])\d{4,}(?![\p{L}\p{N}])/gu, ' #number ');
  return plain.match(/#code|#number|\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ?? [];
}
