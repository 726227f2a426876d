import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { kindOfBusinessFile } from '@ambit/core/business/business-path';
import { isErrorWithCode } from '../lint-read.ts';

/** Files by relative path with "/". */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What a folder has of a business; nothing when there is no such folder. */
export async function readFolderFiles(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    if (isErrorWithCode(cause) && cause.code === 'ENOENT') return [];
    if (isErrorWithCode(cause) && cause.code === 'ENOTDIR')
      throw new Error(`${folder} is a file; name the folder of a business`, { cause });
    throw new Error(`The folder ${folder} cannot be read`, { cause });
  });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => kindOfBusinessFile(path) !== undefined)
    .toSorted();
  const files = new Map<string, Uint8Array>();
  for (const path of paths) files.set(path, new Uint8Array(await readFile(join(folder, path))));
  return files;
}

/** Makes a folder hold these files of a business, and no others of a business; what else is in it stays. */
export async function writeFolderFiles(folder: string, files: Files, before: Files): Promise<void> {
  for (const [path, bytes] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  for (const path of before.keys()) if (!files.has(path)) await rm(join(folder, path));
}

/** Files as the server gives and takes them: in base64. */
export function fromBase64(files: Readonly<Record<string, string>>): Files {
  return new Map(
    Object.entries(files).map(([path, text]) => [path, new Uint8Array(Buffer.from(text, 'base64'))]),
  );
}

export function toBase64(files: Files): Record<string, string> {
  return Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]));
}
