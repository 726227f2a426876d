/**
 * A text in the one form that the checks' phrases are matched against: words in lower case between
 * single spaces, " . " where a sentence ends. Accents, Arabic vowel signs and letter variants,
 * joiners, apostrophes, emoji and stretched letters ("heeelp") are gone; letters spelled out one by
 * one ("h e l p") are a word again.
 */
export function checkedWords(text: string): string {
  const plain = text
    .slice(0, longestChecked)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/gu, '')
    .replace(/['’‘ʼ`´]/gu, '');
  const words = joinSpelled(foldLetters(plain))
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/[.!?…。！？؟।;\n]{1,20}/gu, ' . ')
    .replace(/[^\p{L}\p{M}\p{N}.]{1,40}/gu, ' ')
    .trim();
  return ` ${words.replace(/ {2,}/gu, ' ')} `;
}

/** Whether somebody spelled words out letter by letter ("i g n o r e"), as nobody does who wants to be read. */
export function isSpelledOut(text: string): boolean {
  return eightLetters.test(text.slice(0, longestChecked).normalize('NFKC'));
}

/** WhatsApp texts have 4096 characters at most; a transcript may be longer, and is looked at in full. */
const longestChecked = 100_000;

/** A text without accents, Arabic articles, vowel signs and letter variants, nuktas and joiners. */
export function foldLetters(text: string): string {
  // Nothing of this is in ASCII.
  if (!/[\u0080-\uffff]/.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .replace(/[\u064b-\u065f\u0670\u0640]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/[ىی]/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .replace(/ک/gu, 'ك')
    .replace(/(?<![\p{L}\p{M}])(و?)(?:بال|لل|ال)(?=\p{L}{3})/gu, '$1')
    .replace(/[\u093c\u200c\u200d]/gu, '')
    .replace(/\u0901/gu, '\u0902');
}

function joinSpelled(text: string): string {
  return text.replace(fourLetters, (run) => run.replace(/[ .*_-]/gu, ''));
}

/** So many single letters of an alphabet or more, each apart from the next by one mark. */
function spelledRun(letters: number): RegExp {
  const single = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}]';
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${single}[ .*_-]){${letters - 1},60}${single}(?![\\p{L}\\p{N}])`,
    'gu',
  );
}

const fourLetters = spelledRun(4);
const eightLetters = new RegExp(spelledRun(8), 'u');
