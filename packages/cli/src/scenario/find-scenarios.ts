import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { FileProblem } from '@ambit/core/business/file-problem';
import { readScenarioFile, type ScenarioFile } from './scenario-file.ts';

/** A scenario file and the folder of the business it is about. */
export type FoundScenarios = { readonly folder: string; readonly read: ScenarioFile };

/** What was found; `problems` keep everything from being played. */
export type Found = {
  readonly files: readonly FoundScenarios[];
  readonly problems: readonly FileProblem[];
};

/**
 * The scenarios of the paths given: the folder of a business, whose `scenarios/*.yaml` they are, or one such file. A
 * file elsewhere names its business's folder, relative to itself. Throws for a path that is not there.
 */
export async function findScenarios(paths: readonly string[]): Promise<Found> {
  const files: FoundScenarios[] = [];
  const problems: FileProblem[] = [];
  for (const path of (await Promise.all(paths.map(filesOf))).flat()) {
    const { value, problems: wrong } = readScenarioFile(path, await readFile(path, 'utf8'));
    problems.push(...wrong);
    if (value === undefined) continue;
    const within = basename(dirname(resolve(path))) === 'scenarios' ? '..' : '.';
    const folder = resolve(dirname(path), value.business ?? within);
    if (!existsSync(join(folder, 'business.yaml'))) {
      const fix = 'name the folder of its business under "business", relative to this file';
      problems.push({ file: path, field: 'business', message: `there is no business in ${folder}`, fix });
    } else files.push({ folder, read: value });
  }
  return { files, problems };
}

async function filesOf(path: string): Promise<readonly string[]> {
  const there = await stat(path).catch((cause: unknown) => {
    throw new Error(`There is no ${path}; name the folder of a business, or a file of scenarios`, { cause });
  });
  if (!there.isDirectory()) return [path];
  const folder = join(path, 'scenarios');
  const names = await readdir(folder).catch((): readonly string[] => []);
  const files = names.filter((name) => /\.ya?ml$/.test(name)).toSorted();
  if (files.length === 0)
    throw new Error(
      `${path} has no scenarios; write some as ${join(folder, 'orders.yaml')}, docs/guide/scenarios.md shows how`,
    );
  return files.map((name) => join(folder, name));
}
