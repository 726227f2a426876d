import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp, temporaryFolder } from '../processes/real-process.ts';
import { startChaosPostgres, type ChaosPostgres } from './chaos-database.ts';
import { isClean, reportOf, tableOf } from './report.ts';
import { playRound, type RoundResult } from './round.ts';
import { draw, drawKills } from './schedule.ts';

let folder: string;
let postgres: ChaosPostgres;
const results: RoundResult[] = [];

beforeAll(async () => {
  folder = temporaryFolder();
  postgres = await startChaosPostgres(folder);
});

afterAll(async () => {
  console.log(tableOf(results));
  await postgres.stop();
  await cleanUp();
});

/** Neighbours, so that they bring three quarters of the faults; `npm run chaos` plays more. */
test.each([1, 2, 3])(
  'seed %i: nothing lost, doubled, out of order or said at the wrong time',
  { timeout: 120_000 },
  async (seed) => {
    const result = await playRound(draw(seed), postgres, folder);
    results.push(result);
    expect(isClean(result) ? 'clean' : reportOf(result)).toBe('clean');
  },
);

test(
  'workers killed one after another and at once: no effect twice, nothing lost',
  { timeout: 300_000 },
  async () => {
    const result = await playRound(drawKills(4, 12), postgres, folder);
    results.push(result);
    expect(isClean(result) ? 'clean' : reportOf(result)).toBe('clean');
    expect(result.kills).toBe(12);
    // Both kinds: those in our own tables, and those of a system that has to be asked.
    expect(result.elsewhere).toBeGreaterThan(0);
    expect(result.effects).toBeGreaterThan(result.elsewhere);
  },
);

test('a seed draws the same round each time', () => {
  expect(draw(7)).toEqual(draw(7));
});
