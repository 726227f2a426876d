import { createRandom } from '@ambit/simulator/random';
import { pick } from './customers.ts';
import { conversationFaults } from './faults/conversation-faults.ts';
import type { Fault } from './faults/fault.ts';
import { graphFaults } from './faults/graph-faults.ts';
import { ingressFaults } from './faults/ingress-faults.ts';
import { processFaults } from './faults/process-faults.ts';
import type { Role } from './nodes.ts';

/** What a seed makes of a round. Times are in ms from the round's beginning. */
export type Schedule = {
  readonly seed: number;
  readonly roles: readonly Role[];
  readonly customers: number;
  readonly batch: number;
  readonly dropFirstAttempts: number;
  /** So many workers are killed one after another and at once; 0: a round of faults. */
  readonly kills: number;
  readonly faults: readonly { readonly atMs: number; readonly fault: Fault }[];
};

const faults: readonly Fault[] = [...ingressFaults, ...graphFaults, ...processFaults, ...conversationFaults];
/** So many rounds with seeds in a row bring every fault. */
const hands = 4;
const besides = 2;
const loadMs = 5_000;

const casts: readonly (readonly Role[])[] = [
  ['all', 'all'],
  ['ingress', 'worker', 'worker', 'all'],
  ['all'],
  ['all', 'worker', 'worker', 'ingress'],
  ['ingress', 'worker', 'all'],
];

/** Draws a round. The same seed draws the same. */
export function draw(seed: number): Schedule {
  const random = createRandom(seed);
  // Every `hands`th of the faults, and a few more: neighbouring seeds bring them all.
  const hand = faults.filter((_, index) => index % hands === seed % hands);
  const dealt = [...hand, ...Array.from({ length: besides }, () => pick(random, faults))];
  return {
    seed,
    roles: casts[seed % casts.length] ?? ['all'],
    customers: random.between(30, 50),
    batch: pick(random, [0, 0, 5, 40]),
    dropFirstAttempts: random.between(0, 1),
    kills: 0,
    faults: dealt
      .map((fault) => ({ atMs: random.between(fault.late === true ? loadMs - 1_500 : 300, loadMs), fault }))
      .toSorted((one, other) => one.atMs - other.atMs),
  };
}

/** Draws a round in which workers are killed. Nothing else goes wrong in it. */
export function drawKills(seed: number, kills: number): Schedule {
  return {
    seed,
    roles: ['ingress', 'worker', 'worker', 'worker'],
    // More than can be served meanwhile.
    customers: Math.min(480, 30 + 8 * kills),
    batch: 0,
    dropFirstAttempts: 0,
    kills,
    faults: [],
  };
}
