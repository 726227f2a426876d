import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Business } from '@ambit/core/business/business';
import { kindOfBusinessFile } from '@ambit/core/business/business-path';
import { describeProblem } from '@ambit/core/business/describe-problem';
import { parseBusinessFiles } from '@ambit/core/business/parse-business-files';

/** A mistake of the one who typed the command; its message says what to do. */
export class CommandMistake extends Error {}

/** Reads the business in a folder, with the task packs beside this package. Throws a `CommandMistake` naming every problem. */
export async function readBusiness(folder: string): Promise<Business> {
  const own = await readTexts(folder, '');
  const packs = await readShippedPacks();
  const parsed = parseBusinessFiles(new Map([...packs, ...own]));
  if (parsed.kind === 'parsed') return parsed.business;
  throw new CommandMistake(parsed.problems.map((problem) => describeProblem(problem, folder)).join('\n'));
}

/** The task packs beside this package, by file ("packs/returns/pt.yaml"); none where it is installed alone. */
export function readShippedPacks(): Promise<ReadonlyMap<string, string>> {
  return readTexts(packsFolder(), 'packs/').catch(() => new Map<string, string>());
}

/** The packs of the repository; where the package is installed alone there are none. */
function packsFolder(): string {
  return fileURLToPath(new URL('../../../packs', import.meta.url));
}

async function readTexts(folder: string, prefix: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new CommandMistake(`The business folder ${folder} cannot be read`, { cause });
  });
  const texts = await Promise.all(
    names
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => (prefix === '' ? isText(name) : packFile.test(name)))
      .toSorted()
      .map(async (name): Promise<[string, string]> => [
        `${prefix}${name}`,
        await readFile(join(folder, name), 'utf8'),
      ]),
  );
  return new Map(texts);
}

const packFile = /^[^/]+\/[^/]+\.yaml$/;

/** Documents are read when a business is published, and add nothing to what its tasks are. */
function isText(name: string): boolean {
  return kindOfBusinessFile(name) === 'text';
}
