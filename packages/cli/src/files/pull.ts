import { resolve } from 'node:path';
import { compareFiles, countChanges } from './compare-files.ts';
import { connectDesk } from './connect-desk.ts';
import { readFolderFiles, writeFolderFiles } from './folder-files.ts';
import { readPublishedFiles, withoutFiles } from './published-files.ts';

/** `ask`: puts a question to whoever types; undefined in a script, which has to say `yes` to lose something. */
export type PullOptions = {
  readonly folder: string | undefined;
  readonly version: number | undefined;
  readonly yes: boolean;
  readonly ask: ((question: string) => Promise<string>) | undefined;
};

/** `ambit pull`: makes a folder what is published. Returns the exit code: 0 when it is. */
export async function pull({ folder: given, version: wanted, yes, ask }: PullOptions): Promise<number> {
  const desk = connectDesk();
  const folder = resolve(given ?? desk.business);
  const { version, files } = await readPublishedFiles(desk, wanted);
  if (files.size === 0) throw withoutFiles(version);
  const before = await readFolderFiles(folder);
  const changes = compareFiles(before, files);
  if (changes.length === 0) {
    process.stdout.write(`${folder} is what version ${version} says already.\n`);
    return 0;
  }
  for (const { path, kind } of changes) process.stdout.write(`  ${kind}: ${path}\n`);
  const losesSomething = changes.some(({ kind }) => kind !== 'added');
  if (losesSomething && !yes) {
    if (ask === undefined)
      throw new Error(`Nothing was written: ${folder} would lose what it says; keep it, or say --yes`);
    const answer = await ask(`Overwrite these in ${folder} (${countChanges(changes)})? [y/N] `);
    if (!/^y(es)?$/i.test(answer.trim())) {
      process.stdout.write('Nothing was written.\n');
      return 1;
    }
  }
  await writeFolderFiles(folder, files, before);
  process.stdout.write(`${folder} is what version ${version} says now.\n`);
  return 0;
}
