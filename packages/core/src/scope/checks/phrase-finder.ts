import { foldLetters } from './checked-words.ts';
import { phraseAnchors } from './phrase-anchors.ts';
import { phrasePattern } from './phrase-pattern.ts';

/** Finds one check's phrases of one language. */
export type PhraseFinder = {
  /** What `phrasePattern` over all its phrases would find first. `forms`: of the words, or of more words than these. */
  find(words: string, forms: ReadonlySet<string>): string | undefined;
  /** Every place where a phrase stands, replaced. */
  replace(words: string, forms: ReadonlySet<string>, by: string): string;
};

/**
 * Most texts hold no word of most phrases: only phrases whose words are there are tried, and compiled when that first
 * happens. What is found does not depend on that.
 */
export function createPhraseFinder(phrases: readonly string[], unspaced: boolean): PhraseFinder {
  const byAnchor = new Map<string, number[]>();
  const always: number[] = [];
  for (const [at, phrase] of phrases.entries()) {
    const anchors = unspaced ? undefined : phraseAnchors(foldLetters(phrase));
    if (anchors === undefined) always.push(at);
    for (const anchor of anchors ?? []) {
      const known = byAnchor.get(anchor);
      if (known === undefined) byAnchor.set(anchor, [at]);
      else known.push(at);
    }
  }
  const compiled: (RegExp | undefined)[] = [];
  const patternOf = (at: number): RegExp => (compiled[at] ??= phrasePattern([phrases[at] ?? ''], unspaced));
  let everything: RegExp | undefined;
  const whole = (): RegExp => (everything ??= new RegExp(phrasePattern(phrases, unspaced), 'gu'));

  function possible(forms: ReadonlySet<string>): readonly number[] {
    let found: Set<number> | undefined;
    for (const form of forms) {
      const here = byAnchor.get(form);
      if (here === undefined) continue;
      found ??= new Set(always);
      for (const at of here) found.add(at);
    }
    return found === undefined ? always : [...found].toSorted((a, b) => a - b);
  }

  return {
    find(words, forms) {
      if (unspaced) return words.match(whole())?.[0];
      let first: RegExpExecArray | undefined;
      for (const at of possible(forms)) {
        const match = patternOf(at).exec(words);
        if (match !== null && (first === undefined || match.index < first.index)) first = match;
      }
      return first?.[0];
    },
    replace: (words, forms, by) => (possible(forms).length === 0 ? words : words.replace(whole(), by)),
  };
}
