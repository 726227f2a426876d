import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { cleanUp, temporaryFolder } from '../processes/real-process.ts';
import { startChaosPostgres } from './chaos-database.ts';
import { isClean, reportOf, tableOf } from './report.ts';
import { playRound, type RoundResult } from './round.ts';
import { draw, type Schedule } from './schedule.ts';
import { drawFullDisk, mountSmallDisk } from './small-disk.ts';

const usage = 'npm run chaos -- [--rounds N] [--seed S]';

/** Plays so many rounds, and one more on a small disk. Round n of seed s is round 1 of seed s + n - 1. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } });
  const rounds = wholeNumber(values.rounds ?? '4');
  const first = wholeNumber(values.seed ?? String(randomInt(1_000_000)));
  const schedules = Array.from({ length: rounds }, (_, index) => draw(first + index));
  const results = [...(await play(schedules, temporaryFolder())), ...(await playFullDisk(first + rounds))];
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
