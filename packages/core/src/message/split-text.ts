/**
 * Cuts a text into pieces of at most `most` UTF-16 units, at a line break or a space where there is
 * one in the second half of a piece, never inside what is read as one character. Blank pieces are left out.
 */
export function splitText(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const end = cutBefore(rest, most);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}

/** The first piece of a text, marked with "…" when there was more. */
export function shortened(text: string, most: number): string {
  const whole = text.trim();
  if (whole.length <= most) return whole;
  return `${whole.slice(0, cutBefore(whole, most - 1)).trimEnd()}…`;
}

function cutBefore(text: string, most: number): number {
  const head = text.slice(0, most + 1);
  for (const mark of ['\n', ' ']) {
    const at = head.lastIndexOf(mark);
    if (at > most / 2) return at;
  }
  return endOfWhole(text, most);
}

/** At most so many UTF-16 units of a text, cut between what is read as two characters: an emoji stays whole. */
export function cutWhole(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, endOfWhole(text, most));
}

/** Where the last character ends that is whole within `most` units; a single one that is longer is cut by code points. */
function endOfWhole(text: string, most: number): number {
  const at = characters.segment(text).containing(most)?.index ?? most;
  if (at > 0) return at;
  const last = text.charCodeAt(most - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return splitsPair && most > 1 ? most - 1 : most;
}

/** Grapheme clusters are the same in all languages. Source: Unicode Standard Annex 29. */
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
