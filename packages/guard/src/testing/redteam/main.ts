import { parseArgs } from 'node:util';
import { packSubjects } from './pack-subjects.ts';
import { readPassBar, readSuite } from './read-suite.ts';
import { asTables, report } from './report.ts';
import { runSuite, type Tried } from './run-suite.ts';
import { readSubjects } from './subjects.ts';

/**
 * Tries the red team's messages with every example business and what customers write with those
 * that speak their language. Run: `npm run -s redteam -- [--json] [--verbose]`. Fails when the bar
 * in `pass-bar.yaml` is missed.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean' }, verbose: { type: 'boolean' } } });
const tried = runSuite([...readSubjects(), ...packSubjects()], readSuite());
const found = report(tried, readPassBar());
const wrong = tried.filter((each) => each.wrong !== undefined);
const lines =
  values.json === true
    ? [JSON.stringify(values.verbose === true ? { ...found, wrong } : found, undefined, 2)]
    : [asTables(found), ...(values.verbose === true ? wrong.map(asLine) : [])];
process.stdout.write(`${lines.join('\n')}\n`);
if (found.missed.length > 0) process.exitCode = 1;

function asLine({ business, language, kind, text, wrong: why = '' }: Tried): string {
  return `${business} ${language} ${kind}: "${text}" ${why}`;
}
