import { randomInt } from 'node:crypto';
import { cleanUp, temporaryFolder } from '../processes/real-process.ts';
import { FlagMistake, readFlags, runProgram, wholeNumber } from '../support/read-flags.ts';
import { startChaosPostgres } from './chaos-database.ts';
import { isClean, reportOf, tableOf } from './report.ts';
import { playRound, type RoundResult } from './round.ts';
import { draw, drawKills, type Schedule } from './schedule.ts';
import { drawFullDisk, mountSmallDisk } from './small-disk.ts';

const usage = `npm run -s chaos -- [--rounds N | --kills N] [--seed S]

  --rounds N   so many rounds of faults, 4 unless said, and one more on a small disk
  --kills N    instead, so many workers killed while they work
  --seed S     what the faults are drawn from, to see the same ones again; any unless said`;
/** One database and its customers bear so many. */
const killsPerRound = 50;

/** Plays so many rounds of faults, and one more on a small disk. Round n of seed s is round 1 of seed s + n - 1. */
async function main(): Promise<boolean> {
  const flags = readFlags(usage, ['rounds', 'kills', 'seed']);
  if (flags === undefined) return true;
  const { rounds: wanted, kills, seed } = flags;
  if (kills !== undefined && wanted !== undefined)
    throw new FlagMistake('Say either --rounds or --kills: they are two different trials');
  const first = wholeNumber('seed', seed ?? String(randomInt(1_000_000)), usage);
  if (kills !== undefined) return playKills(wholeNumber('kills', kills, usage), first);
  const rounds = wholeNumber('rounds', wanted ?? '4', usage);
  const schedules = Array.from({ length: rounds }, (_, index) => draw(first + index));
  const results = [...(await play(schedules, temporaryFolder())), ...(await playFullDisk(first + rounds))];
  console.log(tableOf(results));
  return results.every(isClean);
}

/** Kills so many workers. Round n of seed s is round 1 of seed s + n - 1. */
async function playKills(kills: number, first: number): Promise<boolean> {
  const schedules = Array.from({ length: Math.ceil(kills / killsPerRound) }, (_, index) =>
    drawKills(first + index, Math.min(killsPerRound, kills - index * killsPerRound)),
  );
  const results = await play(schedules, temporaryFolder());
  console.log(tableOf(results));
  return results.every(isClean);
}

async function playFullDisk(seed: number): Promise<readonly RoundResult[]> {
  const folder = temporaryFolder();
  const disk = mountSmallDisk(folder);
  if (disk === undefined) {
    console.warn(
      'THE ROUND WITH A FULL DISK IS SKIPPED: mounting a small disk needs root and CAP_SYS_ADMIN.',
    );
    return [];
  }
  try {
    return await play([drawFullDisk(seed, disk)], disk.folder);
  } finally {
    disk.unmount();
  }
}

async function play(schedules: readonly Schedule[], folder: string): Promise<readonly RoundResult[]> {
  const postgres = await startChaosPostgres(folder);
  const results: RoundResult[] = [];
  try {
    for (const schedule of schedules) {
      const result = await playRound(schedule, postgres, folder);
      results.push(result);
      console.log(reportOf(result));
    }
    return results;
  } finally {
    await postgres.stop();
  }
}

try {
  await runProgram(main);
} finally {
  await cleanUp();
}
