import { statfs } from 'node:fs/promises';

/** How many bytes this program's user may still write below a folder. */
export async function freeDiskBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Below this the embedded PostgreSQL soon stops: a write-ahead log file alone takes 16 MB. */
export const leastFreeBytes = 100_000_000;
