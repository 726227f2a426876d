import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describeProblem } from '@ambit/core/business/describe-problem';
import type { ImportTable, TableImportOutcome } from '@ambit/sdk/table-import';
import { connectDesk } from '../files/connect-desk.ts';
import { isErrorWithCode } from '../lint-read.ts';
import { countRows, describeKept } from './describe-changes.ts';

/**
 * `removeAll`: though the files have no row. `progress`: shown while it goes on, to whoever looks. `ask`: puts a
 * question to whoever types; undefined in a script.
 */
export type ImportCommand = {
  readonly table: ImportTable;
  readonly files: readonly string[];
  readonly replace: boolean;
  readonly removeAll: boolean;
  readonly skipBad: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly progress: boolean;
  readonly ask: ((question: string) => Promise<string>) | undefined;
};

/** `ambit import`: reads files into a table of the running server. Returns the exit code: 0 when nothing was wrong. */
export async function importTable(command: ImportCommand): Promise<number> {
  const { table, replace, removeAll, skipBad, dryRun, json, progress, ask } = command;
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
  const send = async (empties: boolean): Promise<TableImportOutcome> => {
    const request = { files, replace, removeAll: empties, skipBad, dryRun };
    const came = await client.importTable(table, request, (done, of) => {
      if (progress) process.stderr.write(`\r${done} of ${of} rows`);
    });
    if (progress) process.stderr.write('\r\u001B[K');
    return came;
  };
  let outcome = await send(removeAll);
  if (outcome.kind === 'would-empty' && ask !== undefined) {
    const removed = allRows(outcome.removed);
    const answer = await ask(
      `The file has no rows. Remove ${removed} of ${table} that files brought? [y/N] `,
    );
    if (!/^y(es)?$/i.test(answer.trim())) {
      process.stdout.write('Nothing was imported.\n');
      return 1;
    }
    outcome = await send(true);
  }
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
  if (outcome.kind === 'would-empty') {
    const removed = allRows(outcome.removed);
    return [
      ...problems,
      `Nothing was imported: there is no ${skipBad && problems.length > 0 ? 'good ' : ''}row in what you gave, and --replace would remove ${removed} of ${table} that files brought. Say --remove-all too if you mean that, or check the file.`,
    ];
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
    `${dryRun ? 'It would be' : 'Imported'}: ${table} ${countRows(changes)}, of ${plural(rows, 'row')}.`,
    ...describeKept(changes),
  ];
}

function plural(size: number, noun: string): string {
  return `${size} ${noun}${size === 1 ? '' : 's'}`;
}

function allRows(count: number): string {
  return count === 1 ? 'the only row' : `all ${count} rows`;
}
