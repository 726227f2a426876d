/**
 * What somebody wrote in the one form that word lists are matched against: compatibility
 * characters folded (NFKC), lower case, straight quotes and dashes, single spaces.
 */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/gu, "'")
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The words alone: comparable text without punctuation, emoji or apostrophes. "Yes, please!" is "yes please". */
export function bareWords(text: string): string {
  // The same, without looking for what ASCII does not have.
  if (ascii.test(text))
    return text
      .toLowerCase()
      .replace(/['`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return comparableText(text)
    .replace(/'/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

const ascii = /^[\0-\x7f]*$/;
