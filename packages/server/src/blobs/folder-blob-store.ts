import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { BlobStore } from '../ports/blob-store.ts';

/** What Ambit makes at random; anything else could lead out of the folder. */
const keyForm = /^[0-9a-f]{32,64}$/;

/**
 * Blobs as files of a folder that only this program's user may read, spread over 256 subfolders. A
 * blob is written beside its place, forced to the disk and then renamed, so that it is there whole
 * or not at all. The folder is made with the first blob.
 * Throws for a key that is not 32 to 64 hexadecimal digits.
 */
export function createFolderBlobStore(folder: string): BlobStore {
  function pathOf(key: string): string {
    if (!keyForm.test(key)) throw new Error(`"${key}" is no key of a blob; keys are hexadecimal digits`);
    return join(folder, key.slice(0, 2), key);
  }

  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const unfinished = `${path}.part`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        await withFile(unfinished, 'wx', async (file) => {
          await file.writeFile(bytes);
          await file.sync();
        });
        await rename(unfinished, path);
        // The new name must outlive a power cut as well: the database says from now on that it is there.
        await withFile(dirname(path), 'r', (entry) => entry.sync());
      } catch (cause) {
        await rm(unfinished, { force: true });
        throw new Error(`A file of ${bytes.length} bytes could not be kept in ${folder}`, { cause });
      }
    },

    async get(key, range) {
      const file = await opened(pathOf(key));
      if (file === undefined) return undefined;
      try {
        const { size } = await file.stat();
        const part = range === undefined ? {} : { start: range.first, end: range.last };
        return { size, bytes: Readable.toWeb(file.createReadStream(part)) };
      } catch (error) {
        await file.close();
        throw error;
      }
    },

    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

async function withFile(
  path: string,
  flags: 'wx' | 'r',
  work: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}

async function opened(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
