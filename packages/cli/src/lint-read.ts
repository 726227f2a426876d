import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kindOfBusinessFile } from '@ambit/core/business/business-path';
import type { FileProblem } from '@ambit/core/business/file-problem';

/** What can be said of a folder without reading what its documents say. */
export type ReadFolder = {
  /** As the start reads them, by path with "/": texts, installed packs, and a stand-in for each document. */
  readonly files: ReadonlyMap<string, string>;
  /** Files the start would stop at. */
  readonly unreadable: readonly FileProblem[];
  /** Documents, which are read when the business is published. */
  readonly documents: readonly string[];
  /** Files in the folders of a business that nothing reads. */
  readonly passedOver: readonly string[];
};

const nearly = /^(business|models?)\.[a-z]+$/;
const ours = /^(tasks|tools|flows|templates|knowledge|data|packs)\//;
const unnoticed = /(^|\/)(\.[^/]*|readme\.md)$/i;
const packFile = /^[^/]+\/[^/]+\.yaml$/;

/** Reads the files of a business's folder; `missing` when there is no such folder. */
export async function readForLint(
  folder: string,
): Promise<
  { readonly kind: 'missing'; readonly isFile: boolean } | ({ readonly kind: 'read' } & ReadFolder)
> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    if (isErrorWithCode(cause) && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')) return cause.code;
    throw cause;
  });
  if (typeof entries === 'string') return { kind: 'missing', isFile: entries === 'ENOTDIR' };
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted();
  const files = new Map(await readInstalledPacks());
  const unreadable: FileProblem[] = [];
  for (const file of names.filter(isText)) {
    const bytes = await readFile(join(folder, file));
    const read = new TextDecoder().decode(bytes);
    files.set(file, read);
    if (!isUtf8(bytes)) unreadable.push({ file, message: 'this is not UTF-8 text', fix: 'save it as UTF-8' });
  }
  const documents = names.filter((name) => kindOfBusinessFile(name) === 'document');
  // What a document says is knowledge too, so a task may answer from it.
  for (const name of documents)
    files.set(`${name}.md`, `## ${name}\n\nRead when the business is published.\n`);
  const passedOver = names.filter(
    (name) => ours.test(name) && kindOfBusinessFile(name) === undefined && !unnoticed.test(name),
  );
  return { kind: 'read', files, unreadable, documents, passedOver };
}

/** The task packs that come with Ambit, as `packs/<task>/<language>.yaml`. */
export async function readInstalledPacks(): Promise<ReadonlyMap<string, string>> {
  const folder = dirname(fileURLToPath(import.meta.resolve('@ambit/packs/package.json')));
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const packs = names.filter((name) => packFile.test(name)).toSorted();
  return new Map(
    await Promise.all(
      packs.map(async (name): Promise<[string, string]> => [
        `packs/${name}`,
        await readFile(join(folder, name), 'utf8'),
      ]),
    ),
  );
}

/** Also a business file of another ending, so that its problems are told by name. */
function isText(path: string): boolean {
  return nearly.test(path) || kindOfBusinessFile(path) === 'text';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (cause) {
    if (cause instanceof TypeError) return false;
    throw cause;
  }
}

/** Whether Node gave the error a code, such as "ENOENT". */
export function isErrorWithCode(cause: unknown): cause is Error & { readonly code: unknown } {
  return cause instanceof Error && 'code' in cause;
}
