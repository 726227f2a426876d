import { foldedText } from '../catalogue/words/fold-words.ts';
import { bareWords } from '../message/comparable-text.ts';
import { withAsciiDigits } from '../slot/digits.ts';
import { variantKinds, type Variant } from './variant.ts';
import { tokensOf, type NamedProduct } from './wanted-tokens.ts';

/** Which size and colour of a product a text names, whatever else it says. */
export function variantNamed(text: string, product: NamedProduct, language: string): Variant {
  const words = withAsciiDigits(text)
    .split(/[\n,;，、。]+/u)
    .flatMap((part) => tokensOf(part, [product], language))
    .flatMap((token) => (token.kind === 'variant' ? [token.word] : []));
  return variantOf(product.sku, [...words, foldedText(bareWords(text))], [product]);
}

/** Which size and colour of a product some words name; of two sizes the first. */
export function variantOf(sku: string, words: readonly string[], products: readonly NamedProduct[]): Variant {
  const values = products.find((each) => each.sku === sku)?.variants ?? [];
  const chosen: Variant = {};
  for (const kind of variantKinds) {
    const ofKind = values.filter((each) => each.kind === kind);
    const named = words.map((word) => ofKind.find(({ names }) => names.includes(word)));
    const first = named.find((each) => each !== undefined);
    if (first !== undefined) chosen[kind] = first.value;
  }
  return chosen;
}
