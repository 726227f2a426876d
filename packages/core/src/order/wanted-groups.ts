import type { WantedToken } from './wanted-tokens.ts';
import { measureWords } from './wanted-words.ts';

/** Words that stand together, how many of it, and the sizes and colours among them. `place`: of its last token. */
export type WantedGroup = {
  readonly place: number;
  readonly words: readonly string[];
  readonly quantity: number | undefined;
  readonly chosenBy: readonly string[];
};

/** The groups of a text, in order, without what was counted already (`used`: places of tokens). */
export function groupsOf(tokens: readonly WantedToken[], used: ReadonlySet<number>): readonly WantedGroup[] {
  const groups: WantedGroup[] = [];
  let words: string[] = [];
  let chosenBy: string[] = [];
  let quantity: number | undefined;
  const close = (place: number): void => {
    if (words.length > 0 || chosenBy.length > 0) groups.push({ place: place - 1, words, quantity, chosenBy });
    words = [];
    chosenBy = [];
    quantity = undefined;
  };
  for (const [place, token] of [...tokens, { kind: 'break' } as const].entries()) {
    if (token.kind === 'variant') chosenBy.push(token.word);
    else if (token.kind === 'word') {
      if (!measureWords.has(token.word) && token.word.length > (/\p{Script=Han}/u.test(token.word) ? 0 : 2))
        words.push(token.word);
    } else if (token.kind === 'number' && !used.has(place)) {
      // "2 pizza" counts what follows, "pizza 2" what stands before.
      const next = tokens[place + 1];
      // "3 de vainilla": nothing stands before it that it could count.
      const telling = words.length > 0 ? next : tokens.slice(place + 1).find((each) => !isMeasureWord(each));
      const follows = telling?.kind === 'variant' || (telling?.kind === 'word' && !isMeasureWord(telling));
      if (follows || quantity !== undefined) close(place);
      quantity = token.value;
      if (!follows) close(place);
    } else if (token.kind === 'product') {
      // What stands right before a product says how that is wanted.
      chosenBy = [];
      close(place);
    } else close(place);
  }
  return groups;
}

function isMeasureWord(token: WantedToken): boolean {
  return token.kind === 'word' && measureWords.has(token.word);
}
