import { variantKinds, type Variant } from './variant.ts';
import type { WantedLine } from './wanted-line.ts';

/** So many of what is ordered in a size or a colour of their own: "one in M". `counted`: a number was said. */
export type Portion = { readonly quantity: number; readonly counted: boolean } & Variant;

/** A thing that is ordered, and what is said behind it of sizes and colours that parts of it come in. */
export type Ordered = {
  readonly line: WantedLine;
  /** A number stood beside it. */
  readonly counted: boolean;
  readonly portions: readonly Portion[];
};

/**
 * Shares a thing out among its sizes and colours: "2 shirts, one in M and one in L" are one of each, of "3 shirts,
 * one in M" two are left open, "a red mug and two blue ones" are three mugs.
 */
export function shareOut({ line, counted, portions }: Ordered): readonly WantedLine[] {
  if (portions.length === 0) return [line];
  const own = chosenKinds(line);
  const others = portions.some((portion) => chosenKinds(portion).some((kind) => own.includes(kind)));
  const parts = portions.map(({ quantity, size, colour }): WantedLine => ({
    ...line,
    quantity,
    ...(size === undefined ? {} : { size }),
    ...(colour === undefined ? {} : { colour }),
  }));
  const sum = portions.reduce((all, { quantity }) => all + quantity, 0);
  if (portions.every((portion) => !portion.counted)) {
    // "2 shirts in M and L": one of each. How four are shared out among two is asked.
    if (!counted || line.quantity === 1 || line.quantity === sum + 1)
      return [{ ...line, quantity: 1 }, ...parts];
    return [without(line, portions)];
  }
  if (others || (counted && sum > line.quantity)) return [line, ...parts];
  const open = counted ? line.quantity - sum : 0;
  return open > 0 ? [...parts, { ...line, quantity: open }] : parts;
}

/** A portion of which a size or colour is said later: "one in M, black". Undefined where it has one already. */
export function withMore(portion: Portion, more: Variant): Portion | undefined {
  const taken = chosenKinds(portion);
  return chosenKinds(more).some((kind) => taken.includes(kind)) ? undefined : { ...portion, ...more };
}

/** Of what it says the size or the colour. */
export function chosenKinds(variant: Variant): readonly (keyof Variant)[] {
  return variantKinds.filter((kind) => variant[kind] !== undefined);
}

/** The line without what its portions say otherwise. */
function without(line: WantedLine, portions: readonly Portion[]): WantedLine {
  const said = portions.flatMap(chosenKinds);
  const { size, colour, ...rest } = line;
  return {
    ...rest,
    ...(size === undefined || said.includes('size') ? {} : { size }),
    ...(colour === undefined || said.includes('colour') ? {} : { colour }),
  };
}
