import { setTimeout as sleep } from 'node:timers/promises';
import type { TakenTurn, TurnTaker } from '../pipeline/take-turns.ts';
import type { WaitingTurns } from '../pipeline/waiting-turns.ts';
import { atMost, restAfter, startLoop, type Loop, type LoopNeeds } from './loop.ts';

/** How often a node looks for mailboxes that other nodes' ingress has woken. */
const pollMs = 200;
const mostPerClaim = 64;
/** Mailboxes that wake within this are claimed together. */
const gatherMs = 8;

/**
 * Runs the turns that are due, many at once, and keeps their leases while they run.
 * Turns in `waiting` take no place of `mostAtOnce`; `mostHeld` bounds all of them.
 * Stopping waits for them `drainMs` at most, then gives their mailboxes back, so that another node goes on at once.
 * `onDrafts`: told when a turn has left drafts for the sender. `onBegan`: told of each turn begun.
 */
export function startTurnLoop(
  needs: LoopNeeds & {
    taker: TurnTaker;
    mostAtOnce: number;
    mostHeld: number;
    waiting: WaitingTurns;
    leaseMs: number;
    drainMs: number;
    onDrafts: () => void;
    onBegan: (taken: TakenTurn) => void;
  },
): Loop {
  const { taker, log, waiting, leaseMs } = needs;
  const running = new Set<TakenTurn>();
  const flights = new Set<Promise<void>>();
  let renewedAt = performance.now();

  /** How many more turns may begin. */
  function room(): number {
    return Math.min(needs.mostAtOnce + waiting.size, needs.mostHeld) - running.size;
  }

  function wakeIfFull(): void {
    if (room() <= 0) loop.wake();
  }

  async function round(): Promise<number> {
    await renew();
    if (room() <= 0) return pollMs;
    const most = Math.min(room(), mostPerClaim);
    const { turns, claimed } = await taker.take(most);
    for (const taken of turns) launch(taken);
    return claimed === most ? 0 : pollMs;
  }

  function launch(taken: TakenTurn): void {
    running.add(taken);
    needs.onBegan(taken);
    const flight = taker
      .run(taken)
      .then((ran) => {
        if (ran.kind === 'closed' && ran.sends) needs.onDrafts();
      })
      .catch((error: unknown) => failed(taken, error))
      .finally(() => {
        wakeIfFull();
        running.delete(taken);
        flights.delete(flight);
      });
    flights.add(flight);
  }

  async function failed(taken: TakenTurn, error: unknown): Promise<void> {
    const { claim, turn } = taken;
    log.error('turn.failed', {
      turnId: turn.turn_id,
      conversationId: claim.conversationId,
      attempts: claim.attempts,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    await giveBack(taken);
  }

  /** Tried until the lease ends by itself: a database that is back after a moment is told at once. */
  async function giveBack(taken: TakenTurn): Promise<void> {
    const until = performance.now() + leaseMs;
    for (let failures = 0; ; failures += 1) {
      try {
        await taker.giveBack(taken);
        return;
      } catch (error) {
        if (performance.now() > until) {
          log.warn('turn.not-released', { turnId: taken.turn.turn_id, error: String(error) });
          return;
        }
      }
      await sleep(restAfter(failures));
    }
  }

  async function renew(): Promise<void> {
    if (running.size === 0 || performance.now() - renewedAt < leaseMs / 3) return;
    renewedAt = performance.now();
    await taker.renew([...running]);
  }

  const loop = startLoop('turns', needs, round, gatherMs);
  waiting.listen(wakeIfFull);
  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      await atMost(needs.drainMs, Promise.allSettled(flights));
      if (running.size > 0) log.warn('turns.handed-back', { turns: running.size });
      await Promise.allSettled([...running].map((taken) => taker.handBack(taken)));
    },
  };
}
