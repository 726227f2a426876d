/** Scripts that are written without spaces between words. */
const unspaced = /\p{Script=Han}+|\p{Script=Hiragana}+|\p{Script=Katakana}+|\p{Script=Thai}+/gu;

/** ASCII without apostrophes. */
const plainEnglish = /^[\n\r\t !-&(-~]*$/;

/**
 * Runs of letters and digits as customers' spellings are compared: lower case, Latin accents and
 * Arabic vowel marks off, Arabic letters of one sound and the article folded; "don't" is "dont"; a run
 * of Chinese is one.
 */
export function wordsOf(text: string): readonly string[] {
  // Of plain English nothing is folded.
  if (plainEnglish.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const plain = text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    // "d'ouverture" is two words, "don't" is one.
    .replace(/(?<!\p{L})(qu|[cdjlmnst])['’](?=\p{L}{2})/gu, '$1 ')
    .replace(/['’\u064b-\u065f\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replace(unspaced, ' $& ');
  return (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(withoutArticle);
}

export function isUnspaced(word: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word);
}

function withoutArticle(word: string): string {
  return word.length > 4 ? word.replace(/^ال(?=\p{Script=Arabic})/u, '') : word;
}
