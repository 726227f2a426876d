/**
 * How somebody wants a thing made, "without onion", "不要鸡蛋": no order and nothing to take out, unless what it names is
 * in the basket. `rest`: the text without such words.
 */
export function withoutWishes(
  text: string,
  isInBasket: (words: string) => boolean,
): { readonly rest: string; readonly wishes: readonly string[] } {
  const wishes: string[] = [];
  const rest = text.replaceAll(wish, (said, ...groups: readonly unknown[]) => {
    const named = groups.slice(0, 4).find((group) => typeof group === 'string');
    if (typeof named !== 'string' || isInBasket(named)) return said;
    wishes.push(said.trim());
    return ' ';
  });
  return { rest, wishes };
}

/** By language: en, es and pt, fr, id, hi-Latn; Hindi, where the word may stand behind it too; Arabic; Chinese. */
const wish = new RegExp(
  [
    "(?<![\\p{L}\\p{M}])(?:without|w/o|(?<=\\p{L} )no|hold the|sin|sem|sans|pas de|tanpa|ga pake|gak pake|ga pakai|jangan pakai|jangan pake|bina) ((?!(?:the|it|more|thanks|problem|worries|para|por|prob)(?![\\p{L}]))\\p{L}[\\p{L}\\p{M}’']*)(?: (?:ke|ka|ki|ya|aja|please|pls|porfa))?(?![\\p{L}\\p{M}])",
    '(?<![\\p{L}\\p{M}])बिना ([\\p{L}\\p{M}]+)(?: (?:के|का|की))?(?![\\p{L}\\p{M}])',
    '(?<![\\p{L}\\p{M}])(?:بدون|بلا|من غير) ([\\p{L}\\p{M}]+)',
    '(?:不要|不加|不放|别放|别加|少放|免)(?!了|的|这|那|吧|啦)(\\p{Script=Han}{1,3})(?=$|[^\\p{Script=Han}])',
  ].join('|'),
  'giu',
);

/** Whether so many of each are wanted: "2 de cada una", "two of each", "各两份". */
export function wantsOfEach(text: string): boolean {
  return each.test(text);
}

const each =
  /(?<![\p{L}\p{M}])(?:of each|each of them|each one|each|de cada|cada una|cada uno|cada um|cada uma|de chaque|chacun|chacune|masing-masing|masing masing|tiap|har ek|dono|dono mein se|हर एक|दोनों|من كل)(?![\p{L}\p{M}])|各|每样|每种|都要/iu;
