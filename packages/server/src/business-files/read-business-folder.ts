import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const wanted = /^(business\.yaml|tasks\/[^/]+\.ya?ml|knowledge\/[^/]+\.md|data\/[^/]+\.csv)$/;

/**
 * The files of a business: relative path with "/" → text. Throws naming the folder or the file
 * that cannot be read.
 */
export async function readBusinessFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new Error(`The business folder ${folder} cannot be read; set AMBIT_BUSINESS to one that can`, {
      cause,
    });
  });
  const files = new Map<string, string>();
  for (const name of names.map((path) => path.replaceAll('\\', '/')).toSorted()) {
    if (!wanted.test(name)) continue;
    const bytes = await readFile(join(folder, name));
    try {
      files.set(name, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch (cause) {
      throw new Error(`${join(folder, name)} is not UTF-8 text; save it as UTF-8`, { cause });
    }
  }
  return files;
}
