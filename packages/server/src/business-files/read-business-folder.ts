import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const wanted =
  /^(business\.yaml|(tasks|tools|flows)\/[^/]+\.ya?ml|knowledge\/[^/]+\.md|data\/([^/]+\.csv|catalogue\.json)|packs\/[^/]+\/[^/]+\.ya?ml)$/;
const document = /^knowledge\/[^/]+\.(pdf|docx|html?|txt|csv)$/i;
const packFile = /^[^/]+\/[^/]+\.yaml$/;

/**
 * The files of a business: relative path with "/" → text; documents in `knowledge/` as the Markdown
 * that is read from them, as `knowledge/<document>.md`; and with them the installed task packs as
 * `packs/<task>/<language>.yaml` where the folder has no pack of that path itself. Throws naming the
 * folder or the file that cannot be read.
 */
export async function readBusinessFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new Error(`The business folder ${folder} cannot be read; set AMBIT_BUSINESS to one that can`, {
      cause,
    });
  });
  const own = await readTexts(folder, names, wanted);
  const installed = await readInstalledPacks();
  return new Map([...installed, ...own, ...(await readDocuments(folder, names))]);
}

async function readDocuments(folder: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const documents = names.map((path) => path.replaceAll('\\', '/')).filter((name) => document.test(name));
  const files = new Map<string, string>();
  if (documents.length === 0) return files;
  // The readers of PDF and Word are large, and most businesses need none of them.
  const { documentToMarkdown } = await import('../knowledge/document-to-markdown.ts');
  for (const name of documents.toSorted()) {
    const bytes = new Uint8Array(await readFile(join(folder, name)));
    files.set(`${name}.md`, await documentToMarkdown(name, bytes));
  }
  return files;
}

async function readInstalledPacks(): Promise<ReadonlyMap<string, string>> {
  const folder = dirname(fileURLToPath(import.meta.resolve('@ambit/packs/package.json')));
  const texts = await readTexts(folder, await readdir(folder, { recursive: true }), packFile);
  return new Map([...texts].map(([name, text]) => [`packs/${name}`, text]));
}

async function readTexts(
  folder: string,
  names: readonly string[],
  pattern: RegExp,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const name of names.map((path) => path.replaceAll('\\', '/')).toSorted()) {
    if (!pattern.test(name)) continue;
    const bytes = await readFile(join(folder, name));
    try {
      files.set(name, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch (cause) {
      throw new Error(`${join(folder, name)} is not UTF-8 text; save it as UTF-8`, { cause });
    }
  }
  return files;
}
