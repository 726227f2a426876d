import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { cleanUp, temporaryFolder } from '../processes/real-process.ts';
import { startChaosPostgres } from './chaos-database.ts';
import { reportOf, tableOf } from './report.ts';
import { playRound, type RoundResult } from './round.ts';
import { draw } from './schedule.ts';

const usage = 'npm run chaos -- [--rounds N] [--seed S]';

/** Plays rounds until so many are over. Round n of seed s is round 1 of seed s + n - 1. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } });
  const rounds = wholeNumber(values.rounds ?? '4');
  const first = wholeNumber(values.seed ?? String(randomInt(1_000_000)));
  const folder = temporaryFolder();
  const postgres = await startChaosPostgres(folder);
  const results: RoundResult[] = [];
  try {
    for (let seed = first; seed < first + rounds; seed += 1) {
      const result = await playRound(draw(seed), postgres, folder);
      results.push(result);
      console.log(reportOf(result));
    }
  } finally {
    await postgres.stop();
    await cleanUp();
  }
  console.log(tableOf(results));
  return results.every(
    ({ findings, crashes }) => crashes.length + Object.values(findings).flat().length === 0,
  );
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`"${text}" is not a whole number; ${usage}`);
  return Number(text);
}

process.exitCode = (await main()) ? 0 : 1;
