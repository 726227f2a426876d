import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describeProblem } from '@ambit/core/business/describe-problem';
import type { ImportTable, TableImportOutcome } from '@ambit/sdk/table-import';
import { connectDesk } from '../files/connect-desk.ts';
import { isErrorWithCode } from '../lint-read.ts';
import { countRows, describeKept } from './describe-changes.ts';

/** `progress`: shown while it goes on, to whoever looks. */
export type ImportCommand = {
  readonly table: ImportTable;
  readonly files: readonly string[];
  readonly replace: boolean;
  readonly skipBad: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly progress: boolean;
};

/** `ambit import`: reads files into a table of the running server. Returns the exit code: 0 when nothing was wrong. */
export async function importTable(command: ImportCommand): Promise<number> {
  const { table, replace, skipBad, dryRun, json, progress } = command;
  const files: Record<string, string> = {};
  for (const file of command.files) {
    const name = basename(file);
    if (files[name] !== undefined) throw new Error(`Two of the files are called ${name}; rename one of them`);
    const bytes = await readFile(file).catch((cause: unknown) => {
      throw new Error(`${file} ${whyUnread(cause)}`, { cause });
    });
    files[name] = bytes.toString('base64');
  }
  const { client } = connectDesk();
  const outcome = await client.importTable(table, { files, replace, skipBad, dryRun }, (done, of) => {
    if (progress) process.stderr.write(`\r${done} of ${of} rows`);
  });
  if (progress) process.stderr.write('\r\u001B[K');
  process.stdout.write(
    json ? `${JSON.stringify(outcome, null, 2)}\n` : `${describe(outcome, command).join('\n')}\n`,
  );
  return outcome.kind === 'imported' && outcome.problems.length === 0 ? 0 : 1;
}

function whyUnread(cause: unknown): string {
  const code = isErrorWithCode(cause) ? cause.code : undefined;
  if (code === 'ENOENT') return 'is not there; check its name and its folder';
  if (code === 'EISDIR') return 'is a folder; name a file in it';
  return `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
}

function describe(outcome: TableImportOutcome, { table, dryRun, skipBad }: ImportCommand): readonly string[] {
  const problems = outcome.problems.map(({ line, field, ...problem }) =>
    describeProblem({
      ...problem,
      ...(line === undefined ? {} : { line }),
      ...(field === undefined ? {} : { field }),
    }),
  );
  if (outcome.kind === 'refused') {
    const inLines = outcome.problems.every(({ line }) => line !== undefined && line > 1);
    const way = inLines && !skipBad ? ' With --skip-bad the other lines are taken.' : '';
    return [...problems, `Nothing was imported: ${problems.length} to mend.${way}`];
  }
  const { changes, rows, encodings } = outcome;
  const old = encodings.includes('windows-1252')
    ? ['The text is neither UTF-8 nor UTF-16; it was read as Windows-1252. Look at names with accents.']
    : [];
  const badLines = new Set(outcome.problems.map(({ file, line }) => `${file} ${line ?? ''}`)).size;
  const left = problems.length === 0 ? [] : [...problems, `Left out, as above: ${plural(badLines, 'line')}.`];
  return [
    ...left,
    ...old,
    `${dryRun ? 'It would be' : 'Imported'}: ${table} ${countRows(changes)} (added, changed, removed, as they were), of ${plural(rows, 'row')}.`,
    ...describeKept(changes),
  ];
}

function plural(size: number, noun: string): string {
  return `${size} ${noun}${size === 1 ? '' : 's'}`;
}
