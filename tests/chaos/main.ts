import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { cleanUp, temporaryFolder } from '../processes/real-process.ts';
import { startChaosPostgres } from './chaos-database.ts';
import { isClean, reportOf, tableOf } from './report.ts';
import { playRound, type RoundResult } from './round.ts';
import { draw, drawKills, type Schedule } from './schedule.ts';
import { drawFullDisk, mountSmallDisk } from './small-disk.ts';

const usage = 'npm run chaos -- [--rounds N | --kills N] [--seed S]';
/** One database and its customers bear so many. */
const killsPerRound = 50;

/** Plays so many rounds of faults, and one more on a small disk. Round n of seed s is round 1 of seed s + n - 1. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { rounds: { type: 'string' }, kills: { type: 'string' }, seed: { type: 'string' } },
  });
  const first = wholeNumber(values.seed ?? String(randomInt(1_000_000)));
  if (values.kills !== undefined) return playKills(wholeNumber(values.kills), first);
  const rounds = wholeNumber(values.rounds ?? '4');
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

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`"${text}" is not a whole number; ${usage}`);
  return Number(text);
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  await cleanUp();
}
