import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { compareFiles, describeChange, type FileChange } from './compare-files.ts';
import { connectDesk } from './connect-desk.ts';
import { countRowChanges } from './count-rows.ts';
import { readFolderFiles } from './folder-files.ts';
import { readPublishedFiles } from './published-files.ts';

export type DiffOptions = {
  readonly folder: string | undefined;
  /** Compare with this version instead of the newest. */
  readonly against: number | undefined;
  readonly json: boolean;
};

/** `ambit diff`: how a folder differs from what is published. Returns the exit code: 0 when it does not, 1 when it does. */
export async function diff({ folder: given, against, json }: DiffOptions): Promise<number> {
  const desk = connectDesk();
  const folder = resolve(given ?? desk.business);
  const files = await readFolderFiles(folder);
  if (files.size === 0)
    throw new Error(
      `There is no business in ${folder}; name another folder, or fetch what is published with "ambit pull"`,
    );
  const published = await readPublishedFiles(desk, against);
  const changes = compareFiles(published.files, files);
  const versionName = `version ${published.version}`;
  if (json) {
    const report = {
      version: published.version,
      folder,
      changes: changes.map((change) => {
        const rows = countRowChanges(change);
        const { path, kind } = change;
        return { path, kind, ...(rows === undefined ? {} : { rows }) };
      }),
    };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } else if (changes.length === 0) process.stdout.write(`${folder} is what ${versionName} says.\n`);
  else
    process.stdout.write(
      `${changes.map((change) => [coloured(describeChange(change, versionName)), ...rowsLine(change)].join('\n')).join('\n')}\n`,
    );
  return changes.length === 0 ? 0 : 1;
}

function rowsLine(change: FileChange): readonly string[] {
  const rows = countRowChanges(change);
  return rows === undefined ? [] : [`${change.path}: ${rows}`];
}

function coloured(patch: string): string {
  return patch
    .split('\n')
    .map((line) => {
      if (/^(---|\+\+\+) /.test(line)) return styleText('bold', line);
      if (line.startsWith('+')) return styleText('green', line);
      if (line.startsWith('-')) return styleText('red', line);
      return line.startsWith('@@') ? styleText('cyan', line) : line;
    })
    .join('\n');
}
