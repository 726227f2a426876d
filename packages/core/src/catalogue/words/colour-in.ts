import { colours, colourWords, type Colour } from './colours.ts';
import { foldedText, isHan, wordsOf } from './fold-words.ts';

/** Colours in a text: wanted, and `declined` ("not black"). `rest`: the folded text without them. */
type ColourReading = {
  readonly colours: readonly Colour[];
  readonly declined: readonly Colour[];
  readonly rest: string;
};

export function readColours(text: string): ColourReading {
  const line = foldedText(text);
  const found: Colour[] = [];
  const unwanted: Colour[] = [];
  let rest = line;
  for (const { text: word, at } of wordsOf(line).toReversed()) {
    const named = isHan(word) ? hanColours(word) : [colourOf(word)].filter((each) => each !== undefined);
    if (named.length === 0) continue;
    (declined.test(line.slice(0, at)) ? unwanted : found).unshift(...named);
    const kept = isHan(word) ? word.replace(hanPattern, '') : '';
    rest = `${rest.slice(0, at)}${kept}${rest.slice(at + word.length)}`;
  }
  return { colours: [...new Set(found)], declined: [...new Set(unwanted)], rest };
}

function colourOf(word: string): Colour | undefined {
  return byWord.get(word) ?? byWord.get(word.replace(/^(?:وال|بال|ال|لل|ب)(?=.{3})/u, ''));
}

function hanColours(run: string): readonly Colour[] {
  return [...run.matchAll(hanPattern)].flatMap((match) => byWord.get(match[0]) ?? []);
}

/** Right before a colour that is not wanted. */
const declined =
  /(?:^|[^\p{L}])(?:not|no|except|but|sin|nao|sem|menos|pas|sauf|bukan|jangan|selain|غير|مو|مش|不要|不是)\s+(?:in |de |en |em )?$/u;

const byWord = new Map<string, Colour>(
  colours.flatMap((colour) =>
    colourWords[colour].split(' ').map((word): [string, Colour] => [foldedText(word), colour]),
  ),
);

const hanPattern = new RegExp(
  [...byWord.keys()]
    .filter((word) => isHan(word))
    .toSorted((a, b) => b.length - a.length)
    .join('|'),
  'gu',
);
