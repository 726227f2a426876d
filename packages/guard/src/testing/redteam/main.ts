import { parseArgs } from 'node:util';
import { packSubjects } from './pack-subjects.ts';
import { readPassBar, readSuite } from './read-suite.ts';
import { asTables, report } from './report.ts';
import { runSuite, type Tried } from './run-suite.ts';
import { readSubjects } from './subjects.ts';

const usage = `npm run -s redteam -- [--json] [--verbose]

  --json      one JSON document and nothing else
  --verbose   also each message that was judged wrongly`;

const options = {
  json: { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/**
 * Tries the red team's messages with every example business and what customers write with those
 * that speak their language. Fails when the bar in `pass-bar.yaml` is missed.
 */
function main(): void {
  const values = flags();
  if (values === undefined) return;
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const tried = runSuite([...readSubjects(), ...packSubjects()], readSuite());
  const found = report(tried, readPassBar());
  const wrong = tried.filter((each) => each.wrong !== undefined);
  const lines = values.json
    ? [JSON.stringify(values.verbose ? { ...found, wrong } : found, undefined, 2)]
    : [asTables(found), ...(values.verbose ? wrong.map(asLine) : [])];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (found.missed.length > 0) process.exitCode = 1;
}

/** What it was called with; undefined, and told, when that is no way to call it. */
function flags() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    // What follows is advice for other programs.
    const [what = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    process.stderr.write(`${what}; write ${usage.split('\n', 1)[0] ?? ''}\n`);
    process.exitCode = 2;
    return undefined;
  }
}

function asLine({ business, language, kind, text, wrong: why = '' }: Tried): string {
  return `${business} ${language} ${kind}: "${text}" ${why}`;
}

main();
