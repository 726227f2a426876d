import { plainWords } from '../slot/plain-words.ts';
import { quantityWords } from '../slot/quantity-words.ts';
import { takesSome } from '../slot/takes-some.ts';
import { takesThisOne } from '../slot/this-one-words.ts';
import { withAsciiDigits } from '../slot/digits.ts';

/** A longer text says more than how many of it. */
const mostWords = 9;

/** The product before the customer, as a text about ordering it says: "2 of them in blue". */
const meansShown =
  /(?<= )(?:it|them|these|those|this one|that one|of it|of them|one of those|los|las|lo quiero|la quiero|me lo llevo|me los llevo|de esos|de esas|ese|esos|esse|esses|desses|dessas|levo|le prends|la prends|les prends|en prends|en veux|celui ci|celui la|itu|ini|yang ini|yang itu|nya|यह|ये|यही|इसे|इनमें|ye|yeh|yahi|isko|inme|هذا|هذه|منه|منها|اخذه|آخذه)(?= )|这个|这款|那个|那款|它|就要|就这/u;
const wantsIt =
  /(?<= )(?:take|want|buy|order|get|give|have|ordered|quiero|llevo|compro|comprar|dame|quero|levo|vou levar|prends|veux|achete|achète|ambil|mau|beli|pesan|चाहिए|लूँगा|लूंगा|दे|chahiye|lunga|lungi|de|do|أريد|اريد|بدي|آخذ|اخذ|عايز)(?= )|要|买|来|拿/u;

/** How many of the product before them a customer takes; undefined for a text that is about something else. */
export function shownTaken(text: string, language: string): number | undefined {
  const some = takesSome(text, language);
  if (some !== undefined) return some;
  const written = ` ${withAsciiDigits(plainWords(text))} `;
  const words = written.trim().split(' ');
  if (words.length > mostWords || /[?？؟]/u.test(text)) return undefined;
  if (!takesThisOne(text) && !(meansShown.test(written) && wantsIt.test(written))) return undefined;
  const counts = words.flatMap((word) => countOf(word, language) ?? []);
  return counts[0] ?? 1;
}

/** A text without what counts in it, so that sizes and colours are left. */
export function withoutCounts(text: string, language: string): string {
  return withAsciiDigits(plainWords(text))
    .split(' ')
    .filter((word) => countOf(word, language) === undefined)
    .join(' ');
}

function countOf(word: string, language: string): number | undefined {
  if (/^\d{1,3}$/u.test(word)) return Number(word);
  return quantityWords[language]?.[word] ?? quantityWords['en']?.[word];
}
