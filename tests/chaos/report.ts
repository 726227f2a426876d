import type { counters } from './checker.ts';
import type { RoundResult } from './round.ts';

const names = [
  'withoutOutcome',
  'statusesLost',
  'repliesDoubled',
  'unrecorded',
  'orderBroken',
  'effectsTwice',
  'sentAfterTakeOver',
  'sentOutsideWindow',
  'forgedTaken',
  'untold',
  'stuck',
] as const satisfies readonly (keyof typeof counters)[];

/** One round in a few lines; with all that was found, if anything was. */
export function reportOf(result: RoundResult): string {
  const { schedule, findings, crashes, notes } = result;
  const found = names.flatMap((name) => findings[name].map((one) => `  ${name}: ${one}`));
  const head =
    `seed ${schedule.seed}: ${schedule.roles.join('+')}, ${result.messages} messages, ${result.replies} replies, ` +
    (schedule.kills === 0 ? '' : `${result.kills} workers killed, ${result.effects} effects, `) +
    `${result.unknown} unknown, ${result.seconds} s, ${found.length + crashes.length} found`;
  const outcomes = Object.entries(result.outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  const why = [`  turns: ${outcomes.join(', ')}`, ...found, ...crashes.map((words) => `  crashed: ${words}`)];
  return [head, ...why, ...notes.map((note) => `    ${note}`)].join('\n');
}

/** The sums over all rounds. */
export function tableOf(results: readonly RoundResult[]): string {
  const sum = (of: (result: RoundResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  const lines: readonly (readonly [string, number])[] = [
    ['rounds', results.length],
    ['messages acknowledged', sum((result) => result.messages)],
    ['replies accepted', sum((result) => result.replies)],
    ['workers killed', sum((result) => result.kills)],
    ['effects', sum((result) => result.effects)],
    ['unknown, and told', sum((result) => result.unknown)],
    ...names.map((name) => [name, sum((result) => result.findings[name].length)] as const),
    ['crashed', sum((result) => result.crashes.length)],
  ];
  const seeds = results.map(({ schedule }) => schedule.seed).join(' ');
  return [
    `seeds ${seeds}`,
    ...lines.map(([name, count]) => `${name.padEnd(24)}${String(count).padStart(8)}`),
  ].join('\n');
}

/** Whether nothing was found. */
export function isClean({ findings, crashes }: RoundResult): boolean {
  return crashes.length + Object.values(findings).flat().length === 0;
}
