import { correctionIn } from '../flow/flow-words.ts';
import { basketVerbIn } from './basket-words.ts';
import { countIn, readWanted, type Wanted } from './read-wanted.ts';
import { refusedIn, replacementIn, revisionParts, saysOtherwise, withoutFillers } from './revision-words.ts';
import { merged, type WantedLine } from './wanted-line.ts';
import type { NamedProduct } from './wanted-tokens.ts';

/** What stays in a basket, counted anew, and what comes into it. */
type Revision = { readonly lines: readonly WantedLine[]; readonly wanted: Wanted };

/**
 * Reads a text that says anew what a basket shall hold, part by part: so many of what is in it ("make it 3
 * vanilla"), what is to go ("ya no de chocolate") and what comes in its place ("not the cake, a pie"). Undefined
 * where one part says anything else, or nothing in the basket is refused or counted anew.
 */
export function readRevision(
  text: string,
  products: readonly NamedProduct[],
  basket: readonly WantedLine[],
  language: string,
): Revision | undefined {
  if (basket.length === 0 || /[?？؟]/u.test(text)) return undefined;
  const shelf = { products, basket, language };
  const replaced = replacementIn(text);
  if (replaced !== undefined) {
    const old = heldIn(replaced.old, shelf);
    const other = newIn(replaced.other, shelf);
    if (old?.length === 1 && other !== undefined) return revised(shelf, [], old, [other]);
  }
  const parts = revisionParts(correctionIn(text) ?? text);
  if (parts.length > 6) return undefined;
  const otherwise = correctionIn(text) !== undefined || saysOtherwise(text);
  const counted: WantedLine[] = [];
  const gone: WantedLine[] = [];
  const added: Added[] = [];
  for (const part of parts) {
    if (withoutFillers(part) === '') continue;
    const refused = refusedIn(part);
    const held = refused === undefined ? undefined : heldIn(refused, shelf);
    if (refused !== undefined && held !== undefined && countIn(refused, products, language) === undefined) {
      gone.push(...held);
      continue;
    }
    const verb = basketVerbIn(part)?.verb;
    if (verb === 'more' || verb === 'remove') return undefined;
    const rest = withoutFillers(part);
    const [line, second] = heldIn(rest, shelf) ?? [];
    const count = countIn(rest, products, language);
    if (line !== undefined && second === undefined && count !== undefined)
      counted.push({ ...line, quantity: count });
    else {
      const other = newIn(rest, shelf);
      if (other === undefined) return undefined;
      added.push(other);
    }
  }
  if (gone.length === 0 && (added.length > 0 || counted.length === 0 || !otherwise)) return undefined;
  return revised(shelf, counted, gone, added);
}

type Shelf = {
  readonly products: readonly NamedProduct[];
  readonly basket: readonly WantedLine[];
  readonly language: string;
};

type Added = { readonly wanted: Wanted; readonly counted: boolean };

/** The lines of the basket that words name, each alone of its product; undefined where they name anything else. */
function heldIn(words: string, { products, basket, language }: Shelf): readonly WantedLine[] | undefined {
  const { lines, which, unread } = readWanted(words, products, language);
  if (unread.length > 0) return undefined;
  const named = [...lines.map(({ sku }) => [sku]), ...which.map(({ skus }) => skus)].map((skus) =>
    basket.filter(({ sku }) => skus.includes(sku)),
  );
  const varied = lines.some(({ size, colour }) => size !== undefined || colour !== undefined);
  if (varied || named.length === 0 || named.some(({ length }) => length !== 1)) return undefined;
  return named.flat();
}

/** What words name that is not in the basket; undefined where they name nothing or something that is. */
function newIn(said: string, { products, basket, language }: Shelf): Added | undefined {
  const words = withoutFillers(said);
  const wanted = readWanted(words, products, language);
  const named = [...wanted.lines.map(({ sku }) => sku), ...wanted.which.flatMap(({ skus }) => skus)];
  if (named.length === 0 || wanted.unread.length > 0) return undefined;
  if (basket.some(({ sku }) => named.includes(sku))) return undefined;
  return { wanted, counted: countIn(words, products, language) !== undefined };
}

/** What was refused goes, and one thing in the place of one other is as many, unless it is counted. */
function revised(
  { basket }: Shelf,
  counted: readonly WantedLine[],
  gone: readonly WantedLine[],
  added: readonly Added[],
): Revision {
  const [old] = gone;
  const [other] = added;
  const alike = gone.length === 1 && added.length === 1 && other?.counted === false;
  const quantity = alike && old !== undefined ? { quantity: old.quantity } : {};
  const kept = basket
    .filter(({ sku }) => !gone.some((line) => line.sku === sku))
    .map((line) => counted.find(({ sku }) => sku === line.sku) ?? line);
  const lines = added.flatMap(({ wanted }) => wanted.lines.map((line) => ({ ...line, ...quantity })));
  const which = added.flatMap(({ wanted }) => wanted.which.map((each) => ({ ...each, ...quantity })));
  return { lines: kept, wanted: { lines: merged(lines), which, unread: [] } };
}
