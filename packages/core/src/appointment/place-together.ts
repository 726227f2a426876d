import { fitsBeside, type Occupancy } from './occupancy.ts';

/**
 * A time that is wanted of a resource. `beside`: what takes it whatever comes of the other wishes. `held`: what is
 * given up for it, and stays taken when the wish cannot be met.
 */
export type PlaceWish = {
  readonly resourceId: string;
  readonly capacity: number;
  readonly wanted: Occupancy;
  readonly beside: readonly Occupancy[];
  readonly held?: { readonly resourceId: string; readonly occupancy: Occupancy };
};

/**
 * Which wishes cannot be met when all are met at once, so that two may exchange their times and a chain may move up.
 * Of two that want the same, the first has it. Who has to stay takes their own time from those who counted on it.
 * Returns places in the list.
 */
export function unmetWishes(wishes: readonly PlaceWish[]): ReadonlySet<number> {
  const unmet = new Set<number>();
  for (;;) {
    const before = unmet.size;
    const taken = new Map<string, Occupancy[]>();
    const take = (resourceId: string, occupancy: Occupancy): void => {
      const there = taken.get(resourceId);
      if (there === undefined) taken.set(resourceId, [occupancy]);
      else there.push(occupancy);
    };
    for (const index of unmet) {
      const held = wishes[index]?.held;
      if (held !== undefined) take(held.resourceId, held.occupancy);
    }
    let stays = false;
    for (const [index, { resourceId, capacity, wanted, beside, held }] of wishes.entries()) {
      if (unmet.has(index)) continue;
      const others = [...beside, ...(taken.get(resourceId) ?? [])];
      if (fitsBeside(wanted, others, capacity)) take(resourceId, wanted);
      else {
        unmet.add(index);
        stays ||= held !== undefined;
      }
    }
    if (unmet.size === before || !stays) return unmet;
  }
}
