import type { Variant } from './variant.ts';

/** So many of a product, in a size and a colour where these were said. */
export type WantedLine = { readonly sku: string; readonly quantity: number } & Variant;

/** So many of one product may be ordered at once; more is a slip, or for a person. */
export const mostOfOne = 999;

/** Lines of one product in one size and colour put together. */
export function merged(lines: readonly WantedLine[]): readonly WantedLine[] {
  const together: WantedLine[] = [];
  for (const line of lines) {
    const at = together.findIndex(
      (each) => each.sku === line.sku && each.size === line.size && each.colour === line.colour,
    );
    const before = together[at];
    if (before === undefined) together.push(line);
    else together[at] = { ...before, quantity: before.quantity + line.quantity };
  }
  return together;
}
