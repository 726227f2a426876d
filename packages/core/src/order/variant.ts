import { z } from 'zod';
import { colourName } from '../catalogue/colour-name.ts';
import type { Product } from '../catalogue/product.ts';
import { readColours } from '../catalogue/words/colour-in.ts';
import { colourWords } from '../catalogue/words/colours.ts';
import { foldedText } from '../catalogue/words/fold-words.ts';
import type { Language } from '../language/language.ts';
import { sizeNames } from './size-names.ts';

/** In which size and colour something is ordered, as the catalogue writes them; left out where it is not chosen. */
export const Variant = z.object({ size: z.string().optional(), colour: z.string().optional() });
export type Variant = z.infer<typeof Variant>;

/** What a product is chosen by when it is ordered. */
export type VariantKind = keyof Variant;
export const variantKinds = ['size', 'colour'] as const satisfies readonly VariantKind[];

/** One value of a product's size or colour, with what customers call it: folded words, in any language. */
export type VariantValue = {
  readonly kind: VariantKind;
  readonly value: string;
  readonly names: readonly string[];
};

/** The values a product is chosen by: only where there are several is there a choice. */
export function variantValues({ attributes }: Pick<Product, 'attributes'>): readonly VariantValue[] {
  return variantKinds.flatMap((kind) => {
    const values = attributes[kind] ?? [];
    if (values.length < 2) return [];
    return values.map((value): VariantValue => ({
      kind,
      value,
      names: kind === 'size' ? sizeNames(value) : namesOfColour(value, values),
    }));
  });
}

/** What is still to be chosen of a line. */
export function openKind(product: Pick<Product, 'attributes'>, chosen: Variant): VariantKind | undefined {
  return variantKinds.find(
    (kind) => (product.attributes[kind] ?? []).length > 1 && chosen[kind] === undefined,
  );
}

/** The same product in the same size and colour; `wanted` may leave open what it does not say. */
export function isInVariant(line: Variant, wanted: Variant): boolean {
  return variantKinds.every((kind) => wanted[kind] === undefined || line[kind] === wanted[kind]);
}

/** "black, M", in the customer's language; empty where nothing is chosen. */
export function variantText({ size, colour }: Variant, language: Language): string {
  const named = colour === undefined ? undefined : colourName(colour, language);
  return [named, size].filter((part) => part !== undefined).join(', ');
}

/** A shade's own name first; the colour that it counts as only where no other shade of the product does. */
function namesOfColour(value: string, all: readonly string[]): readonly string[] {
  const [colour] = readColours(value).colours;
  const rivals = all.filter((each) => each !== value && readColours(each).colours[0] === colour);
  const shared = colour === undefined || rivals.length > 0 ? [] : colourWords[colour].split(' ');
  return [...new Set([value, ...shared].map(foldedText))];
}
