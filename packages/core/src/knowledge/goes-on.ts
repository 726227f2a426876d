import type { Language } from '../language/language.ts';
import { isFiller, isVague } from './filler-words.ts';
import { isUnspaced, wordsOf } from './plain-words.ts';

/** A text of more words says by itself what it is about. */
const mostWords = 8;

type Going = { readonly beginnings: string; readonly pointers: string };

/** How a question begins that goes on from the one before, and the words that point back to it. */
const going: Readonly<Record<Language, Going>> = {
  en: {
    beginnings: 'and|what about|how about|also|but|or|what if|what happens if|if|even if|even|unless',
    pointers: 'it that this those these they them there one ones then too',
  },
  es: {
    beginnings: 'y|qué tal|que tal|también|pero|o|si|qué pasa si|que pasa si|y si|incluso|aunque',
    pointers: 'eso esto ese esa esos esas ellos ahí allí entonces lo la también',
  },
  pt: {
    beginnings: 'e|e se|também|mas|ou|se|o que acontece se|mesmo se|mesmo',
    pointers: 'isso isto esse essa esses essas ele ela aí lá então também',
  },
  fr: {
    beginnings: 'et|et pour|aussi|mais|ou|si|et si|que se passe t il si|même',
    pointers: 'ça cela ce ces celui celle ils elles là alors y aussi',
  },
  id: {
    beginnings: 'dan|terus|trus|kalau|kalo|lalu|atau|tapi|gimana kalau|bagaimana kalau|jika|meskipun',
    pointers: 'itu ini tersebut disana situ nya juga',
  },
  hi: {
    beginnings: 'और|या|लेकिन|तो|अगर|यदि|मगर',
    pointers: 'वह वो यह ये उस उसका उसकी उसके इसका इसकी इसके वहाँ वहां भी',
  },
  'hi-Latn': {
    beginnings: 'aur|ya|lekin|to|toh|agar|magar|phir',
    pointers: 'woh wo yeh ye uska uski uske iska iski iske wahan bhi',
  },
  ar: {
    beginnings: 'و|وماذا عن|ماذا عن|طيب|لكن|أو|ماذا لو|لو|إذا|اذا|وإذا|حتى لو',
    pointers: 'ذلك تلك هذا هذه هو هي هم هناك فيه أيضا كمان برضو',
  },
  zh: { beginnings: '那|那么|还有|而且|那个|但是|或者|如果|要是|万一', pointers: '它 那个 这个 那里 这里' },
};

/**
 * Whether a question seems to go on from the one before: it is short, and begins like that or points
 * back. `alone`: it has no subject of its own ("how much is that?").
 */
export function goesOn(
  text: string,
  language: Language,
): { readonly kind: 'goes-on'; readonly alone: boolean } | { readonly kind: 'by-itself' } {
  const words = wordsOf(text);
  const { beginnings, pointers } = going[language];
  if (words.length === 0 || words.length > mostWords || text.length > 80) return { kind: 'by-itself' };
  const plain = words.join(' ');
  const begins = beginnings.split('|').some((beginning) => beginsWith(plain, wordsOf(beginning).join(' ')));
  const pointing = pointers.split(' ').flatMap(wordsOf);
  const points = words.some((word) =>
    isUnspaced(word) ? pointing.some((pointer) => word.includes(pointer)) : pointing.includes(word),
  );
  const empty = words.every(
    (word) => !isUnspaced(word) && (isFiller(word, language) || pointing.includes(word)),
  );
  if (!begins && !points && !empty) return { kind: 'by-itself' };
  return {
    kind: 'goes-on',
    alone: empty || (points && words.every((word) => saysNothing(word, language, pointing))),
  };
}

/** Arabic and Chinese write "and" onto the word that follows. */
function beginsWith(plain: string, beginning: string): boolean {
  return (
    plain === beginning ||
    plain.startsWith(`${beginning} `) ||
    (/^(?:[و那]|如果|要是|万一)/u.test(beginning) && plain.startsWith(beginning))
  );
}

function saysNothing(word: string, language: Language, pointing: readonly string[]): boolean {
  if (isUnspaced(word)) return /^(多少钱|多久|它|那个|这个|呢|吗|要|的|是|需|价格)+$/u.test(word);
  return isFiller(word, language) || pointing.includes(word) || isVague(word);
}
