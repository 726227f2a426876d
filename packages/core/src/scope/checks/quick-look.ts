import type { PhraseFinder } from './phrase-finder.ts';
import { wordBeginning } from './phrase-anchors.ts';

/**
 * Says of a text in ASCII, without bringing it into the form of `checkedWords`, that no phrase of some finders stands
 * in it: none of its words is one of their anchors. Of a text in other letters, one with letters spelled out or
 * stretched, and one that holds an anchor, it says that a phrase may.
 * `finders`: of languages with spaces; those of scripts other than Latin find nothing in ASCII.
 */
export function createQuickLook(finders: readonly PhraseFinder[]): (text: string) => boolean {
  const anchors = new Set(finders.flatMap(({ byAnchor }) => [...byAnchor.keys()]));
  const triesAll = finders.some((finder) => finder.mayFind(new Map()));
  return (text) => triesAll || mayHold(text.toLowerCase(), anchors);
}

/** So many single letters after each other may be a word spelled out. */
const spelled = 4;

function mayHold(text: string, anchors: ReadonlySet<string>): boolean {
  let word = '';
  let from = 0;
  let singles = 0;
  let last = 0;
  let lastButOne = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : space;
    if (code > lastAscii) return true;
    if (isLetterOrDigit(code)) {
      if (code === last && code === lastButOne && code >= letterA) return true;
      lastButOne = last;
      last = code;
      continue;
    }
    word += text.slice(from, at);
    from = at + 1;
    // They stand within words: "don't" is "dont".
    if (code === apostrophe || code === backtick) continue;
    last = 0;
    if (word === '') continue;
    if (
      anchors.has(word) ||
      (word.length >= wordBeginning && anchors.has(`${word.slice(0, wordBeginning)}*`))
    )
      return true;
    singles = word.length === 1 ? singles + 1 : 0;
    if (singles >= spelled) return true;
    word = '';
  }
  return false;
}

const space = 0x20;
const apostrophe = 0x27;
const backtick = 0x60;
const lastAscii = 0x7f;
const letterA = 0x61;

function isLetterOrDigit(code: number): boolean {
  return (code >= letterA && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
