import { foldLetters } from './checked-words.ts';
import { anchorForms, phraseAnchors } from './phrase-anchors.ts';
import { phrasePattern } from './phrase-pattern.ts';

/** Finds one check's phrases of one language, of which only those are tried that may stand in the text. */
export type PhraseFinder = {
  /** By word: the phrases, by number, of which every match holds it or another of their anchors. */
  readonly byAnchor: ReadonlyMap<string, readonly number[]>;
  /** Whether any of its phrases may stand in the text at all. */
  mayFind(possible: PossiblePhrases): boolean;
  /** What `phrasePattern` over all its phrases would find first. */
  find(words: string, possible: PossiblePhrases): string | undefined;
  /** Every place where a phrase stands, replaced. */
  replace(words: string, possible: PossiblePhrases, by: string): string;
};

/** By finder, the phrases that have a word in a text; those without anchors go without saying. */
export type PossiblePhrases = ReadonlyMap<PhraseFinder, ReadonlySet<number>>;

/** Says which phrases of which finders may stand in a text, or in a part of it. `words`: as `checkedWords` gives them. */
export type PhraseIndex = (words: string) => PossiblePhrases;

/** Most texts hold no word of most phrases, so that one look a word spares nearly all of them. */
export function createPhraseIndex(finders: readonly PhraseFinder[]): PhraseIndex {
  const places = new Map<string, { readonly finder: PhraseFinder; readonly at: readonly number[] }[]>();
  for (const finder of finders) {
    for (const [anchor, at] of finder.byAnchor) {
      const known = places.get(anchor);
      if (known === undefined) places.set(anchor, [{ finder, at }]);
      else known.push({ finder, at });
    }
  }
  return (words) => {
    const possible = new Map<PhraseFinder, Set<number>>();
    for (const form of anchorForms(words)) {
      for (const { finder, at } of places.get(form) ?? []) {
        const known = possible.get(finder);
        if (known === undefined) possible.set(finder, new Set(at));
        else for (const each of at) known.add(each);
      }
    }
    return possible;
  };
}

/** Phrases are compiled when they are first tried. What is found does not depend on which are. */
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

  const finder: PhraseFinder = {
    byAnchor,
    mayFind: (possible) => unspaced || always.length > 0 || possible.has(finder),
    find(words, possible) {
      if (unspaced) return words.match(whole())?.[0];
      const more = possible.get(finder);
      let first: RegExpExecArray | undefined;
      for (const at of more === undefined ? always : [...always, ...more].toSorted((a, b) => a - b)) {
        const match = patternOf(at).exec(words);
        if (match !== null && (first === undefined || match.index < first.index)) first = match;
      }
      return first?.[0];
    },
    replace: (words, possible, by) =>
      always.length > 0 || possible.has(finder) ? words.replace(whole(), by) : words,
  };
  return finder;
}
