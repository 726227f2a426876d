import type { Queryable } from '../db/database.ts';
import { leaseBudget } from '../db/number-budgets.ts';

/** This node's share of each number's throughput, leased from the database in slices. */
export type NumberBudget = {
  /** Makes sure that up to `wanted` sends are in hand, as far as the number's bucket allows. */
  secure(client: Queryable, channelId: string, wanted: number): Promise<void>;
  /** Spends one; false when none is in hand. */
  spend(channelId: string): boolean;
  /** Gives up what is in hand: Meta said the number sends too fast. */
  forfeit(channelId: string): void;
};

/** `slice`: how many sends are leased at a time. */
export function createNumberBudget(slice: number): NumberBudget {
  const inHand = new Map<string, number>();
  return {
    async secure(client, channelId, wanted) {
      const have = inHand.get(channelId) ?? 0;
      if (have >= wanted) return;
      inHand.set(channelId, have + (await leaseBudget(client, channelId, Math.max(slice, wanted - have))));
    },
    spend(channelId) {
      const have = inHand.get(channelId) ?? 0;
      if (have < 1) return false;
      inHand.set(channelId, have - 1);
      return true;
    },
    forfeit(channelId) {
      inHand.set(channelId, 0);
    },
  };
}
