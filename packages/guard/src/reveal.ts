/** A text as it is meant to be read. `disguise`: how it had been hidden, if it was. */
export type Revealed = { readonly text: string; readonly disguise?: Disguise };
export type Disguise = 'spaced-out' | 'leetspeak' | 'look-alikes' | 'encoded' | 'invisible';

/**
 * Undoes what hides words from a comparison: invisible characters, letters of other scripts that
 * look like Latin ones, digits for letters, letters with spaces between them, Base64 and hex. It only makes a text readable; what it then says is judged like anything else.
 */
export function reveal(raw: string): Revealed {
  const visible = raw.normalize('NFKC').replace(invisible, '');
  const hidden = (raw.match(invisible)?.length ?? 0) > 3;
  const looked = withoutLookAlikes(visible);
  const joined = joinSpacedOut(looked);
  const decoded = decode(joined);
  if (decoded !== undefined) return { text: decoded, disguise: 'encoded' };
  const spelled = withoutLeet(joined);
  if (joined !== looked) return { text: spelled, disguise: 'spaced-out' };
  if (spelled !== joined) return { text: spelled, disguise: 'leetspeak' };
  if (looked !== visible) return { text: looked, disguise: 'look-alikes' };
  return hidden ? { text: visible, disguise: 'invisible' } : { text: visible };
}

/** Zero-width characters, joiners and direction marks, tags; not the joiner that Indic scripts and emoji need. */
const invisible = /[\u00ad\u200b\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu;

/** Cyrillic and Greek letters that look like Latin ones. */
const lookAlikes = new Map(
  Array.from('аеорсухіјѕԁһӏԛԝАВЕКМНОРСТХЅІЈαοενικρτυχβΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', (letter, at) => [
    letter,
    'aeopcyxijsdhlqwABEKMHOPCTXSIJaoevikptuxBABEZHIKMNOPTYX'.charAt(at),
  ]),
);

/** Within a word that also has Latin letters, look-alikes are read as Latin. */
function withoutLookAlikes(text: string): string {
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text)) return text;
  return text.replace(/[\p{L}\p{M}]+/gu, (word) =>
    /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)
      ? [...word].map((letter) => lookAlikes.get(letter) ?? letter).join('')
      : word,
  );
}

/** "w r i t e  a  p o e m" → "write a poem": five or more single letters in a row, words by wider gaps. */
function joinSpacedOut(text: string): string {
  const spaced =
    /(?<![\p{L}\p{N}])\p{Script=Latin}(?:([ .\-_*|·])\1{0,2}\p{Script=Latin}){4,}(?![\p{L}\p{N}])/gu;
  return text.replace(spaced, (run) =>
    run
      .split(/([ .\-_*|·])\1+|(?<=\p{L})[.\-_*|·](?= )| (?=[.\-_*|·])/u)
      .filter((word): word is string => word !== undefined && word.trim() !== '' && /\p{L}/u.test(word))
      .map((word) => word.replace(/[ .\-_*|·]/gu, ''))
      .join(' '),
  );
}

const digitLetters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** "wr1t3 4 p03m": at least two words with digits inside, between letters. */
function withoutLeet(text: string): string {
  const mixed =
    /(?<![\p{L}\p{N}@$])(?=[\p{Script=Latin}\d@$!]*\p{Script=Latin})(?=[\p{Script=Latin}\d@$!]*[013457@$])[\p{Script=Latin}\d@$!]{3,}/gu;
  const words = (text.match(mixed) ?? []).filter(isLeet);
  // Romanised Arabic writes 2, 3, 5 and 7 for letters: those alone are no disguise.
  if (words.length < 2 || !words.some((word) => /[014@$]/u.test(word))) return text;
  return text.replace(mixed, (word) =>
    isLeet(word) ? word.replace(/[013457@$!]/gu, (digit) => digitLetters[digit] ?? digit) : word,
  );
}

/** Digits between letters, or letters on both sides of one; "a1042" and "2nd" are none. */
function isLeet(word: string): boolean {
  return (
    /\p{Script=Latin}[013457@$]+\p{Script=Latin}/u.test(word) ||
    /^[013457@$]\p{Script=Latin}{2,}[013457@$]/u.test(word)
  );
}

/** What a blob says, if it is Base64 or hex of something that reads like words. */
function decode(text: string): string | undefined {
  const around = (blob: string, meaning: string): string => text.replace(blob, ` ${meaning} `).trim();
  const base64 = text.match(/(?<![\w+/])[A-Za-z0-9+/]{16,}={0,2}(?![\w+/=])/u)?.[0];
  if (base64 !== undefined && /[A-Z]/.test(base64) && /[a-z]/.test(base64)) {
    const meaning = readable(bytesOfBase64(base64));
    if (meaning !== undefined) return around(base64, meaning);
  }
  const hex = text.match(/(?<![\w])(?:(?:0x)?[0-9a-f]{2}[\s:,]?){8,}(?![\w])/iu)?.[0];
  if (hex !== undefined && /[a-f]/i.test(hex)) {
    const pairs = hex.replace(/0x/gi, '').match(/[0-9a-f]{2}/giu) ?? [];
    const meaning = readable(pairs.map((pair) => Number.parseInt(pair, 16)));
    if (meaning !== undefined) return around(hex, meaning);
  }
  return undefined;
}

function bytesOfBase64(blob: string): readonly number[] {
  try {
    return [...atob(blob)].map((character) => character.charCodeAt(0));
  } catch {
    return [];
  }
}

/** Bytes as text if nearly all of it is letters, digits, spaces and punctuation. */
function readable(bytes: readonly number[]): string | undefined {
  if (bytes.length < 6) return undefined;
  const text = new TextDecoder('utf-8').decode(new Uint8Array(bytes));
  const fine = text.match(/[\p{L}\p{M}\p{N}\s.,!?'"-]/gu)?.length ?? 0;
  return fine >= 0.95 * [...text].length ? text : undefined;
}
