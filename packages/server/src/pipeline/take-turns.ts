import { handBackMailbox, releaseMailbox, renewLeases } from '../db/claim-mailboxes.ts';
import { closeTurns, type ClosedAs, type ClosingTurn } from '../db/close-turns.ts';
import { isDataError } from '../db/database.ts';
import { claimTurns, type ClaimedTurn } from '../db/open-turns.ts';
import { createGroupCommit } from './group-commit.ts';
import { runTurn, type TurnDependencies, type TurnRan } from './run-turn.ts';

/** A turn this node holds: its lease and what it has to handle. */
export type TakenTurn = ClaimedTurn;

/** Getting hold of turns, running them, and giving back those that failed. */
export type TurnTaker = {
  /** Claims mailboxes that are due and opens their turns; empty when nothing is due. */
  take(most: number): Promise<{ readonly turns: readonly TakenTurn[]; readonly claimed: number }>;
  run(taken: TakenTurn): Promise<TurnRan>;
  /** A turn that threw is tried again later; after too many attempts it goes to people. */
  giveBack(taken: TakenTurn): Promise<void>;
  /** A turn this node has no time left for is due again at once, for another; the attempt does not count. */
  handBack(taken: TakenTurn): Promise<void>;
  renew(held: readonly TakenTurn[]): Promise<void>;
};

/** `node`: names this node's leases. `pack`: the policy pack stamped on turns it opens. */
export function createTurnTaker(
  needs: Omit<TurnDependencies, 'close'> & { node: string; pack: string },
): TurnTaker {
  const { database, settings, node } = needs;
  const closings = createGroupCommit<ClosingTurn, ClosedAs>({
    name: 'turn commits',
    slots: 2,
    mostPerFlush: 50,
    mostWaiting: 10_000,
    gatherMs: 4,
    isItemsFault: isDataError,
    flush: (turns) => closeTurns(database, turns),
  });
  const running: TurnDependencies = { ...needs, close: (turn) => closings.add(turn) };
  return {
    async take(most) {
      const { version } = await needs.businesses.current();
      return claimTurns(
        database,
        { node, leaseMs: settings.leaseMs, most },
        { businessVersion: version, pack: needs.pack, at: needs.clock.now() },
      );
    },
    run: ({ claim, turn }) => runTurn(running, claim, turn),
    giveBack: ({ claim }) => releaseMailbox(database, claim, Math.min(30_000, 500 * 2 ** claim.attempts)),
    handBack: ({ claim }) => handBackMailbox(database, claim),
    renew: (held) =>
      renewLeases(
        database,
        node,
        settings.leaseMs,
        held.map(({ claim }) => claim),
      ),
  };
}
