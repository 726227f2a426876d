import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kindOfBusinessFile } from '@ambit/core/business/business-path';

const packFile = /^[^/]+\/[^/]+\.yaml$/;

/** A business's own files, as they are written: relative path with "/" → bytes. */
export type OwnFiles = ReadonlyMap<string, Uint8Array>;

/**
 * The files of a business: relative path with "/" → text; documents in `knowledge/` as the Markdown
 * that is read from them, as `knowledge/<document>.md`; and with them the installed task packs as
 * `packs/<task>/<language>.yaml` where the folder has no pack of that path itself. Throws naming the
 * folder or the file that cannot be read.
 */
export async function readBusinessFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  return understandFiles(await readOwnFiles(folder), folder);
}

/** Reads what is a business's own in a folder. Throws naming the folder or the file that cannot be read. */
export async function readOwnFiles(folder: string): Promise<OwnFiles> {
  const names = await readdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new Error(`The business folder ${folder} cannot be read; set AMBIT_BUSINESS to one that can`, {
      cause,
    });
  });
  const paths = names
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => kindOfBusinessFile(path) !== undefined);
  const files = new Map<string, Uint8Array>();
  for (const path of paths.toSorted()) files.set(path, new Uint8Array(await readFile(join(folder, path))));
  return files;
}

/** The same as `readBusinessFolder`, of files that came another way. `place`: where from, for errors. */
export async function understandFiles(files: OwnFiles, place: string): Promise<ReadonlyMap<string, string>> {
  const texts = [...files].filter(([path]) => kindOfBusinessFile(path) === 'text');
  const documents = [...files].filter(([path]) => kindOfBusinessFile(path) === 'document');
  return new Map([
    ...(await readInstalledPacks()),
    ...texts.map(([path, bytes]): [string, string] => [path, textOf(bytes, join(place, path))]),
    ...(await readDocuments(documents)),
  ]);
}

async function readDocuments(
  documents: readonly (readonly [string, Uint8Array])[],
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  if (documents.length === 0) return files;
  // The readers of PDF and Word are large, and most businesses need none of them.
  const { documentToMarkdown } = await import('../knowledge/document-to-markdown.ts');
  for (const [name, bytes] of documents) files.set(`${name}.md`, await documentToMarkdown(name, bytes));
  return files;
}

async function readInstalledPacks(): Promise<ReadonlyMap<string, string>> {
  const folder = dirname(fileURLToPath(import.meta.resolve('@ambit/packs/package.json')));
  const names = (await readdir(folder, { recursive: true })).map((path) => path.replaceAll('\\', '/'));
  const files = new Map<string, string>();
  for (const name of names.filter((path) => packFile.test(path)).toSorted())
    files.set(`packs/${name}`, textOf(await readFile(join(folder, name)), join(folder, name)));
  return files;
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error(`${file} is not UTF-8 text; save it as UTF-8`, { cause });
  }
}
