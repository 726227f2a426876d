import {
  claimMailboxes,
  msUntilNextMailbox,
  releaseMailbox,
  renewLeases,
  type Claim,
} from '../db/claim-mailboxes.ts';
import { openTurns, type OpenedTurn } from '../db/open-turns.ts';
import { runTurn, type TurnDependencies } from '../pipeline/run-turn.ts';
import { startLoop, type Loop } from './loop.ts';

/** How often a node looks for mailboxes that other nodes' ingress has woken. */
const pollMs = 200;
const mostPerClaim = 64;

/**
 * Claims mailboxes that are due and runs their turns, many at once.
 * `onDrafts`: told when a turn has left drafts for the sender. `onCustomerWaits`: told of the
 * newest customer message a turn begins with, so that it can be marked read.
 */
export function startTurnLoop(
  needs: TurnDependencies & {
    readonly node: string;
    readonly pack: string;
    readonly onDrafts: () => void;
    readonly onBegan: (turn: OpenedTurn) => void;
  },
): Loop & { running(): number } {
  const { database, log, settings, node } = needs;
  const running = new Map<string, Claim>();
  const flights = new Set<Promise<void>>();
  let renewedAt = performance.now();

  async function round(): Promise<number> {
    await renew();
    const free = settings.mostTurnsAtOnce - running.size;
    if (free <= 0) return pollMs;
    const claims = await claimMailboxes(database, node, settings.leaseMs, Math.min(free, mostPerClaim));
    if (claims.length === 0) return Math.min(pollMs, (await msUntilNextMailbox(database)) ?? pollMs);
    await begin(claims);
    return 0;
  }

  async function begin(claims: readonly Claim[]): Promise<void> {
    const [waiting, empty] = partition(
      claims,
      (claim) => claim.openTurn !== undefined || claim.nextSeq - 1 > claim.handledSeq,
    );
    await Promise.all(empty.map((claim) => releaseMailbox(database, claim, 0)));
    if (waiting.length === 0) return;
    const current = await needs.businesses.current();
    const opened = await openTurns(database, waiting, {
      businessVersion: current.version,
      pack: needs.pack,
      at: needs.clock.now(),
    });
    const claimOf = new Map(waiting.map((claim) => [`${claim.channelId} ${claim.conversationId}`, claim]));
    for (const turn of opened) {
      const claim = claimOf.get(`${turn.channel_id} ${turn.conversation_id}`);
      if (claim !== undefined) launch(claim, turn);
    }
  }

  function launch(claim: Claim, turn: OpenedTurn): void {
    running.set(turn.turn_id, claim);
    needs.onBegan(turn);
    const flight = runTurn(needs, claim, turn)
      .then((ran) => {
        if (ran.kind === 'closed' && ran.sends) needs.onDrafts();
      })
      .catch((error: unknown) => giveBack(claim, turn, error))
      .finally(() => {
        running.delete(turn.turn_id);
        flights.delete(flight);
        loop.wake();
      });
    flights.add(flight);
  }

  /** A turn that threw is tried again later; after too many attempts `runTurn` hands it to people. */
  async function giveBack(claim: Claim, turn: OpenedTurn, error: unknown): Promise<void> {
    log.error('turn.failed', {
      turnId: turn.turn_id,
      conversationId: claim.conversationId,
      attempts: claim.attempts,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    await releaseMailbox(database, claim, Math.min(30_000, 500 * 2 ** claim.attempts)).catch(
      (again: unknown) => {
        // The lease ends by itself.
        log.warn('turn.not-released', { turnId: turn.turn_id, error: String(again) });
      },
    );
  }

  async function renew(): Promise<void> {
    if (running.size === 0 || performance.now() - renewedAt < settings.leaseMs / 3) return;
    renewedAt = performance.now();
    await renewLeases(database, node, settings.leaseMs, [...running.values()]);
  }

  const loop = startLoop('turns', log, round);
  return {
    wake: loop.wake,
    running: () => running.size,
    async stop() {
      await loop.stop();
      await Promise.allSettled(flights);
    },
  };
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  const first: T[] = [];
  const second: T[] = [];
  for (const item of items) (isFirst(item) ? first : second).push(item);
  return [first, second];
}
