import type { Played } from './play-scenario.ts';

/** What differed, and the conversation up to there. */
export function describeFailure({ step, wrong, transcript }: Extract<Played, { kind: 'failed' }>): string {
  return [
    `step ${step}: ${wrong.join('; ')}`,
    ...(transcript.length === 0
      ? []
      : ['', ...transcript.map((line) => `  ${line.replaceAll('\n', '\n  ')}`)]),
  ].join('\n');
}
