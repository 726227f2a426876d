import type { FuzzResult } from './fuzz-run.ts';

/** Whether nothing crashed, answered wrongly, went missing or came twice. */
export function isClean(result: FuzzResult): boolean {
  return problemsOf(result).length === 0;
}

/** What was wrong, in words; empty if nothing was. */
export function problemsOf(result: FuzzResult): readonly string[] {
  const { unexpected, lost, doubled, kept, toKeep, complaints, ended } = result;
  return [
    ...(ended === undefined ? [] : [`the server ended: ${ended}`]),
    ...some('wrong answers (payload: answer)', unexpected),
    ...some('lost neighbours', lost),
    ...some('neighbours stored twice', doubled),
    ...some('errors in the log', complaints),
    ...(kept === toKeep ? [] : [`${toKeep} pieces belong to no conversation, ${kept} were kept`]),
  ];
}

/** The counts as a table. */
export function tableOf(result: FuzzResult): string {
  const answers = Object.entries(result.answers).map(([status, count]) => `${count} × ${status}`);
  const rows: readonly (readonly [string, string])[] = [
    ['payloads', `${result.payloads} (seed ${result.seed}, ${result.seconds.toFixed(0)} s)`],
    ['answers', answers.join(', ')],
    ['neighbours', `${result.witnesses}, ${result.lost.length} lost, ${result.doubled.length} stored twice`],
    ['kept raw', `${result.kept} of ${result.toKeep} pieces that belong to no conversation`],
    ['server', result.ended === undefined ? 'up until the end' : `ended: ${result.ended}`],
    ['verdict', isClean(result) ? 'clean' : `NOT CLEAN\n  ${problemsOf(result).join('\n  ')}`],
  ];
  return rows.map(([name, text]) => `${name.padEnd(12)}${text}`).join('\n');
}

const mostShown = 12;

function some(what: string, all: readonly string[]): readonly string[] {
  if (all.length === 0) return [];
  const more = all.length > mostShown ? ` and ${all.length - mostShown} more` : '';
  return [`${all.length} ${what}: ${all.slice(0, mostShown).join('; ')}${more}`];
}
